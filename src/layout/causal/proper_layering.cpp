#include "layout/causal/proper_layering.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace fabula::layout {

namespace {

Adjacency neighbours(Index nodes, std::span<const Arc> segments, bool after)
{
    Adjacency result = arcsByNode(nodes, segments, after);
    for (Index& entry : result.list)
        entry = after ? segments[entry].to : segments[entry].from;
    return result;
}

/// How many layers an edge passes between its ends.
Index passed(std::span<const Index> ranks, const Arc& edge)
{
    const auto [low, high] = std::minmax(ranks[edge.from], ranks[edge.to]);
    return high > low ? high - low - 1 : 0;
}

/// By edge, whether it is one of the longest, without which the others pass no more than `most` layers in all.
std::vector<bool> tooLong(std::span<const Index> ranks, std::span<const Arc> edges, std::uint64_t most)
{
    std::vector<bool> found(edges.size(), false);
    std::uint64_t sum = 0;
    for (const Arc& edge : edges)
        sum += passed(ranks, edge);
    if (sum <= most)
        return found;
    std::vector<Index> longestFirst(edges.size());
    std::iota(longestFirst.begin(), longestFirst.end(), Index{0});
    std::stable_sort(longestFirst.begin(), longestFirst.end(),
                     [&](Index a, Index b) { return passed(ranks, edges[a]) > passed(ranks, edges[b]); });
    for (std::size_t i = 0; sum > most; ++i) {
        found[longestFirst[i]] = true;
        sum -= passed(ranks, edges[longestFirst[i]]);
    }
    return found;
}

} // namespace

ProperLayering properLayering(std::span<const Index> ranks, std::span<const Arc> edges, std::uint64_t mostDummies)
{
    ProperLayering graph;
    graph.reals = static_cast<Index>(ranks.size());
    graph.layerOf.assign(ranks.begin(), ranks.end());
    for (const Index rank : ranks)
        graph.layers = std::max(graph.layers, rank + 1);
    graph.chains.resize(edges.size());
    const std::vector<bool> direct = tooLong(ranks, edges, mostDummies);
    std::vector<Arc> segments;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        auto [from, to] = edges[i];
        if (ranks[from] == ranks[to])
            continue;
        if (ranks[from] > ranks[to])
            std::swap(from, to);
        std::vector<Index>& chain = graph.chains[i];
        if (direct[i]) {
            chain = {from, to};
            continue;
        }
        chain.push_back(from);
        for (Index rank = ranks[from] + 1; rank < ranks[to]; ++rank) {
            chain.push_back(graph.nodes());
            graph.layerOf.push_back(rank);
        }
        chain.push_back(to);
        for (std::size_t at = 1; at < chain.size(); ++at)
            segments.push_back({chain[at - 1], chain[at]});
    }
    graph.before = neighbours(graph.nodes(), segments, false);
    graph.after = neighbours(graph.nodes(), segments, true);
    return graph;
}

LayerOrder orderByNumber(const ProperLayering& graph)
{
    LayerOrder order;
    order.begin.assign(graph.layers + 2, 0);
    order.nodes.resize(graph.nodes());
    for (const Index layer : graph.layerOf)
        ++order.begin[layer + 2];
    for (Index layer = 0; layer < graph.layers; ++layer)
        order.begin[layer + 2] += order.begin[layer + 1];
    for (Index node = 0; node < graph.nodes(); ++node)
        order.nodes[order.begin[graph.layerOf[node] + 1]++] = node;
    order.begin.pop_back();
    return order;
}

std::vector<Index> placesOf(const LayerOrder& order)
{
    std::vector<Index> places(order.nodes.size());
    for (Index layer = 0; layer < order.layers(); ++layer)
        for (Index at = order.begin[layer]; at < order.begin[layer + 1]; ++at)
            places[order.nodes[at]] = at - order.begin[layer];
    return places;
}

void OrderInWork::assign(Index layer, std::span<const Index> nodes)
{
    const std::span<Index> line = order.layer(layer);
    bool changed = false;
    for (Index place = 0; place < line.size(); ++place) {
        changed = changed || line[place] != nodes[place];
        line[place] = nodes[place];
        places[nodes[place]] = place;
    }
    versions[layer] += changed ? 1 : 0;
}

void OrderInWork::move(Index layer, Index from, Index to)
{
    if (from == to)
        return;
    const std::span<Index> line = order.layer(layer);
    if (to < from)
        std::rotate(line.begin() + to, line.begin() + from, line.begin() + from + 1);
    else
        std::rotate(line.begin() + from, line.begin() + from + 1, line.begin() + to + 1);
    for (Index place = std::min(from, to); place <= std::max(from, to); ++place)
        places[line[place]] = place;
    ++versions[layer];
}

} // namespace fabula::layout
