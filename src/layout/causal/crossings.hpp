#pragma once

#include "layout/causal/proper_layering.hpp"

namespace fabula::layout {

/// Counts how many pairs of segments cross. Segments with an end in common do not. Exact; O(E log V) by an accumulator
/// tree (Barth, Mutzel and Jünger, "Simple and Efficient Bilayer Cross Counting", *JGAA* 8(2), 2004). Keeps its memory
/// from call to call.
class CrossingCounter
{
public:
    explicit CrossingCounter(const ProperLayering& graph) : graph_(graph) {}

    /// Over all gaps between layers.
    std::uint64_t count(const OrderInWork& work);
    /// In the gap between `layer` and the next.
    std::uint64_t countAfter(const OrderInWork& work, Index layer);

private:
    std::uint64_t countShort(const OrderInWork& work, Index layer);

    const ProperLayering& graph_;
    std::vector<Index> tree_;
};

/// The same in one call.
std::uint64_t crossings(const ProperLayering& graph, const LayerOrder& order);

} // namespace fabula::layout
