#include "layout/timeline/lane_order.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fabula::layout {

namespace {

using Order = std::vector<std::size_t>;

constexpr double kTie = 1e-9;

// The cost of an order is the sum over its cuts of the pull across, and the pull across a cut depends only on which
// lanes are above it.
std::vector<double> cutWeights(const LanePull& pull)
{
    const std::size_t sets = std::size_t{1} << pull.count;
    std::vector<double> cut(sets, 0.0);
    for (std::size_t set = 1; set < sets; ++set) {
        std::size_t lane = 0;
        while ((set >> lane & 1U) == 0)
            ++lane;
        const std::size_t rest = set & (set - 1);
        cut[set] = cut[rest];
        for (std::size_t other = 0; other < pull.count; ++other)
            if (other != lane)
                cut[set] += (rest >> other & 1U) != 0 ? -pull.at(lane, other) : pull.at(lane, other);
    }
    return cut;
}

Order exactOrder(const LanePull& pull)
{
    const std::vector<double> cut = cutWeights(pull);
    const std::size_t all = cut.size() - 1;
    std::vector<double> rest(cut.size(), 0.0); // least cost of what comes below, when this set is above
    for (std::size_t set = all; set-- > 0;) {
        double best = -1;
        for (std::size_t lane = 0; lane < pull.count; ++lane) {
            const std::size_t next = set | std::size_t{1} << lane;
            if (next != set && (best < 0 || cut[next] + rest[next] < best))
                best = cut[next] + rest[next];
        }
        rest[set] = best;
    }
    Order order;
    for (std::size_t set = 0; set != all;) {
        for (std::size_t lane = 0; lane < pull.count; ++lane) {
            const std::size_t next = set | std::size_t{1} << lane;
            if (next != set && cut[next] + rest[next] <= rest[set] + kTie) {
                order.push_back(lane);
                set = next;
                break;
            }
        }
    }
    return order;
}

void sweepToBarycentres(const LanePull& pull, Order& order)
{
    std::vector<double> place(pull.count);
    for (std::size_t i = 0; i < order.size(); ++i)
        place[order[i]] = static_cast<double>(i);
    std::vector<double> wanted(place);
    for (std::size_t lane = 0; lane < pull.count; ++lane) {
        double sum = 0;
        double weight = 0;
        for (std::size_t other = 0; other < pull.count; ++other) {
            sum += pull.at(lane, other) * place[other];
            weight += pull.at(lane, other);
        }
        if (weight > 0)
            wanted[lane] = sum / weight;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
}

// What swapping the lanes at i and i + 1 saves: only their distances to the others change, by one each.
double gainOfSwap(const LanePull& pull, const Order& order, std::size_t i)
{
    const std::size_t upper = order[i];
    const std::size_t lower = order[i + 1];
    double gain = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
        if (k == i || k == i + 1)
            continue;
        const double towards = k < i ? 1.0 : -1.0;
        gain += towards * (pull.at(lower, order[k]) - pull.at(upper, order[k]));
    }
    return gain;
}

void swapNeighbours(const LanePull& pull, Order& order)
{
    for (std::size_t round = 0; round < order.size(); ++round) {
        bool better = false;
        for (std::size_t i = 0; i + 1 < order.size(); ++i) {
            if (gainOfSwap(pull, order, i) > kTie) {
                std::swap(order[i], order[i + 1]);
                better = true;
            }
        }
        if (!better)
            return;
    }
}

Order heuristicOrder(const LanePull& pull)
{
    Order given(pull.count);
    std::iota(given.begin(), given.end(), std::size_t{0});
    Order reversed(given.rbegin(), given.rend());
    Order best = given;
    for (const Order& start : {given, reversed}) {
        Order order = start;
        for (int sweep = 0; sweep < 8; ++sweep) {
            Order improved = order;
            swapNeighbours(pull, improved);
            if (orderCost(pull, improved) < orderCost(pull, best) - kTie)
                best = improved;
            sweepToBarycentres(pull, order);
        }
    }
    return best;
}

} // namespace

double orderCost(const LanePull& pull, const Order& order)
{
    double cost = 0;
    for (std::size_t i = 0; i < order.size(); ++i)
        for (std::size_t k = i + 1; k < order.size(); ++k)
            cost += pull.at(order[i], order[k]) * static_cast<double>(k - i);
    return cost;
}

Order shortestOrder(const LanePull& pull)
{
    if (pull.count == 0)
        return {};
    return pull.count <= kMostLanesOrderedExactly ? exactOrder(pull) : heuristicOrder(pull);
}

} // namespace fabula::layout
