#include "layout/causal/crossings.hpp"

#include <array>

namespace fabula::layout {

namespace {

constexpr Index kShort = 64;
constexpr std::size_t kMostCounted = 65535;

} // namespace

// The same in short layers without a tree: for each place how many of the segments seen so far end after it, which the
// compiler handles many places at a time.
std::uint64_t CrossingCounter::countShort(const OrderInWork& work, Index layer)
{
    std::array<std::uint16_t, kShort> after{};
    const auto size = static_cast<Index>(work.layer(layer + 1).size());
    const Index padded = size <= kShort / 4 ? kShort / 4 : kShort;
    std::uint64_t sum = 0;
    for (const Index node : work.layer(layer)) {
        const std::span<const Index> ends = graph_.after.of(node);
        for (const Index end : ends)
            sum += after[work.places[end]];
        for (const Index end : ends) {
            const auto place = static_cast<std::uint16_t>(work.places[end]);
            for (std::uint16_t i = 0; i < padded; ++i)
                after[i] = static_cast<std::uint16_t>(after[i] + (i < place ? 1 : 0));
        }
    }
    return sum;
}

std::uint64_t CrossingCounter::countAfter(const OrderInWork& work, Index layer)
{
    const auto size = static_cast<Index>(work.layer(layer + 1).size());
    if (size <= kShort && graph_.after.list.size() <= kMostCounted)
        return countShort(work, layer);
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
