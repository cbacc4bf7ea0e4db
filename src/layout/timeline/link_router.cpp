#include "layout/timeline/link_router.hpp"

#include "layout/timeline/route_crossings.hpp"
#include "layout/timeline/route_finish.hpp"
#include "layout/timeline/route_ribbons.hpp"
#include "layout/timeline/route_search.hpp"
#include "layout/timeline/route_stubs.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>

namespace fabula::layout {
namespace {

using SidePair = std::pair<Side, Side>;

/// Links between events of at least this importance carry the story.
constexpr int kWeighty = 4;
constexpr int kSecondChances = 2;
/// Beyond this many links the page is too full for second chances to be worth their time.
constexpr std::size_t kMostWithChances = 250;
/// More links than this between the same two boxes, one of them a cluster, are drawn as one ribbon.
constexpr std::size_t kMostAlike = 3;
/// So few links without a way are better shown as stubs, each with its name.
constexpr std::size_t kFewStrays = 24;
constexpr std::size_t kLeastInRibbon = 2;

LinkRank rankOf(const RouteNode& from, const RouteNode& to)
{
    if (std::min(from.detail, to.detail) <= Detail::dot)
        return LinkRank::faint;
    return std::min(from.importance, to.importance) >= kWeighty ? LinkRank::leading : LinkRank::side;
}

/// Where a port of `node` wants to be on that side, to lead towards the other box.
Port portTowards(const RouteField& field, std::size_t node, Side side, std::size_t other)
{
    const RouteNode& here = field.nodes()[node];
    if (isHorizontal(side) || here.detail == Detail::label || here.detail == Detail::dot)
        return {node, side, portMiddle(here, side)};
    return {node, side, portRange(here, side).clamp(field.nodes()[other].box.centre().x)};
}

/// Ports that want to be seen together: where one end is on a vertical side and the other isn't, the corner between
/// them needs room.
std::pair<Port, Port> portsFor(const RouteField& field, std::size_t from, std::size_t to, const SidePair& sides)
{
    constexpr double kCornerRoom = 26;
    std::pair<Port, Port> ports{portTowards(field, from, sides.first, to), portTowards(field, to, sides.second, from)};
    const RouteNode& source = field.nodes()[from];
    const RouteNode& target = field.nodes()[to];
    if (sides.first == Side::right && !isHorizontal(sides.second))
        ports.second.along =
            portRange(target, sides.second).clamp(std::max(ports.second.along, source.box.right() + kCornerRoom));
    if (sides.second == Side::left && !isHorizontal(sides.first))
        ports.first.along =
            portRange(source, sides.first).clamp(std::min(ports.first.along, target.box.left() - kCornerRoom));
    return ports;
}

/// Finds the shapes of all links: first each by itself with ports where it likes them, then again with ports that are
/// spread over the edges.
class LinkRouter
{
public:
    explicit LinkRouter(const RouteField& field) : field_(field), load_(field_) {}

    void add(LinkId link, std::size_t from, std::size_t to)
    {
        RouteDraft draft;
        draft.link = link;
        draft.from = from;
        draft.to = to;
        draft.rank = rankOf(field_.nodes()[from], field_.nodes()[to]);
        drafts_.push_back(draft);
    }

    std::vector<RouteDraft> solve()
    {
        findFirstShapes();
        spreadPorts(field_, drafts_);
        for (std::size_t i : shortestFirst()) {
            if (crowded()) {
                drafts_[i].shape = adaptedShape(drafts_[i]);
                continue;
            }
            drafts_[i].shape = secondShape(drafts_[i]);
            load_.book(drafts_[i].shape, 1);
        }
        spaceRuns(field_, drafts_);
        const int chances = crowded() ? 0 : kSecondChances;
        for (int round = 0; round < chances && findOtherWays(); ++round)
            spaceRuns(field_, drafts_);
        straightenJogs(field_, drafts_);
        return std::move(drafts_);
    }

private:
    bool crowded() const { return drafts_.size() > kMostWithChances; }

    /// Searches again for links that got no track. Their first ways stay booked, so that the search avoids them.
    bool findOtherWays()
    {
        bool found = false;
        for (RouteDraft& draft : drafts_) {
            if (draft.shape.kind != ShapeKind::none || draft.shape.corners.empty())
                continue;
            RouteShape shape = searchAll(draft);
            if (shape.kind == ShapeKind::none || isSilly(field_, shape, draft.rank)) {
                draft.shape.corners.clear();
                continue;
            }
            load_.book(shape, 1);
            draft.shape = std::move(shape);
            found = true;
        }
        return found;
    }

