#include "layout/causal/layer_ordering.hpp"

#include "layout/causal/barycentre.hpp"
#include "layout/causal/crossings.hpp"
#include "layout/causal/rethreading.hpp"
#include "layout/causal/sifting.hpp"
#include "layout/causal/starts.hpp"

#include <algorithm>
#include <cstdlib>

namespace fabula::layout {

namespace {

double env(const char* n, double d)
{
    const char* s = std::getenv(n);
    return s ? std::atof(s) : d;
}

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
        const int kPatience = (int)env("PATIENCE", 3);
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
        const int kDriftingRounds = (int)env("DR", 3);
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
    const int kSmall = (int)env("N1", 150), kMiddling = (int)env("N2", 500);
    if (graph.nodes() > (Index)kSmall) {
        effort.starts = (int)env("S2", 6);
    }
    if (graph.nodes() > (Index)kMiddling) {
        effort.starts = (int)env("S3", 4);
    }
    if (env("CB", -1) >= 0)
        effort.steps = (std::uint64_t)env("CB", 0);
    return effort;
}

OrderedLayers fewCrossings(const ProperLayering& graph, const OrderingEffort& effort)
{
    const double kPromising = env("LIM", 1.25);
    const std::uint64_t kFewMore = 3;
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
        static_cast<std::uint64_t>(kPromising * static_cast<double>(candidates.front().crossings)) + kFewMore;
    OrderedLayers best = candidates.front();
    for (OrderedLayers& candidate : candidates) {
        if (candidate.crossings > limit || ordering.spent(effort.steps))
            break;
        OrderedLayers refined = ordering.refined(std::move(candidate), true);
        if (refined.crossings < best.crossings)
            best = std::move(refined);
        if (best.crossings == 0)
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
