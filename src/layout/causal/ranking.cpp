#include "layout/causal/ranking.hpp"

#include <algorithm>
#include <functional>
#include <queue>

namespace fabula::layout {

std::vector<Index> topologicalOrder(Index nodes, std::span<const Arc> arcs)
{
    const Adjacency out = arcsByNode(nodes, arcs, true);
    std::vector<Index> waitsFor(nodes, 0);
    for (const Arc& arc : arcs)
        ++waitsFor[arc.to];
    std::priority_queue<Index, std::vector<Index>, std::greater<>> ready;
    for (Index node = 0; node < nodes; ++node)
        if (waitsFor[node] == 0)
            ready.push(node);
    std::vector<Index> order;
    order.reserve(nodes);
    while (!ready.empty()) {
        const Index node = ready.top();
        ready.pop();
        order.push_back(node);
        for (const Index arc : out.of(node))
            if (--waitsFor[arcs[arc].to] == 0)
                ready.push(arcs[arc].to);
    }
    return order;
}

std::vector<Index> longestPathRanks(Index nodes, std::span<const Arc> arcs)
{
    const Adjacency out = arcsByNode(nodes, arcs, true);
    std::vector<Index> ranks(nodes, 0);
    for (const Index node : topologicalOrder(nodes, arcs))
        for (const Index arc : out.of(node))
            ranks[arcs[arc].to] = std::max(ranks[arcs[arc].to], ranks[node] + 1);
    return ranks;
}

std::vector<Index> bucketRanks(std::span<const int> buckets, std::span<const Arc> arcs)
{
    const auto nodes = static_cast<Index>(buckets.size());
    std::vector<Arc> inside;
    for (const Arc& arc : arcs)
        if (buckets[arc.from] == buckets[arc.to])
            inside.push_back(arc);
    std::vector<Index> ranks = longestPathRanks(nodes, inside);

    std::vector<Index> byBucket(nodes);
    for (Index node = 0; node < nodes; ++node)
        byBucket[node] = node;
    std::stable_sort(byBucket.begin(), byBucket.end(), [&](Index a, Index b) { return buckets[a] < buckets[b]; });
    Index first = 0;
    Index last = 0;
    for (Index i = 0; i < nodes; ++i) {
        const Index node = byBucket[i];
        if (i > 0 && buckets[node] != buckets[byBucket[i - 1]])
            first = last + 1;
        ranks[node] += first;
        last = std::max(last, ranks[node]);
    }
    return ranks;
}

void normaliseRanks(std::vector<Index>& ranks)
{
    std::vector<std::int32_t> used;
    for (const Index rank : ranks)
        used.push_back(static_cast<std::int32_t>(rank));
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    for (Index& rank : ranks)
        rank = static_cast<Index>(std::lower_bound(used.begin(), used.end(), static_cast<std::int32_t>(rank)) -
                                  used.begin());
}

} // namespace fabula::layout
