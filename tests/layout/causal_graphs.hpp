#pragma once

#include "layout/causal/layered_drawing.hpp"
#include "layout/causal/proper_layering.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

namespace fabula::layout {

/// Numbers that are the same everywhere.
class Random
{
public:
    explicit Random(std::uint32_t seed) : engine_(seed) {}
    std::uint32_t operator()() { return static_cast<std::uint32_t>(engine_()); }

private:
    std::mt19937 engine_;
};

/// Random arcs from smaller to greater numbers, some of them parallel.
inline std::vector<Arc> randomArcs(Index nodes, Index arcs, Random& random)
{
    std::vector<Arc> result;
    while (nodes > 1 && result.size() < arcs) {
        const Index a = random() % nodes;
        const Index b = random() % nodes;
        if (a != b)
            result.push_back({std::min(a, b), std::max(a, b)});
    }
    return result;
}

/// Random nodes on `layers` layers, with edges that pass up to three layers.
inline ProperLayering randomLayering(Index nodes, Index layers, Index edges, Random& random)
{
    std::vector<Index> ranks(nodes);
    for (Index node = 0; node < nodes; ++node)
        ranks[node] = node < layers ? node : random() % layers;
    std::vector<Arc> arcs;
    while (arcs.size() < edges) {
        const Index a = random() % nodes;
        const Index b = random() % nodes;
        if (ranks[a] < ranks[b] && ranks[b] - ranks[a] <= 4)
            arcs.push_back({a, b});
    }
    return properLayering(ranks, arcs);
}

inline LayerOrder shuffledOrder(const ProperLayering& graph, Random& random)
{
    LayerOrder order = orderByNumber(graph);
    for (Index layer = 0; layer < order.layers(); ++layer) {
        const std::span<Index> nodes = order.layer(layer);
        for (std::size_t left = nodes.size(); left > 1; --left)
            std::swap(nodes[left - 1], nodes[random() % left]);
    }
    return order;
}

/// Every pair of segments compared.
inline std::uint64_t crossingsByPairs(const ProperLayering& graph, const LayerOrder& order)
{
    const std::vector<Index> places = placesOf(order);
    std::vector<Arc> segments;
    for (Index node = 0; node < graph.nodes(); ++node)
        for (const Index other : graph.after.of(node))
            segments.push_back({node, other});
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < segments.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (graph.layerOf[segments[i].from] == graph.layerOf[segments[j].from]) {
                const auto [a, b] = segments[i];
                const auto [c, d] = segments[j];
                count +=
                    (places[a] < places[c] && places[b] > places[d]) || (places[a] > places[c] && places[b] < places[d])
                        ? 1
                        : 0;
            }
    return count;
}

inline bool isOrderOf(const ProperLayering& graph, const LayerOrder& order)
{
    LayerOrder sorted = order;
    for (Index layer = 0; layer < sorted.layers(); ++layer)
        std::sort(sorted.layer(layer).begin(), sorted.layer(layer).end());
    return sorted == orderByNumber(graph);
}

} // namespace fabula::layout
