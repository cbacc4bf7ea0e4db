#include "layout/causal/rethreading.hpp"

#include <algorithm>
#include <limits>

namespace fabula::layout {

namespace {

// The place of a node once the one at `removed` is gone.
Index closedUp(Index place, Index removed)
{
    return place - (place > removed ? 1 : 0);
}

constexpr Index kBlock = 8;
constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

} // namespace

Rethreader::Rethreader(const ProperLayering& graph) : graph_(graph), seen_(graph.chains.size(), kNever)
{
    constexpr std::size_t kMostSegments = 15000; // costs are at most twice as much
    std::vector<std::size_t> segments(graph.layers, 0);
    for (Index node = 0; node < graph.nodes(); ++node)
        segments[graph.layerOf[node]] += graph.after.of(node).size();
    for (const std::size_t count : segments)
        tooMany_ = tooMany_ || count > kMostSegments;
}

std::uint64_t Rethreader::versionOf(const OrderInWork& work, std::span<const Index> chain) const
{
    std::uint64_t sum = 0;
    for (Index layer = graph_.layerOf[chain.front()]; layer <= graph_.layerOf[chain.back()]; ++layer)
        sum += work.versions[layer];
    return sum;
}

void Rethreader::first(const OrderInWork& work, std::span<const Index> chain)
{
    const Index layer = graph_.layerOf[chain[0]];
    const std::size_t free = work.layer(layer + 1).size();
    const Index removed = work.places[chain[1]];
    std::vector<Cost>& cost = gaps_[1].costs;
    cost.assign(free + 1, 0);
    // Differences first: a segment above crosses where it ends at or below the place, one below where it ends above.
    for (const Index node : work.layer(layer)) {
        if (node == chain[0])
            continue;
        const bool above = work.places[node] < work.places[chain[0]];
        for (const Index end : graph_.after.of(node)) {
            const Index to = closedUp(work.places[end], removed);
            cost[0] = static_cast<Cost>(cost[0] + (above ? 1 : 0));
            cost[to + 1] = static_cast<Cost>(cost[to + 1] + (above ? -1 : 1));
        }
    }
    for (std::size_t i = 1; i < free; ++i)
        cost[i] = static_cast<Cost>(cost[i] + cost[i - 1]);
    cost.resize(free);
}

// Where the other segments of the gap after dummy `at` end, once the edge's dummies are gone; by the order of their
// nodes.
void Rethreader::gather(const OrderInWork& work, std::span<const Index> chain, std::size_t at)
{
    Gap& gap = gaps_[at];
    const bool toDummy = at + 2 < chain.size();
    const Index removed = toDummy ? work.places[chain[at + 1]] : std::numeric_limits<Index>::max();
    gap.ends.clear();
    gap.begin.assign(1, 0);
    for (const Index node : work.layer(graph_.layerOf[chain[at]])) {
        if (node == chain[at])
            continue;
        for (const Index end : graph_.after.of(node))
            gap.ends.push_back(closedUp(work.places[end], removed));
        gap.begin.push_back(static_cast<Index>(gap.ends.size()));
    }
}

// From the places of dummy `at` to those of the next, of which there are `free`.
void Rethreader::pass(std::size_t at, Index free)
{
    // Whole blocks of places, which the compiler handles at once; those past the end hold rubbish.
    const Index padded = (free + kBlock) / kBlock * kBlock;
    const Gap& gap = gaps_[at];
    row_.assign(padded, 0);
    for (const Index end : gap.ends)
        ++row_[end + 1];
    for (Index place = 1; place < free; ++place)
        row_[place] = static_cast<Cost>(row_[place] + row_[place - 1]);
    turn_.assign(padded, 1);
    turn_.resize(2 * static_cast<std::size_t>(padded), -1);

    const std::vector<Cost>& costs = gap.costs;
    std::vector<Cost>& next = gaps_[at + 1].costs;
    next.resize(padded);
    Cost* const row = row_.data();
    Cost* const best = next.data();
    for (Index i = 0; i < padded; ++i)
        best[i] = static_cast<Cost>(costs[0] + row[i]);
    for (std::size_t place = 1; place < costs.size(); ++place) {
        // Past a node, its segments cross where they end at or below the place, no longer where they end above.
        for (Index k = gap.begin[place - 1]; k < gap.begin[place]; ++k) {
            const Cost* turn = turn_.data() + padded - gap.ends[k] - 1;
            for (Index i = 0; i < padded; ++i)
                row[i] = static_cast<Cost>(row[i] + turn[i]);
        }
        const Cost base = costs[place];
        for (Index i = 0; i < padded; ++i)
            best[i] = std::min(best[i], static_cast<Cost>(base + row[i]));
    }
    steps_ += padded * (costs.size() + gap.ends.size());
    next.resize(free);
    // Only differences count, and these are at most the number of segments in the gap.
    const Cost least = *std::min_element(next.begin(), next.end());
    for (Cost& cost : next)
        cost = static_cast<Cost>(cost - least);
}

// The place of dummy `at` from which the edge best reaches `target` in the next layer: the place before the node that
// is there, or (`atNode`) that node.
Index Rethreader::bestBefore(std::size_t at, Index target, bool atNode) const
{
    const Gap& gap = gaps_[at];
    int row = 0;
    for (const Index end : gap.ends)
        row += end < target ? 1 : 0;
    int best = gap.costs[0] + row;
    Index bestPlace = 0;
    const int tie = low_ ? 1 : 0;
    for (Index place = 1; place < gap.costs.size(); ++place) {
        for (Index k = gap.begin[place - 1]; k < gap.begin[place]; ++k)
            row += gap.ends[k] < target ? -1 : gap.ends[k] == target && atNode ? 0 : 1;
        if (const int value = gap.costs[place] + row; value < best + tie) {
            best = value;
            bestPlace = place;
        }
    }
    return bestPlace;
}

// Whether the edge crosses less in its new places than in those that it has.
bool Rethreader::pays(const OrderInWork& work, std::span<const Index> chain) const
{
    int gain = 0;
    for (std::size_t at = 0; at + 1 < chain.size(); ++at) {
        const Index here = work.places[chain[at]];
        const Index there = work.places[chain[at + 1]];
        for (const Index node : work.layer(graph_.layerOf[chain[at]])) {
            if (node == chain[at])
                continue;
            const Index place = work.places[node];
            const bool wasBefore = place < here;
            const bool isBefore = (at == 0 ? place : closedUp(place, here)) < slots_[at];
            for (const Index end : graph_.after.of(node)) {
                const Index to = work.places[end];
                if (end == chain[at + 1])
                    continue;
                const bool endIsBefore = (at + 2 == chain.size() ? to : closedUp(to, there)) < slots_[at + 1];
                gain += (wasBefore != (to < there) ? 1 : 0) - (isBefore != endIsBefore ? 1 : 0);
            }
        }
    }
    return gain > 0;
}

void Rethreader::rethread(OrderInWork& work, Index edge, Ties ties)
{
    const std::span<const Index> chain = graph_.chains[edge];
    if (chain.size() < 3 || tooMany_ || versionOf(work, chain) == seen_[edge])
        return;
    low_ = ties == Ties::low;
    if (gaps_.size() < chain.size())
        gaps_.resize(chain.size());
    first(work, chain);
    for (std::size_t at = 1; at + 1 < chain.size(); ++at) {
        gather(work, chain, at);
        if (at + 2 < chain.size())
            pass(at, static_cast<Index>(work.layer(graph_.layerOf[chain[at + 1]]).size()));
    }
    slots_.resize(chain.size());
    slots_.front() = work.places[chain.front()];
    slots_.back() = work.places[chain.back()];
    for (std::size_t at = chain.size() - 2; at > 0; --at)
        slots_[at] = bestBefore(at, slots_[at + 1], at + 2 == chain.size());
    if (ties != Ties::stay || pays(work, chain))
        for (std::size_t at = chain.size() - 2; at > 0; --at)
            work.move(graph_.layerOf[chain[at]], work.places[chain[at]], slots_[at]);
    seen_[edge] = versionOf(work, chain);
}

} // namespace fabula::layout
