#pragma once

#include "layout/causal/proper_layering.hpp"

namespace fabula::layout {

/// Reorders layer after layer, each by the mean place of its nodes' neighbours in the layer that was ordered before it
/// (Sugiyama, Tagawa and Toda, *IEEE Trans. SMC* 11(2), 1981): first to last along the neighbours before, or last to
/// first along those after (`forward` false). A node without such neighbours stays behind the one it follows. One
/// sweep; crossings may grow. O(V log V + E).
class BarycentreSweep
{
public:
    explicit BarycentreSweep(const ProperLayering& graph) : graph_(graph) {}

    void run(OrderInWork& work, bool forward);

private:
    struct Keyed
    {
        double mean = 0;
        Index node = 0;
    };

    void reorder(OrderInWork& work, Index layer, const Adjacency& side);

    const ProperLayering& graph_;
    std::vector<Keyed> keyed_;
    std::vector<Index> sorted_;
};

} // namespace fabula::layout
