#include "layout/causal/starts.hpp"

#include <numeric>
#include <random>

namespace fabula::layout {

namespace {

// All nodes as a search meets them that goes along segments either way.
std::vector<Index> searched(const ProperLayering& graph, bool depthFirst, bool fromLast)
{
    std::vector<Index> met;
    std::vector<bool> seen(graph.nodes(), false);
    std::vector<Index> waiting;
    for (Index i = 0; i < graph.nodes(); ++i) {
        waiting.push_back(fromLast ? graph.nodes() - 1 - i : i);
        for (std::size_t next = 0; next < waiting.size();) {
            const Index node = depthFirst ? waiting.back() : waiting[next++];
            if (depthFirst)
                waiting.pop_back();
            if (seen[node])
                continue;
            seen[node] = true;
            met.push_back(node);
            for (const Adjacency* side : {&graph.before, &graph.after})
                for (const Index other : side->of(node))
                    if (!seen[other])
                        waiting.push_back(other);
        }
        waiting.clear();
    }
    return met;
}

std::vector<Index> shuffled(const ProperLayering& graph, std::uint32_t seed)
{
    std::vector<Index> nodes(graph.nodes());
    std::iota(nodes.begin(), nodes.end(), Index{0});
    std::minstd_rand random(seed);
    for (Index left = graph.nodes(); left > 1; --left)
        std::swap(nodes[left - 1], nodes[random() % left]);
    return nodes;
}

} // namespace

LayerOrder startingOrder(const ProperLayering& graph, int number)
{
    LayerOrder order = orderByNumber(graph);
    std::vector<Index> next(order.begin.begin(), order.begin.end() - 1);
    const std::vector<Index> nodes = number < 4 ? searched(graph, number >= 2, number % 2 == 1)
                                                : shuffled(graph, static_cast<std::uint32_t>(number));
    for (const Index node : nodes)
        order.nodes[next[graph.layerOf[node]]++] = node;
    return order;
}

} // namespace fabula::layout
