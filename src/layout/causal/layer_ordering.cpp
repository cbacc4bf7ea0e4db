#include "layout/causal/layer_ordering.hpp"

#include "layout/causal/barycentre.hpp"
#include "layout/causal/crossings.hpp"
#include "layout/causal/rethreading.hpp"
#include "layout/causal/sifting.hpp"
#include "layout/causal/starts.hpp"

#include <algorithm>

namespace fabula::layout {

namespace {

constexpr int kPatience = 2;       ///< barycentre sweeps without gain after which a start is given up
constexpr int kDriftingRounds = 3; ///< rounds in which nodes also move where that changes nothing
constexpr int kAgreeing = 2;       ///< starts that must end with the best count for it to be taken as the best there is
/// A start is followed up if its crossings are at most this many times those of the best start, and a few.
constexpr double kPromising = 1.25;
constexpr std::uint64_t kFew = 3;

/// The phases of one ordering, with the memory that they share.
class Ordering
{
public:
    Ordering(const ProperLayering& graph, const OrderingEffort& effort)
        : graph_(graph), effort_(effort), counter_(graph), sweep_(graph), sifter_(graph), rethreader_(graph)
    {
    }

    bool spent(std::uint64_t steps) const { return sifter_.steps() + rethreader_.steps() > steps; }

    /// The best that barycentre sweeps find from `start`.
    OrderedLayers swept(LayerOrder start, bool forward)
    {
        OrderInWork work(std::move(start));
        OrderedLayers best{work.order, counter_.count(work)};
        int calm = 0;
        for (int sweep = 0; sweep < effort_.sweeps && calm < kPatience && best.crossings > 0; ++sweep) {
            sweep_.run(work, forward == (sweep % 2 == 0));
            ++calm;
            if (const std::uint64_t count = counter_.count(work); count < best.crossings) {
                best = {work.order, count};
                calm = 0;
            }
        }
        return best;
    }

    /// What sifting and rethreading make of it. With `drift` nodes also move where that changes nothing, which often
    /// opens a way to better places.
    OrderedLayers refined(OrderedLayers start, bool drift)
    {
        OrderInWork work(std::move(start.order));
        std::uint64_t count = start.crossings;
        for (int round = 0; round < effort_.rounds && count > 0; ++round) {
            const bool drifting = drift && round < kDriftingRounds;
            siftAll(work, round % 2 == 0, drifting);
            const Ties ties = !drift ? Ties::stay : round % 2 == 0 ? Ties::low : Ties::high;
            for (Index edge = 0; edge < graph_.chains.size() && !spent(effort_.mostSteps); ++edge)
                rethreader_.rethread(work, edge, ties);
            const std::uint64_t now = counter_.count(work);
            if ((now == count && !drifting) || spent(effort_.mostSteps))
                return {std::move(work.order), now};
            count = now;
        }
        return {std::move(work.order), count};
    }

private:
    void siftAll(OrderInWork& work, bool forward, bool drift)
    {
        for (Index i = 0; i < graph_.layers && !spent(effort_.mostSteps); ++i)
            sifter_.sift(work, forward ? i : graph_.layers - 1 - i, drift);
    }

    const ProperLayering& graph_;
    OrderingEffort effort_;
    CrossingCounter counter_;
    BarycentreSweep sweep_;
    Sifter sifter_;
    Rethreader rethreader_;
};

} // namespace

OrderingEffort effortFor(const ProperLayering& graph)
{
    OrderingEffort effort;
    const Index size = graph.nodes();
    effort.starts = size <= 100 ? 20 : size <= 500 ? 8 : size <= 3000 ? 4 : 2;
    return effort;
}

OrderedLayers fewCrossings(const ProperLayering& graph, const OrderingEffort& effort)
{
    Ordering ordering(graph, effort);
    std::vector<OrderedLayers> candidates;
    for (int start = 0; start < effort.starts; ++start) {
        candidates.push_back(ordering.swept(startingOrder(graph, start), start % 2 == 0));
        if (candidates.back().crossings == 0)
            return candidates.back();
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const OrderedLayers& a, const OrderedLayers& b) { return a.crossings < b.crossings; });
    const auto limit =
        static_cast<std::uint64_t>(kPromising * static_cast<double>(candidates.front().crossings)) + kFew;
    OrderedLayers best = candidates.front();
    int reached = 0;
    for (OrderedLayers& candidate : candidates) {
        if (candidate.crossings > limit || ordering.spent(effort.steps))
            break;
        OrderedLayers refined = ordering.refined(std::move(candidate), true);
        const std::uint64_t count = refined.crossings;
        reached = count < best.crossings ? 1 : reached + (count == best.crossings ? 1 : 0);
        if (count < best.crossings)
            best = std::move(refined);
        if (best.crossings == 0 || reached == kAgreeing)
            break;
    }
    return best;
}

OrderedLayers fewerCrossings(const ProperLayering& graph, LayerOrder start, const OrderingEffort& effort)
{
    const std::uint64_t count = crossings(graph, start);
    return Ordering(graph, effort).refined({std::move(start), count}, false);
}

} // namespace fabula::layout
