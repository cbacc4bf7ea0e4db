#include "layout/timeline/lane_order.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace fabula::layout {

namespace {

using Order = std::vector<std::size_t>;

constexpr double kTie = 1e-9;

// The cost of an order is the sum over its cuts of the pull across, and the pull across a cut depends only on which
// lanes are above it.
std::vector<double> cutWeights(const LanePull& pull)
{
    std::vector<double> between(pull.count * pull.count, 0.0);
    for (const LanePull::Pair& pair : pull.pairs) {
        between[pair.a * pull.count + pair.b] += pair.weight;
        between[pair.b * pull.count + pair.a] += pair.weight;
    }
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
                cut[set] += (rest >> other & 1U) != 0 ? -between[lane * pull.count + other]
                                                      : between[lane * pull.count + other];
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

// The pulls of each lane, one after the other, so that a lane's neighbours are found without asking all lanes.
class PullsByLane
{
public:
    struct Pull
    {
        std::size_t lane = 0;
        double weight = 0;
    };

    explicit PullsByLane(const LanePull& pull) : first_(pull.count + 1, 0), pulls_(2 * pull.pairs.size())
    {
        for (const LanePull::Pair& pair : pull.pairs) {
            ++first_[pair.a + 1];
            ++first_[pair.b + 1];
        }
        std::partial_sum(first_.begin(), first_.end(), first_.begin());
        std::vector<std::size_t> next(first_);
        for (const LanePull::Pair& pair : pull.pairs) {
            pulls_[next[pair.a]++] = {pair.b, pair.weight};
            pulls_[next[pair.b]++] = {pair.a, pair.weight};
        }
    }

    std::size_t lanes() const { return first_.size() - 1; }
    std::span<const Pull> of(std::size_t lane) const
    {
        return {pulls_.data() + first_[lane], pulls_.data() + first_[lane + 1]};
    }

private:
    std::vector<std::size_t> first_;
    std::vector<Pull> pulls_;
};

// Looks for a short order and counts what that takes.
class OrderSearch
{
public:
    explicit OrderSearch(const LanePull& pull) : pull_(pull), pulls_(pull), place_(pull.count) {}

    LaneOrder run()
    {
        Order given(pull_.count);
        std::iota(given.begin(), given.end(), std::size_t{0});
        const Order reversed(given.rbegin(), given.rend());
        Order best = given;
        double bestCost = orderCost(pull_, best);
        for (const Order& start : {given, reversed}) {
            Order order = start;
            for (int sweep = 0; sweep < kSweeps && !tired(); ++sweep) {
                Order improved = order;
                swapNeighbours(improved);
                steps_ += pull_.pairs.size();
                const double cost = orderCost(pull_, improved);
                if (cost < bestCost - kTie) {
                    best = improved;
                    bestCost = cost;
                }
                sweepToBarycentres(order);
            }
        }
        return {best, steps_};
    }

private:
    static constexpr int kSweeps = 8;

    bool tired() const { return steps_ >= kMostOrderSteps; }

    void notePlaces(const Order& order)
    {
        for (std::size_t i = 0; i < order.size(); ++i)
            place_[order[i]] = i;
    }

    void sweepToBarycentres(Order& order)
    {
        notePlaces(order);
        std::vector<double> wanted(pulls_.lanes());
        for (std::size_t lane = 0; lane < pulls_.lanes(); ++lane) {
            double sum = 0;
            double weight = 0;
            for (const PullsByLane::Pull& pull : pulls_.of(lane)) {
                sum += pull.weight * static_cast<double>(place_[pull.lane]);
                weight += pull.weight;
            }
            wanted[lane] = weight > 0 ? sum / weight : static_cast<double>(place_[lane]);
            steps_ += 1 + pulls_.of(lane).size();
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    }

    // What the lane's pulls save when it moves down past `neighbour`: it comes nearer by one to all that is below.
    double gainOfMovingDown(std::size_t lane, std::size_t neighbour)
    {
        double gain = 0;
        for (const PullsByLane::Pull& pull : pulls_.of(lane))
            if (pull.lane != neighbour && pull.lane != lane)
                gain += place_[pull.lane] > place_[lane] ? pull.weight : -pull.weight;
        steps_ += 1 + pulls_.of(lane).size();
        return gain;
    }

    void swapNeighbours(Order& order)
    {
        notePlaces(order);
        for (std::size_t round = 0; round < order.size() && !tired(); ++round) {
            bool better = false;
            for (std::size_t i = 0; i + 1 < order.size(); ++i) {
                // Moving the lower one up saves what moving it down would cost.
                if (gainOfMovingDown(order[i], order[i + 1]) - gainOfMovingDown(order[i + 1], order[i]) <= kTie)
                    continue;
                std::swap(order[i], order[i + 1]);
                std::swap(place_[order[i]], place_[order[i + 1]]);
                better = true;
            }
            if (!better)
                return;
        }
    }

    const LanePull& pull_;
    PullsByLane pulls_;
    std::vector<std::size_t> place_; ///< of each lane, in the order in hand
    std::size_t steps_ = 0;
};

} // namespace

double orderCost(const LanePull& pull, const Order& order)
{
    std::vector<double> place(pull.count, 0.0);
    for (std::size_t i = 0; i < order.size(); ++i)
        place[order[i]] = static_cast<double>(i);
    double cost = 0;
    for (const LanePull::Pair& pair : pull.pairs)
        cost += pair.weight * std::abs(place[pair.a] - place[pair.b]);
    return cost;
}

LaneOrder shortestOrder(const LanePull& pull)
{
    if (pull.count == 0)
        return {};
    return pull.count <= kMostLanesOrderedExactly ? LaneOrder{exactOrder(pull), 0} : OrderSearch(pull).run();
}

} // namespace fabula::layout
