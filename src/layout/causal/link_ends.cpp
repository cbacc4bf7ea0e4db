#include "layout/causal/link_chains.hpp"
#include "layout/causal/ports.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace fabula::layout {

namespace {

/// A link on one side of a node; sorted as they come from above.
struct SideLink
{
    int group = 1; ///< 0: to a node above in the same layer, 1: to another layer, 2: to a node below, 3: to itself
    std::int64_t key = 0;
    Index edge = 0;
    bool second = false;
    Index neighbour = 0; ///< the dummy or node next on its way

    friend bool operator<(const SideLink& a, const SideLink& b)
    {
        return std::tie(a.group, a.key, a.edge, a.second) < std::tie(b.group, b.key, b.edge, b.second);
    }
};

using Side = std::vector<SideLink>;

struct Sides
{
    std::vector<Side> left; ///< by node
    std::vector<Side> right;
};

// Of links within a layer, those that reach farther run outside the others.
void addWithinLayer(const PlacedLayers& placed, Index edge, Sides& sides)
{
    const auto [from, to, direction] = placed.request.edges[edge];
    const auto placeOf = [&](Index node) { return static_cast<std::int64_t>(placed.places[node]); };
    if (from == to) {
        sides.right[from].push_back({3, 0, edge, false, from});
        sides.right[from].push_back({3, 0, edge, true, from});
        return;
    }
    sides.right[from].push_back({placeOf(to) < placeOf(from) ? 0 : 2, -placeOf(to), edge, false, to});
    sides.right[to].push_back({placeOf(from) < placeOf(to) ? 0 : 2, -placeOf(from), edge, true, from});
}

Sides sidesOf(const PlacedLayers& placed)
{
    const ProperLayering& graph = placed.graph;
    Sides sides{std::vector<Side>(graph.reals), std::vector<Side>(graph.reals)};
    for (Index edge = 0; edge < graph.chains.size(); ++edge) {
        const std::vector<Index>& chain = graph.chains[edge];
        if (chain.empty()) {
            addWithinLayer(placed, edge, sides);
            continue;
        }
        const Index next = chain[1];
        const Index before = chain[chain.size() - 2];
        sides.right[chain.front()].push_back({1, placed.places[next], edge, false, next});
        sides.left[chain.back()].push_back({1, placed.places[before], edge, true, before});
    }
    for (std::vector<Side>* all : {&sides.left, &sides.right})
        for (Side& side : *all)
            std::sort(side.begin(), side.end());
    return sides;
}

class EndPlacer
{
public:
    explicit EndPlacer(const PlacedLayers& placed) : placed_(placed), sides_(sidesOf(placed))
    {
        const double unset = std::numeric_limits<double>::quiet_NaN();
        ends_.first.assign(placed.graph.chains.size(), unset);
        ends_.second = ends_.first;
    }

    // Right sides aim at what they see of the nodes on the right, left sides at where the links come from, and then the
    // right sides again.
    LinkEnds run()
    {
        placeAll(sides_.right);
        placeAll(sides_.left);
        placeAll(sides_.right);
        return std::move(ends_);
    }

private:
    struct Range
    {
        double top;
        double bottom;
    };

    Range rangeOf(Index node) const
    {
        const double height = placed_.request.nodes[node].height;
        const double half = std::max(0.0, height / 2 - placed_.request.spacing.portInset);
        return {placed_.ys[node] - half, placed_.ys[node] + half};
    }

    PortWish wishOf(const SideLink& link, Range own) const
    {
        if (link.group != 1)
            return {};
        if (placed_.graph.isDummy(link.neighbour)) {
            const double y = placed_.ys[link.neighbour];
            return {y, own.top <= y && y <= own.bottom};
        }
        const double other = link.second ? ends_.first[link.edge] : ends_.second[link.edge];
        if (other == other) // not NaN: it is set
            return {other, own.top <= other && other <= own.bottom};
        const Range range = rangeOf(link.neighbour);
        const double top = std::max(own.top, range.top);
        const double bottom = std::min(own.bottom, range.bottom);
        return {(top + bottom) / 2, top <= bottom};
    }

    void placeAll(const std::vector<Side>& sides)
    {
        std::vector<PortWish> wishes;
        for (Index node = 0; node < sides.size(); ++node) {
            const Range range = rangeOf(node);
            wishes.clear();
            for (const SideLink& link : sides[node])
                wishes.push_back(wishOf(link, range));
            const std::vector<double> ports =
                portsOn(wishes, range.top, range.bottom, placed_.request.spacing.portSpacing);
            for (std::size_t i = 0; i < ports.size(); ++i)
                (sides[node][i].second ? ends_.second : ends_.first)[sides[node][i].edge] = ports[i];
        }
    }

    const PlacedLayers& placed_;
    Sides sides_;
    LinkEnds ends_;
};

} // namespace

LinkEnds linkEnds(const PlacedLayers& placed)
{
    return EndPlacer(placed).run();
}

} // namespace fabula::layout
