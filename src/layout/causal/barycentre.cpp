#include "layout/causal/barycentre.hpp"

#include <algorithm>

namespace fabula::layout {

void BarycentreSweep::reorder(OrderInWork& work, Index layer, const Adjacency& side)
{
    constexpr std::size_t kFew = 64;
    keyed_.clear();
    double mean = 0;
    for (const Index node : work.layer(layer)) {
        const std::span<const Index> ends = side.of(node);
        if (!ends.empty()) {
            std::uint64_t sum = 0;
            for (const Index end : ends)
                sum += work.places[end];
            mean = static_cast<double>(sum) / static_cast<double>(ends.size());
        }
        Keyed keyed{mean, node};
        // Short lines are sorted as they are filled: nearly sorted already, and no memory is taken.
        std::size_t at = keyed_.size();
        keyed_.push_back(keyed);
        for (; keyed_.size() <= kFew && at > 0 && keyed_[at - 1].mean > keyed.mean; --at)
            keyed_[at] = keyed_[at - 1];
        keyed_[at] = keyed;
    }
    if (keyed_.size() > kFew)
        std::stable_sort(keyed_.begin(), keyed_.end(), [](const Keyed& a, const Keyed& b) { return a.mean < b.mean; });
    sorted_.clear();
    for (const Keyed& keyed : keyed_)
        sorted_.push_back(keyed.node);
    work.assign(layer, sorted_);
}

void BarycentreSweep::run(OrderInWork& work, bool forward)
{
    for (Index layer = 1; layer < graph_.layers; ++layer) {
        if (forward)
            reorder(work, layer, graph_.before);
        else
            reorder(work, graph_.layers - 1 - layer, graph_.after);
    }
}

} // namespace fabula::layout
