#pragma once

#include "layout/causal/proper_layering.hpp"

namespace fabula::layout {

/// Where something goes that several places are equally good for: where it is, or to the first or last of them.
enum class Ties : std::uint8_t { stay, high, low };

/// Threads long edges anew through the layers they pass. Keeps its memory from call to call.
class Rethreader
{
public:
    explicit Rethreader(const ProperLayering& graph);

    /// Takes the dummies of one edge out and puts them back where, all else staying as it is, the edge crosses least.
    /// Crossings never grow. A shortest path over the free places of each layer; O(the sum over the gaps passed of
    /// (n + e) · n) for n nodes and e segments of a gap. An edge whose layers are as they were at the last call stays.
    void rethread(OrderInWork& work, Index edge, Ties ties);

    /// What has been done so far, in elementary steps.
    std::uint64_t steps() const { return steps_; }

private:
    std::uint64_t versionOf(const OrderInWork& work, std::span<const Index> chain) const;
    bool pays(const OrderInWork& work, std::span<const Index> chain) const;
    void first(const OrderInWork& work, std::span<const Index> chain);
    void gather(const OrderInWork& work, std::span<const Index> chain, std::size_t at);
    void pass(std::size_t at, Index free);
    Index bestBefore(std::size_t at, Index target, bool atNode) const;

    using Cost = std::int16_t; ///< narrow, so that many are compared at once

    /// A dummy of the edge and the gap after it.
    struct Gap
    {
        std::vector<Cost> costs;  ///< by place of the dummy: the crossings so far
        std::vector<Index> begin; ///< by other node of its layer, where its segments begin in `ends`, and their end
        std::vector<Index> ends;
    };

    const ProperLayering& graph_;
    bool low_ = false;
    bool tooMany_ = false;
    std::vector<Cost> row_;           ///< the crossings of the segment to each place of the next layer
    std::vector<Cost> turn_;          ///< as many times 1 as places, then as many times -1
    std::vector<Gap> gaps_;           ///< by node of the chain
    std::vector<std::uint64_t> seen_; ///< by edge: of its layers at the last call
    std::vector<Index> slots_;        ///< by dummy of the chain, its place once the others have closed up
    std::uint64_t steps_ = 0;
};

} // namespace fabula::layout
