#include "layout/timeline/lane_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace fabula::layout {
namespace {

LanePull randomPull(std::size_t lanes, std::uint32_t seed)
{
    std::mt19937 random(seed);
    LanePull pull(lanes);
    for (std::size_t a = 0; a < lanes; ++a)
        for (std::size_t b = a + 1; b < lanes; ++b)
            if (random() % 3 == 0)
                pull.add(a, b, 0.5 * static_cast<double>(1 + random() % 10));
    return pull;
}

TEST(LaneOrder, isTheBestOfAllOrdersAndOfTiesTheFirst)
{
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        const LanePull pull = randomPull(1 + seed % 7, seed);
        std::vector<std::size_t> order(pull.count);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::vector<std::size_t> best = order;
        do {
            if (orderCost(pull, order) < orderCost(pull, best) - 1e-9)
                best = order;
        } while (std::next_permutation(order.begin(), order.end()));
        EXPECT_EQ(shortestOrder(pull).lanes, best) << "seed " << seed;
    }
}

TEST(LaneOrder, ofManyLanesIsAPermutationMuchShorterThanTheGivenOne)
{
    double given = 0;
    double found = 0;
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        // A chain of lanes, shuffled: its best order is known to cost one per link.
        LanePull pull(30);
        std::vector<std::size_t> chain(30);
        std::iota(chain.begin(), chain.end(), std::size_t{0});
        std::mt19937 random(seed);
        for (std::size_t i = chain.size() - 1; i > 0; --i)
            std::swap(chain[i], chain[random() % (i + 1)]);
        for (std::size_t i = 0; i + 1 < chain.size(); ++i)
            pull.add(chain[i], chain[i + 1], 1);
        std::vector<std::size_t> identity(30);
        std::iota(identity.begin(), identity.end(), std::size_t{0});
        const std::vector<std::size_t> order = shortestOrder(pull).lanes;
        EXPECT_TRUE(std::is_permutation(order.begin(), order.end(), identity.begin(), identity.end()));
        given += orderCost(pull, identity);
        found += orderCost(pull, order);
    }
    EXPECT_LT(found, 0.5 * given);
}

TEST(LaneOrder, ofThousandsOfLanesTakesBoundedWork)
{
    std::mt19937 random(5);
    for (const std::size_t lanes : {1000U, 5000U, 50000U}) {
        LanePull pull(lanes);
        for (std::size_t i = 0; i < 4 * lanes; ++i)
            pull.add(random() % lanes, (random() % 100 + i) % lanes, 1 + static_cast<double>(random() % 5));
        std::vector<std::size_t> identity(lanes);
        std::iota(identity.begin(), identity.end(), std::size_t{0});
        const LaneOrder order = shortestOrder(pull);
        const std::size_t sweep = 3 * (lanes + pull.pairs.size());
        EXPECT_LE(order.steps, kMostOrderSteps + 2 * sweep) << lanes;
        EXPECT_TRUE(std::is_permutation(order.lanes.begin(), order.lanes.end(), identity.begin())) << lanes;
        EXPECT_LE(orderCost(pull, order.lanes), orderCost(pull, identity)) << lanes;
    }
}

TEST(LaneOrder, keepsTheStorysOrderWithoutLinks)
{
    EXPECT_EQ(shortestOrder(LanePull(4)).lanes, (std::vector<std::size_t>{0, 1, 2, 3}));
    EXPECT_TRUE(shortestOrder(LanePull(0)).lanes.empty());
}

} // namespace
} // namespace fabula::layout