    std::vector<SidePair> sidePairs(const RouteDraft& draft) const
    {
        const Rect& from = field_.nodes()[draft.from].box;
        const Rect& to = field_.nodes()[draft.to].box;
        const bool below = to.centre().y > from.centre().y;
        const Side leave = below ? Side::bottom : Side::top;
        const Side enter = below ? Side::top : Side::bottom;
        const Side arrive = arrivalSides(field_.nodes()[draft.to]).front();
        return {{Side::right, arrive}, {leave, enter}, {Side::right, enter}, {leave, arrive}};
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
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return std::pair(drafts_[b].rank, drafts_[a].shape.cost) <
                   std::pair(drafts_[a].rank, drafts_[b].shape.cost);
        });
        return order;
    }

    RouteShape withCrossings(RouteShape shape) const
    {
        shape.cost += kCrossingCost * crossings_.with(shape);
        return shape;
    }

    /// The leading ones first, then shortest first, so that the long ones, which can be led elsewhere more easily, see
    /// the short ones.
    void findFirstShapes()
    {
        std::vector<std::size_t> order(drafts_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::vector<double> distance;
        for (const RouteDraft& draft : drafts_)
            distance.push_back(
                core::distance(field_.nodes()[draft.from].box.centre(), field_.nodes()[draft.to].box.centre()));
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(drafts_[b].rank, distance[a]) < std::pair(drafts_[a].rank, distance[b]);
        });
        for (std::size_t i : order) {
            RouteShape& shape = drafts_[i].shape;
            shape = firstShape(drafts_[i]);
            if (!crowded()) {
                crossings_.add(shape);
                continue;
            }
            if (isSilly(field_, shape, drafts_[i].rank) || load_.overfull(shape))
                shape = {};
            load_.book(shape, 1);
        }
    }

    RouteShape firstShape(const RouteDraft& draft)
    {
        RouteShape best;
        for (const auto& [outSide, inSide] : sidePairs(draft)) {
            const auto [out, in] = portsFor(field_, draft.from, draft.to, {outSide, inSide});
            keepCheaper(best, withCrossings(straightShape(field_, out, in)));
            keepCheaper(best, withCrossings(simpleShape(field_, out, in)));
        }
        return best.kind == ShapeKind::none ? searchAll(draft) : best;
    }

    RouteShape searchAll(const RouteDraft& draft)
    {
        std::vector<Port> outs;
        std::vector<Port> ins;
        for (const Side side : departureSides(field_.nodes()[draft.from]))
            outs.push_back(portTowards(field_, draft.from, side, draft.to));
        for (const Side side : arrivalSides(field_.nodes()[draft.to]))
            ins.push_back(portTowards(field_, draft.to, side, draft.from));
        return searchedShape(field_, load_, outs, ins);
    }

    /// The first shape with the ports as they are now, without another search.
    RouteShape adaptedShape(const RouteDraft& draft) const
    {
        const RouteShape& first = draft.shape;
        if (first.kind == ShapeKind::straight || first.kind == ShapeKind::none)
            return first;
        RouteShape shape = simpleShape(field_, first.out, first.in);
        return shape.kind != ShapeKind::none ? shape : withPorts(field_, first, first.out, first.in);
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
        if (isSilly(field_, shape, draft.rank))
            shape = {};
        return shape;
    }

    const RouteField& field_;
    RouteLoad load_;
    RouteCrossings crossings_;
    std::vector<RouteDraft> drafts_;
};

/// Links that are drawn as one: usually a single one.
using Bundle = std::vector<DrawnLink>;

std::vector<Bundle> bundlesOf(const RouteField& field, const std::vector<DrawnLink>& links)
{
    std::map<std::pair<std::size_t, std::size_t>, Bundle> alike;
    std::vector<Bundle> bundles;
    for (const DrawnLink& link : links) {
        if (field.isCluster(link.from) || field.isCluster(link.to))
            alike[{link.from, link.to}].push_back(link);
        else
            bundles.push_back({link});
    }
    for (auto& [ends, bundle] : alike) {
        if (bundle.size() > kMostAlike)
            bundles.push_back(std::move(bundle));
        else
            for (const DrawnLink& link : bundle)
                bundles.push_back({link});
    }
    return bundles;
}

