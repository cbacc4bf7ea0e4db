#include "causal_graphs.hpp"
#include "layout/causal/barycentre.hpp"
#include "layout/causal/crossings.hpp"
#include "layout/causal/layer_ordering.hpp"
#include "layout/causal/rethreading.hpp"
#include "layout/causal/sifting.hpp"
#include "layout/causal/starts.hpp"

#include <gtest/gtest.h>

namespace fabula::layout {
namespace {

TEST(Crossings, areThoseOfAllPairsOfSegments)
{
    Random random(1);
    for (int round = 0; round < 60; ++round) {
        // Layers longer than 64 are counted with a tree, shorter ones without.
        const bool longLayers = round % 3 == 0;
        const ProperLayering graph = longLayers ? randomLayering(260, 2, 300, random)
                                                : randomLayering(2 + random() % 30, 2 + round % 4 % 2, 40, random);
        const LayerOrder order = shuffledOrder(graph, random);
        EXPECT_EQ(crossings(graph, order), crossingsByPairs(graph, order)) << "round " << round;
    }
}

TEST(Crossings, ofSegmentsWithAnEndInCommonAreNone)
{
    const std::vector<Index> ranks{0, 1, 1, 0};
    const std::vector<Arc> edges{{0, 1}, {0, 2}, {0, 2}, {3, 2}};
    const ProperLayering graph = properLayering(ranks, edges);
    EXPECT_EQ(crossings(graph, orderByNumber(graph)), 0U);
}

TEST(Sifting, gainsWhatItSaysAndLeavesNoNodeABetterPlace)
{
    Random random(2);
    for (int round = 0; round < 40; ++round) {
        const ProperLayering graph = randomLayering(24, 4, 40, random);
        OrderInWork work(shuffledOrder(graph, random));
        Sifter sifter(graph);
        const Index layer = random() % graph.layers;
        const std::uint64_t before = crossingsByPairs(graph, work.order);
        const Index gained = sifter.sift(work, layer, round % 2 == 0);
        const std::uint64_t after = crossingsByPairs(graph, work.order);
        EXPECT_EQ(before - after, gained);
        ASSERT_TRUE(isOrderOf(graph, work.order));
        EXPECT_EQ(work.places, placesOf(work.order));
        const auto size = static_cast<Index>(work.layer(layer).size());
        for (Index from = 0; from < size; ++from)
            for (Index to = 0; to < size; ++to) {
                OrderInWork moved = work;
                moved.move(layer, from, to);
                EXPECT_GE(crossingsByPairs(graph, moved.order), after) << from << " to " << to;
            }
    }
}

TEST(BarycentreSweep, knowsTheMeanOfMoreNeighboursThanAddUpIn32Bits)
{
    constexpr Index kMany = 100'000;
    std::vector<Index> ranks(kMany, 0);
    ranks.insert(ranks.end(), {1, 1});
    std::vector<Arc> edges;
    for (Index node = 0; node < kMany; ++node)
        edges.push_back({node, kMany});
    edges.push_back({kMany / 5, kMany + 1});
    const ProperLayering graph = properLayering(ranks, edges);
    OrderInWork work(orderByNumber(graph));
    BarycentreSweep(graph).run(work, true);
    EXPECT_EQ(work.layer(1).front(), kMany + 1);
}

TEST(Sifting, withoutDriftMovesOnlyWhereThatPays)
{
    const ProperLayering graph =
        properLayering(std::vector<Index>{0, 1, 1, 1}, std::vector<Arc>{{0, 1}, {0, 2}, {0, 3}});
    OrderInWork work(orderByNumber(graph));
    EXPECT_EQ(Sifter(graph).sift(work, 1), 0U);
    EXPECT_EQ(work.order, orderByNumber(graph));
}

// The least crossings over all ways to put the edge's dummies anywhere in their layers.
std::uint64_t leastByTrying(const ProperLayering& graph, const OrderInWork& work, Index edge, std::size_t at)
{
    const std::vector<Index>& chain = graph.chains[edge];
    if (at + 1 >= chain.size())
        return crossingsByPairs(graph, work.order);
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    const Index layer = graph.layerOf[chain[at]];
    for (Index place = 0; place < work.layer(layer).size(); ++place) {
        OrderInWork tried = work;
        tried.move(layer, work.places[chain[at]], place);
        least = std::min(least, leastByTrying(graph, tried, edge, at + 1));
    }
    return least;
}

TEST(Rethreading, findsTheBestWayOfALongEdge)
{
    Random random(3);
    for (int round = 0; round < 30; ++round) {
        const ProperLayering graph = randomLayering(14, 5, 16, random);
        for (const Ties ties : {Ties::stay, Ties::high, Ties::low}) {
            OrderInWork work(shuffledOrder(graph, random));
            Rethreader rethreader(graph);
            for (Index edge = 0; edge < graph.chains.size(); ++edge) {
                if (graph.chains[edge].size() < 3 || graph.chains[edge].size() > 4)
                    continue;
                const std::uint64_t least = leastByTrying(graph, work, edge, 1);
                rethreader.rethread(work, edge, ties);
                ASSERT_TRUE(isOrderOf(graph, work.order));
                EXPECT_EQ(crossingsByPairs(graph, work.order), least) << "round " << round << ", edge " << edge;
            }
        }
    }
}

TEST(Barycentre, untanglesALadderInOneSweep)
{
    const ProperLayering graph =
        properLayering(std::vector<Index>{0, 0, 0, 1, 1, 1}, std::vector<Arc>{{0, 5}, {1, 4}, {2, 3}});
    OrderInWork work(orderByNumber(graph));
    BarycentreSweep(graph).run(work, true);
    EXPECT_EQ(crossings(graph, work.order), 0U);
}

TEST(Starts, holdEachNodeOnceAndDifferFromEachOther)
{
    Random random(4);
    const ProperLayering graph = randomLayering(40, 5, 60, random);
    std::set<std::vector<Index>> seen;
    for (int number = 0; number < 8; ++number) {
        const LayerOrder order = startingOrder(graph, number);
        EXPECT_TRUE(isOrderOf(graph, order));
        EXPECT_EQ(order, startingOrder(graph, number));
        seen.insert(order.nodes);
    }
    EXPECT_EQ(seen.size(), 8U);
}

TEST(Ordering, isNeverWorseThanWhereItBegins)
{
    Random random(5);
    for (int round = 0; round < 25; ++round) {
        const ProperLayering graph = randomLayering(10 + random() % 50, 2 + random() % 6, 70, random);
        const LayerOrder start = shuffledOrder(graph, random);
        const OrderedLayers bettered = fewerCrossings(graph, start);
        EXPECT_LE(bettered.crossings, crossings(graph, start));
        EXPECT_EQ(bettered.crossings, crossings(graph, bettered.order));
        const OrderedLayers fresh = fewCrossings(graph);
        EXPECT_TRUE(isOrderOf(graph, fresh.order));
        EXPECT_EQ(fresh.crossings, crossings(graph, fresh.order));
        for (int number = 0; number < 4; ++number)
            EXPECT_LE(fresh.crossings, crossings(graph, startingOrder(graph, number)));
        EXPECT_EQ(fresh.order, fewCrossings(graph).order) << "the same every time";
    }
}

TEST(Ordering, ofATreeHasNoCrossings)
{
    std::vector<Index> ranks{0};
    std::vector<Arc> edges;
    for (Index node = 1; node < 121; ++node) {
        edges.push_back({(node - 1) / 3, node});
        ranks.push_back(ranks[(node - 1) / 3] + 1);
    }
    EXPECT_EQ(fewCrossings(properLayering(ranks, edges)).crossings, 0U);
}

TEST(Ordering, keepsAnOrderThatCannotBeBettered)
{
    Random random(6);
    const ProperLayering graph = randomLayering(40, 5, 50, random);
    const OrderedLayers once = fewerCrossings(graph, fewCrossings(graph).order);
    EXPECT_EQ(fewerCrossings(graph, once.order).order, once.order);
}

} // namespace
} // namespace fabula::layout
