#pragma once

#include <cstddef>
#include <vector>

namespace fabula::layout {

/// A symmetric matrix: how much pulls two lanes together. Row by row, count × count.
struct LanePull
{
    std::size_t count = 0;
    std::vector<double> weights;

    explicit LanePull(std::size_t lanes) : count(lanes), weights(lanes * lanes, 0.0) {}
    double at(std::size_t a, std::size_t b) const { return weights[a * count + b]; }
    void add(std::size_t a, std::size_t b, double weight)
    {
        weights[a * count + b] += weight;
        weights[b * count + a] += weight;
    }
};

/// Lanes beyond this many are ordered by a heuristic.
inline constexpr std::size_t kMostLanesOrderedExactly = 12;

/// The sum over all pairs of their pull times their distance in the order.
double orderCost(const LanePull& pull, const std::vector<std::size_t>& order);

/// The order of lanes with the least `orderCost` (the linear arrangement problem); of several the first in the order of
/// the alphabet over lane numbers. Exact, by dynamic programming over sets of lanes, O(2^n n²), up to
/// `kMostLanesOrderedExactly`; beyond, barycentre sweeps and swaps of neighbours from several starts, O(n³) at most.
std::vector<std::size_t> shortestOrder(const LanePull& pull);

} // namespace fabula::layout