void addBundle(const RouteField& field, const Bundle& bundle, const RouteDraft& draft, LinkRoute route,
               TimelineLayout& layout)
{
    if (bundle.size() > 1 && route.shape == LinkShape::routed) {
        LinkRibbon ribbon;
        ribbon.from = field.nodes()[draft.from].lane;
        ribbon.to = field.nodes()[draft.to].lane;
        const time::Instant begin = layout.scale.timeFromScreen(field.nodes()[draft.from].anchorX);
        const time::Instant end = layout.scale.timeFromScreen(field.nodes()[draft.to].anchorX);
        ribbon.span = {std::min(begin, end), std::max(begin, end)};
        for (const DrawnLink& link : bundle)
            ribbon.links.push_back(link.link);
        ribbon.corners = flattened(draft.shape);
        ribbon.width = ribbonWidth(bundle.size());
        layout.ribbons.push_back(std::move(ribbon));
        return;
    }
    for (const DrawnLink& link : bundle) {
        route.link = link.link;
        layout.links.push_back(route);
        // One pair of stubs stands for all of them.
        route = {};
        route.shape = LinkShape::hidden;
    }
}

/// Links that found no way and are many enough alike become ribbons; gives back which of the links did.
std::vector<bool> sumUp(const RouteField& field, const std::vector<DrawnLink>& stray, TimelineLayout& layout,
                        std::size_t links)
{
    std::vector<bool> summed(links);
    if (stray.size() < kFewStrays)
        return summed;
    for (LinkRibbon& ribbon : ribbonsOf(field, layout, stray)) {
        if (ribbon.links.size() < kLeastInRibbon)
            continue;
        for (const LinkId link : ribbon.links)
            summed[link.index()] = true;
        layout.ribbons.push_back(std::move(ribbon));
    }
    return summed;
}

/// Knows all lines that the layout has so far.
StubPlacer placerBeside(const RouteField& field, const TimelineLayout& layout)
{
    StubPlacer placer(field, layout);
    for (const LinkRoute& route : layout.links)
        placer.avoid(route);
    for (const LinkRibbon& ribbon : layout.ribbons)
        placer.avoid(ribbon);
    return placer;
}

void routeApart(const RouteField& field, const std::vector<DrawnLink>& links, TimelineLayout& layout)
{
    LinkRouter router(field);
    std::vector<Bundle> bundles = bundlesOf(field, links);
    for (const Bundle& bundle : bundles)
        router.add(bundle.front().link, bundle.front().from, bundle.front().to);
    const std::vector<RouteDraft> drafts = router.solve();
    std::vector<LinkRoute> routes;
    std::vector<DrawnLink> stray;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        routes.push_back(finished(field, drafts[i]));
        if (routes.back().shape != LinkShape::routed)
            stray.insert(stray.end(), bundles[i].begin(), bundles[i].end());
    }
    const std::size_t count = links.empty() ? 0 : links.back().link.index() + 1;
    const std::vector<bool> summed = sumUp(field, stray, layout, count);
    std::vector<std::size_t> cut;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (routes[i].shape == LinkShape::routed)
            addBundle(field, bundles[i], drafts[i], std::move(routes[i]), layout);
        else if (std::erase_if(bundles[i], [&](const DrawnLink& link) { return summed[link.link.index()]; });
                 !bundles[i].empty())
            cut.push_back(i);
    }
    std::stable_sort(cut.begin(), cut.end(),
                     [&](std::size_t a, std::size_t b) { return drafts[b].rank < drafts[a].rank; });
    StubPlacer placer = placerBeside(field, layout);
    for (const std::size_t i : cut) {
        placer.place(drafts[i], routes[i]);
        addBundle(field, bundles[i], drafts[i], std::move(routes[i]), layout);
    }
}

} // namespace

void routeLinks(const std::vector<model::Link>& links, TimelineLayout& layout)
{
    layout.links.clear();
    layout.ribbons.clear();
    const RouteField field(layout);
    std::vector<DrawnLink> drawn;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const DrawnLink link{LinkId(i), field.nodeOf(links[i].from), field.nodeOf(links[i].to)};
        if (link.from != RouteField::kNoNode && link.to != RouteField::kNoNode && link.from != link.to) {
            drawn.push_back(link);
            continue;
        }
        LinkRoute route;
        route.link = link.link;
        route.shape = LinkShape::hidden;
        layout.links.push_back(route);
    }
    if (drawn.size() > kMostRouted)
        layout.ribbons = ribbonsOf(field, layout, drawn);
    else
        routeApart(field, drawn, layout);
    std::sort(layout.links.begin(), layout.links.end(),
              [](const LinkRoute& a, const LinkRoute& b) { return a.link < b.link; });
    for (LinkRoute& route : layout.links) {
        route.from = links[route.link.index()].from;
        route.to = links[route.link.index()].to;
    }
}

void routeLinks(const TimelineRequest& request, TimelineLayout& layout)
{
    routeLinks(request.graph.story().links, layout);
}

} // namespace fabula::layout
