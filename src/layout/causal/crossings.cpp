#include "layout/causal/crossings.hpp"

namespace fabula::layout {

std::uint64_t CrossingCounter::countAfter(const OrderInWork& work, Index layer)
{
    const auto size = static_cast<Index>(work.layer(layer + 1).size());
    // A binary indexed tree: how many of the segments seen so far end at or before a place.
    tree_.assign(size + 1, 0);
    std::uint64_t sum = 0;
    Index seen = 0;
    for (const Index node : work.layer(layer)) {
        const std::span<const Index> ends = graph_.after.of(node);
        if (seen > 0) {
            for (const Index end : ends) {
                sum += seen;
                for (Index at = work.places[end] + 1; at > 0; at &= at - 1)
                    sum -= tree_[at];
            }
        }
        for (const Index end : ends)
            for (Index at = work.places[end] + 1; at <= size; at += at & (0 - at))
                ++tree_[at];
        seen += static_cast<Index>(ends.size());
    }
    return sum;
}

std::uint64_t CrossingCounter::count(const OrderInWork& work)
{
    std::uint64_t sum = 0;
    for (Index layer = 0; layer + 1 < graph_.layers; ++layer)
        sum += countAfter(work, layer);
    return sum;
}

std::uint64_t crossings(const ProperLayering& graph, const LayerOrder& order)
{
    return CrossingCounter(graph).count(OrderInWork(order));
}

} // namespace fabula::layout
