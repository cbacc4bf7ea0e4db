#include "causal_graphs.hpp"
#include "layout/causal/components.hpp"
#include "layout/causal/network_simplex.hpp"
#include "layout/causal/ranking.hpp"

#include <gtest/gtest.h>

namespace fabula::layout {
namespace {

std::uint64_t totalLength(const std::vector<Index>& ranks, const std::vector<Arc>& arcs)
{
    std::uint64_t sum = 0;
    for (const Arc& arc : arcs)
        sum += ranks[arc.to] - ranks[arc.from];
    return sum;
}

bool leadsForward(const std::vector<Index>& ranks, const std::vector<Arc>& arcs)
{
    return std::all_of(arcs.begin(), arcs.end(), [&](const Arc& arc) { return ranks[arc.from] < ranks[arc.to]; });
}

// A random graph in one piece: every node but the first hangs on an earlier one.
std::vector<Arc> connectedArcs(Index nodes, Index more, Random& random)
{
    std::vector<Arc> arcs = randomArcs(nodes, more, random);
    for (Index node = 1; node < nodes; ++node)
        arcs.push_back({static_cast<Index>(random() % node), node});
    return arcs;
}

std::uint64_t shortestByTrying(Index nodes, const std::vector<Arc>& arcs, std::vector<Index>& ranks)
{
    if (ranks.size() == nodes)
        return leadsForward(ranks, arcs) ? totalLength(ranks, arcs) : std::numeric_limits<std::uint64_t>::max();
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    for (Index rank = 0; rank < nodes; ++rank) {
        ranks.push_back(rank);
        least = std::min(least, shortestByTrying(nodes, arcs, ranks));
        ranks.pop_back();
    }
    return least;
}

TEST(ShortestRanks, areAsShortAsCanBe)
{
    Random random(1);
    for (int round = 0; round < 60; ++round) {
        const Index nodes = 2 + random() % 5;
        const std::vector<Arc> arcs = connectedArcs(nodes, random() % 5, random);
        const std::vector<Index> ranks = shortestRanks(nodes, arcs);
        EXPECT_TRUE(leadsForward(ranks, arcs));
        std::vector<Index> tried;
        EXPECT_EQ(totalLength(ranks, arcs), shortestByTrying(nodes, arcs, tried)) << "round " << round;
    }
}

TEST(ShortestRanks, ofLargerGraphsAreValidWithoutGapsAndNeverLongerThanLongestPaths)
{
    Random random(2);
    for (int round = 0; round < 30; ++round) {
        const Index nodes = 20 + random() % 200;
        const std::vector<Arc> arcs = connectedArcs(nodes, nodes / 2, random);
        const std::vector<Index> ranks = shortestRanks(nodes, arcs);
        EXPECT_TRUE(leadsForward(ranks, arcs));
        EXPECT_LE(totalLength(ranks, arcs), totalLength(longestPathRanks(nodes, arcs), arcs));
        const std::set<Index> used(ranks.begin(), ranks.end());
        EXPECT_EQ(*used.rbegin() + 1, used.size());
        // Stopped at once they are still valid.
        EXPECT_TRUE(leadsForward(shortestRanks(nodes, arcs, 0), arcs));
    }
}

TEST(ShortestRanks, ofManyBeginningsAreFoundInOneWalkOverTheArcs)
{
    // Each beginning hangs on a chain by itself, so that the first tight tree grows by one node at a time: 10¹¹ steps,
    // were all arcs looked through each time.
    constexpr Index kChain = 50;
    constexpr Index kBeginnings = 300'000;
    std::vector<Arc> arcs;
    for (Index node = 1; node < kChain; ++node)
        arcs.push_back({node - 1, node});
    for (Index i = 0; i < kBeginnings; ++i)
        arcs.push_back({kChain + i, 1 + i % (kChain - 1)});
    const std::vector<Index> ranks = shortestRanks(kChain + kBeginnings, arcs);
    EXPECT_EQ(totalLength(ranks, arcs), arcs.size());
}

TEST(LongestPathRanks, putEachNodeRightAfterItsLastPredecessor)
{
    EXPECT_EQ(longestPathRanks(5, std::vector<Arc>{{0, 1}, {1, 2}, {0, 2}, {4, 2}}),
              (std::vector<Index>{0, 1, 2, 0, 0}));
}

TEST(BucketRanks, keepBucketsApartAndArcsForwardWithin)
{
    const std::vector<int> buckets{2024, 2024, 2030, 2024, 2027, 2027};
    const std::vector<Arc> arcs{{0, 1}, {1, 3}, {2, 0}, {3, 4}};
    EXPECT_EQ(bucketRanks(buckets, arcs), (std::vector<Index>{0, 1, 4, 2, 3, 3}));
}

TEST(OrderingArcs, formNoLoopAndKeepWhatIsOnNone)
{
    Random random(3);
    for (int round = 0; round < 60; ++round) {
        const Index nodes = 3 + random() % 20;
        std::vector<Arc> arcs;
        std::vector<Direction> directions;
        for (Index i = 0; i < 2 * nodes; ++i) {
            arcs.push_back({static_cast<Index>(random() % nodes), static_cast<Index>(random() % nodes)});
            directions.push_back(static_cast<Direction>(random() % 3));
        }
        const std::vector<bool> orders = orderingArcs(nodes, arcs, directions);
        std::vector<Arc> kept;
        std::vector<Arc> all;
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            if (orders[i])
                kept.push_back(arcs[i]);
            if (directions[i] != Direction::none)
                all.push_back(arcs[i]);
            EXPECT_FALSE(orders[i] && directions[i] == Direction::none);
        }
        EXPECT_EQ(topologicalOrder(nodes, kept).size(), nodes);
        const std::vector<Index> strong = strongParts(nodes, all);
        for (std::size_t i = 0; i < arcs.size(); ++i)
            if (directions[i] != Direction::none && strong[arcs[i].from] != strong[arcs[i].to]) {
                EXPECT_TRUE(orders[i]) << "arc " << i << " lies on no loop";
            }
    }
}

TEST(OrderingArcs, letSoftOnesGiveWayToFirmOnes)
{
    const std::vector<Arc> arcs{{0, 1}, {1, 2}, {2, 0}, {2, 3}};
    const std::vector<Direction> directions{Direction::firm, Direction::firm, Direction::soft, Direction::soft};
    EXPECT_EQ(orderingArcs(4, arcs, directions), (std::vector<bool>{true, true, false, true}));
}

TEST(ConnectedParts, areNumberedByTheirFirstNodes)
{
    EXPECT_EQ(connectedParts(6, std::vector<Arc>{{4, 0}, {2, 3}, {3, 2}}), (std::vector<Index>{0, 1, 2, 2, 0, 3}));
    EXPECT_TRUE(connectedParts(0, {}).empty());
}

TEST(ProperLayering, cutsLongEdgesIntoSegmentsBetweenNeighbouringLayers)
{
    const ProperLayering graph =
        properLayering(std::vector<Index>{0, 3, 1, 1}, std::vector<Arc>{{0, 1}, {1, 2}, {2, 3}, {0, 2}, {0, 2}});
    EXPECT_EQ(graph.nodes(), 4U + 2U + 1U);
    EXPECT_EQ(graph.chains[0], (std::vector<Index>{0, 4, 5, 1}));
    EXPECT_EQ(graph.chains[1], (std::vector<Index>{2, 6, 1})) << "from the lower layer to the upper one";
    EXPECT_TRUE(graph.chains[2].empty()) << "within a layer";
    for (Index node = 0; node < graph.nodes(); ++node)
        for (const Index other : graph.after.of(node))
            EXPECT_EQ(graph.layerOf[other], graph.layerOf[node] + 1);
    EXPECT_EQ(graph.after.of(0).size(), 3U);
    EXPECT_EQ(graph.before.of(2).size(), 2U);
}

TEST(ProperLayering, leavesTheLongestEdgesWithoutSegmentsWhereTheyAreTooMany)
{
    const std::vector<Index> ranks{0, 1, 2, 3, 4, 5};
    const std::vector<Arc> edges{{0, 5}, {0, 1}, {4, 1}, {2, 4}, {1, 4}};
    EXPECT_EQ(properLayering(ranks, edges, 9).nodes(), 6U + 9U);
    const ProperLayering graph = properLayering(ranks, edges, 4);
    EXPECT_EQ(graph.nodes(), 6U + 3U);
    EXPECT_EQ(graph.chains[0], (std::vector<Index>{0, 5}));
    EXPECT_EQ(graph.chains[1], (std::vector<Index>{0, 1}));
    EXPECT_EQ(graph.chains[2], (std::vector<Index>{1, 4}));
    EXPECT_EQ(graph.chains[3].size(), 3U);
    EXPECT_EQ(graph.chains[4].size(), 4U);
    EXPECT_TRUE(graph.before.of(5).empty());
    EXPECT_EQ(graph.after.of(0).size(), 1U);
}

} // namespace
} // namespace fabula::layout
