#include "layout/timeline/link_router.hpp"

#include "layout/timeline/route_finish.hpp"
#include "layout/timeline/route_search.hpp"

#include <algorithm>
#include <numeric>
#include <span>

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
        for (std::size_t i : shortestFirst()) {
            drafts_[i].shape = secondShape(drafts_[i]);
            load_.book(drafts_[i].shape, 1);
        }
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

    std::vector<std::size_t> shortestFirst() const
    {
        std::vector<std::size_t> order(drafts_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [this](std::size_t a, std::size_t b) { return drafts_[a].shape.cost < drafts_[b].shape.cost; });
        return order;
    }

    RouteShape firstShape(const RouteDraft& draft)
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

    RouteShape searchAll(const RouteDraft& draft)
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
        const RouteShape& first = draft.shape;
        if (first.kind == ShapeKind::straight)
            return first;
        RouteShape shape;
        if (first.kind == ShapeKind::none)
            shape = firstShape(draft);
        else {
            shape = simpleShape(field_, first.out, first.in);
            if (shape.kind == ShapeKind::none)
                shape = withPorts(field_, first, first.out, first.in);
            if (shape.kind == ShapeKind::none || load_.overfull(shape))
                shape = searchedShape(field_, load_, std::span(&first.out, 1), std::span(&first.in, 1));
            if (shape.kind == ShapeKind::none || load_.overfull(shape))
                keepCheaper(shape, searchAll(draft));
        }
        if (isSilly(field_, shape))
            shape = {};
        return shape;
    }

    RouteField field_;
    RouteLoad load_;
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
