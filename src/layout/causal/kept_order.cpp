#include "layout/causal/kept_order.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fabula::layout {

using core::Point;

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

// The height of a chain's points at a share of the way from its leftmost to its rightmost.
double heightAt(const std::vector<Point>& chain, double share)
{
    const bool leftwards = chain.front().x > chain.back().x;
    const Point& first = leftwards ? chain.back() : chain.front();
    const Point& last = leftwards ? chain.front() : chain.back();
    const double x = first.x + (last.x - first.x) * share;
    for (std::size_t i = 1; i < chain.size(); ++i) {
        const Point& a = leftwards ? chain[chain.size() - i] : chain[i - 1];
        const Point& b = leftwards ? chain[chain.size() - 1 - i] : chain[i];
        if (x <= b.x)
            return b.x > a.x ? a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x) : b.y;
    }
    return last.y;
}

// New nodes get the mean of the neighbours that have a height, in a few rounds; what nothing is known of comes last.
void spread(const ProperLayering& graph, std::vector<double>& heights)
{
    constexpr int kRounds = 4;
    for (int round = 0; round < kRounds; ++round) {
        const std::vector<double> known = heights;
        for (Index node = 0; node < graph.reals; ++node) {
            if (!std::isnan(known[node]))
                continue;
            double sum = 0;
            int count = 0;
            for (const Adjacency* side : {&graph.before, &graph.after})
                for (const Index other : side->of(node))
                    if (!std::isnan(known[other])) {
                        sum += known[other];
                        ++count;
                    }
            if (count > 0)
                heights[node] = sum / count;
        }
    }
}

} // namespace

LayerOrder keptOrder(const ProperLayering& graph, const LayeredRequest& request)
{
    const LayeredBefore& before = request.before;
    std::vector<double> heights(graph.nodes(), kUnknown);
    for (Index node = 0; node < graph.reals; ++node)
        if (before.boxes[node].has_value())
            heights[node] = before.boxes[node]->centre().y;
    for (std::size_t edge = 0; edge < graph.chains.size(); ++edge) {
        const std::vector<Index>& chain = graph.chains[edge];
        if (edge >= before.chains.size() || before.chains[edge].empty())
            continue;
        for (std::size_t at = 1; at + 1 < chain.size(); ++at)
            heights[chain[at]] =
                heightAt(before.chains[edge], static_cast<double>(at) / static_cast<double>(chain.size() - 1));
    }
    spread(graph, heights);
    // New links take the straight way between their ends.
    for (const std::vector<Index>& chain : graph.chains)
        for (std::size_t at = 1; at + 1 < chain.size(); ++at)
            if (std::isnan(heights[chain[at]]))
                heights[chain[at]] = std::lerp(heights[chain.front()], heights[chain.back()],
                                               static_cast<double>(at) / static_cast<double>(chain.size() - 1));
    for (double& height : heights)
        if (std::isnan(height))
            height = std::numeric_limits<double>::infinity();
    LayerOrder order = orderByNumber(graph);
    for (Index layer = 0; layer < graph.layers; ++layer) {
        const std::span<Index> nodes = order.layer(layer);
        std::stable_sort(nodes.begin(), nodes.end(), [&](Index a, Index b) { return heights[a] < heights[b]; });
    }
    return order;
}

} // namespace fabula::layout
