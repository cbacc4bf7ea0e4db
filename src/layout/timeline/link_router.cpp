#include "layout/timeline/link_router.hpp"

#include "layout/timeline/route_finish.hpp"
#include "layout/timeline/route_search.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::layout {
namespace {

using SidePair = std::pair<Side, Side>;

/// Where a port of `node` wants to be on that side, to lead towards the other box.
Port portTowards(const RouteField& field, std::size_t node, Side side, std::size_t other)
{
    const RouteNode& here = field.nodes()[node];
    if (isHorizontal(side) || here.detail == Detail::label || here.detail == Detail::dot)
        return {node, side, portMiddle(here, side)};
    return {node, side, portRange(here, side).clamp(field.nodes()[other].box.centre().x)};
}

/// Finds the shapes of all links: first each by itself with ports where it likes them, then again with ports that are
/// spread over the edges.
class LinkRouter
{
public:
    explicit LinkRouter(const TimelineLayout& layout) : field_(layout), load_(field_) {}

    const RouteField& field() const { return field_; }

    void add(LinkId link, std::size_t from, std::size_t to)
    {
        RouteDraft draft;
        draft.link = link;
        draft.from = from;
        draft.to = to;
        drafts_.push_back(draft);
    }

    std::vector<RouteDraft> solve()
    {
        for (RouteDraft& draft : drafts_)
            draft.shape = firstShape(draft);
        spreadPorts(field_, drafts_);
        for (RouteDraft& draft : drafts_)
            draft.shape = secondShape(draft);
        spaceRuns(field_, drafts_);
        return std::move(drafts_);
    }

private:
    std::vector<SidePair> sidePairs(const RouteDraft& draft) const
    {
        const Rect& from = field_.nodes()[draft.from].box;
        const Rect& to = field_.nodes()[draft.to].box;
        const bool below = to.centre().y > from.centre().y;
        const Side leave = below ? Side::bottom : Side::top;
        const Side enter = below ? Side::top : Side::bottom;
        return {{Side::right, Side::left}, {leave, enter}, {Side::right, enter}, {leave, Side::left}};
    }

    static void keepCheaper(RouteShape& best, RouteShape shape)
    {
        if (shape.kind != ShapeKind::none && (best.kind == ShapeKind::none || shape.cost < best.cost))
            best = std::move(shape);
    }

    RouteShape firstShape(const RouteDraft& draft) const
    {
        RouteShape best;
        for (const auto& [outSide, inSide] : sidePairs(draft)) {
            const Port out = portTowards(field_, draft.from, outSide, draft.to);
            const Port in = portTowards(field_, draft.to, inSide, draft.from);
            keepCheaper(best, straightShape(field_, out, in));
            keepCheaper(best, simpleShape(field_, out, in));
        }
        return best.kind == ShapeKind::none ? searchAll(draft) : best;
    }

    RouteShape searchAll(const RouteDraft& draft) const
    {
        std::vector<Port> outs;
        std::vector<Port> ins;
        for (const Side side : {Side::right, Side::top, Side::bottom})
            outs.push_back(portTowards(field_, draft.from, side, draft.to));
        for (const Side side : {Side::left, Side::top, Side::bottom})
            ins.push_back(portTowards(field_, draft.to, side, draft.from));
        return searchedShape(field_, load_, outs, ins);
    }

    RouteShape secondShape(const RouteDraft& draft)
    {
        RouteShape shape = draft.shape;
        if (shape.kind == ShapeKind::none)
            shape = firstShape(draft);
        else if (shape.kind != ShapeKind::straight) {
            shape = simpleShape(field_, draft.shape.out, draft.shape.in);
            if (shape.kind == ShapeKind::none)
                shape = searchedShape(field_, load_, std::span(&draft.shape.out, 1), std::span(&draft.shape.in, 1));
            if (shape.kind == ShapeKind::none)
                shape = searchAll(draft);
        }
        if (isSilly(field_, shape))
            shape.kind = ShapeKind::none;
        if (shape.kind == ShapeKind::bent)
            book(load_, field_, shape);
        return shape;
    }

    RouteField field_;
    CorridorLoad load_;
    std::vector<RouteDraft> drafts_;
};

} // namespace

void routeLinks(const std::vector<model::Link>& links, TimelineLayout& layout)
{
    layout.links.clear();
    layout.ribbons.clear();
    LinkRouter router(layout);
    std::vector<bool> drawn(links.size());
    for (std::size_t i = 0; i < links.size(); ++i) {
        const std::size_t from = router.field().nodeOf(links[i].from);
        const std::size_t to = router.field().nodeOf(links[i].to);
        drawn[i] = from != RouteField::kNoNode && to != RouteField::kNoNode && from != to;
        if (drawn[i])
            router.add(LinkId(i), from, to);
    }
    const std::vector<RouteDraft> drafts = router.solve();
    auto draft = drafts.begin();
    for (std::size_t i = 0; i < links.size(); ++i) {
        LinkRoute route;
        route.shape = LinkShape::hidden;
        if (drawn[i])
            route = finished(router.field(), *draft++);
        route.link = LinkId(i);
        route.from = links[i].from;
        route.to = links[i].to;
        layout.links.push_back(std::move(route));
    }
}

void routeLinks(const TimelineRequest& request, TimelineLayout& layout)
{
    routeLinks(request.graph.story().links, layout);
}

} // namespace fabula::layout
