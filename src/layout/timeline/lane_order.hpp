#pragma once

#include <cstddef>
#include <vector>

namespace fabula::layout {

/// How much pulls two lanes together, pair by pair; pairs that nothing pulls take no room.
struct LanePull
{
    struct Pair
    {
        std::size_t a = 0;
        std::size_t b = 0;
        double weight = 0;
    };

    std::size_t count = 0;
    std::vector<Pair> pairs; ///< a pair may stand here several times: its weights add up

    explicit LanePull(std::size_t lanes) : count(lanes) {}
    void add(std::size_t a, std::size_t b, double weight) { pairs.push_back({a, b, weight}); }
};

/// Lanes beyond this many are ordered by a heuristic.
inline constexpr std::size_t kMostLanesOrderedExactly = 12;
/// How many pulls the heuristic begins to look at, at most. It stops sooner, with the best order so far, rather than
/// keep anybody waiting for stories with thousands of lanes.
inline constexpr std::size_t kMostOrderSteps = 4'000'000;

/// The sum over all pairs of their pull times their distance in the order. Linear.
double orderCost(const LanePull& pull, const std::vector<std::size_t>& order);

struct LaneOrder
{
    std::vector<std::size_t> lanes; ///< from the top
    std::size_t steps = 0;          ///< pulls looked at by the heuristic; the work it was
};

/// The order of lanes with the least `orderCost` (the linear arrangement problem); of several the first in the order of
/// the alphabet over lane numbers. Exact, by dynamic programming over sets of lanes, O(2^n n²), up to
/// `kMostLanesOrderedExactly`; beyond, barycentre sweeps and swaps of neighbours from several starts, within
/// `kMostOrderSteps` and one sweep more, which is linear in lanes and pairs. Never worse than the given order.
LaneOrder shortestOrder(const LanePull& pull);

} // namespace fabula::layout
