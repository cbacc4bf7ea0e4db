#pragma once

#include "layout/causal/proper_layering.hpp"

namespace fabula::layout {

/// Reorders single layers so that they cross their two neighbours, taken as fixed, as little as can be found. Keeps its
/// memory from call to call.
class Sifter
{
public:
    explicit Sifter(const ProperLayering& graph);

    /// Takes each node of the layer in turn to the place where it crosses least (Matuszewski, Schönfeld and Molitor,
    /// "Using Sifting for k-Layer Straightline Crossing Minimization", GD 1999), over and over until none moves, and
    /// returns by how much the crossings fell. Nodes move only when that pays; with `drift` they also move up to
    /// farther places that are as good. O(n · (n + e)) for n nodes and e segments of the layer; a layer of more than
    /// `kWindow` nodes is done in windows of so many that overlap by half.
    Index sift(OrderInWork& work, Index layer, bool drift = false);

    /// What has been done so far, in elementary steps: for budgets that hang on no clock.
    std::uint64_t steps() const { return steps_; }

    static constexpr Index kWindow = 512;

private:
    void compare(std::span<const Index> nodes, const std::vector<Index>& places);
    void compareSide(std::span<const Index> nodes, const Adjacency& side, const std::vector<Index>& places);
    Index siftWindow(OrderInWork& work, Index layer, Index first, bool drift);
    int moveToBest(Index at, bool drift);

    const ProperLayering& graph_;
    std::vector<int> gain_; ///< row a, column b: what crosses with a before b less what crosses with b before a
    std::vector<int> weight_;
    std::vector<Index> ends_;  ///< of one side: the places where the segments of the layer's nodes end
    std::vector<Index> begin_; ///< by node of the layer, where its segments begin in `ends_`
    std::vector<Index> line_;
    std::vector<Index> sorted_;
    std::uint64_t steps_ = 0;
};

} // namespace fabula::layout
