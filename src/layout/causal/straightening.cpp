#include "layout/causal/straightening.hpp"

#include <cmath>

namespace fabula::layout {

namespace {

constexpr double kSame = 0.01;       ///< px: less is no difference in height
constexpr double kLeastShare = 0.65; ///< of the distance to a neighbour that must be left

class Straightener
{
public:
    Straightener(PlacedLayers& placed, const LinkEnds& ends) : placed_(placed), ends_(ends) {}

    void run()
    {
        for (const bool fromSecond : {false, true})
            for (Index edge = 0; edge < placed_.graph.chains.size(); ++edge)
                straighten(edge, fromSecond);
    }

private:
    bool same(double a, double b) const { return std::abs(a - b) < kSame; }

    // Whether a dummy may stand at `y` without coming too close to its neighbours.
    bool fits(Index dummy, double y) const
    {
        const std::span<const Index> line = placed_.order.layer(placed_.graph.layerOf[dummy]);
        const Index place = placed_.places[dummy];
        const double least = placed_.request.spacing.linkGap * kLeastShare;
        const auto half = [&](Index node) {
            return placed_.graph.isDummy(node) ? 0 : placed_.request.nodes[node].height / 2;
        };
        const bool clearAbove = place == 0 || y - placed_.ys[line[place - 1]] - half(line[place - 1]) >= least;
        const bool clearBelow =
            place + 1 == line.size() || placed_.ys[line[place + 1]] - half(line[place + 1]) - y >= least;
        return clearAbove && clearBelow;
    }

    void straighten(Index edge, bool fromSecond)
    {
        const std::vector<Index>& chain = placed_.graph.chains[edge];
        if (chain.size() < 3)
            return;
        const std::size_t last = chain.size() - 1;
        const auto nodeAt = [&](std::size_t i) { return chain[fromSecond ? last - i : i]; };
        const double port = fromSecond ? ends_.second[edge] : ends_.first[edge];
        const double farPort = fromSecond ? ends_.first[edge] : ends_.second[edge];
        const double height = placed_.ys[nodeAt(1)];
        if (same(port, height))
            return;
        std::size_t end = 1; // behind the dummies that share the first one's height
        bool room = true;
        for (; end < last && same(placed_.ys[nodeAt(end)], height); ++end)
            room = room && fits(nodeAt(end), port);
        const double next = end == last ? farPort : placed_.ys[nodeAt(end)];
        // The bend at the port goes; none may come at the other end.
        if (!room || same(height, next))
            return;
        for (std::size_t i = 1; i < end; ++i)
            placed_.ys[nodeAt(i)] = port;
    }

    PlacedLayers& placed_;
    const LinkEnds& ends_;
};

} // namespace

void straighten(PlacedLayers& placed, const LinkEnds& ends)
{
    Straightener(placed, ends).run();
}

} // namespace fabula::layout
