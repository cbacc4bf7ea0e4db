#include "causal_graphs.hpp"
#include "layout/causal/brandes_koepf.hpp"
#include "layout/causal/crossings.hpp"
#include "layout/causal/layer_ordering.hpp"
#include "layout/causal/packing.hpp"
#include "layout/causal/ports.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace fabula::layout {
namespace {

LayerSpacing randomSpacing(const ProperLayering& graph, Random& random)
{
    LayerSpacing spacing;
    for (Index node = 0; node < graph.reals; ++node)
        spacing.heights.push_back(20 + random() % 60);
    return spacing;
}

TEST(CrossCoordinates, keepOrderAndSpacingWhateverTheOrderIs)
{
    Random random(1);
    for (int round = 0; round < 150; ++round) {
        const ProperLayering graph = randomLayering(4 + random() % 60, 2 + random() % 3, 5 + random() % 90, random);
        const LayerSpacing spacing = randomSpacing(graph, random);
        const LayerOrder order = round % 2 == 0 ? shuffledOrder(graph, random) : fewCrossings(graph).order;
        const std::vector<double> ys = crossCoordinates(graph, order, spacing);
        for (Index layer = 0; layer < graph.layers; ++layer) {
            const std::span<const Index> nodes = order.layer(layer);
            for (std::size_t i = 1; i < nodes.size(); ++i)
                EXPECT_GE(ys[nodes[i]] - ys[nodes[i - 1]], spacing.between(graph, nodes[i - 1], nodes[i]) - 1e-6)
                    << "round " << round;
        }
        for (const double y : ys)
            EXPECT_TRUE(std::isfinite(y));
    }
}

TEST(CrossCoordinates, drawLinksThroughLayersStraightWhereNoTwoOfThemCross)
{
    Random random(2);
    int checked = 0;
    for (int round = 0; round < 200; ++round) {
        const ProperLayering graph = randomLayering(12 + random() % 20, 6, 24, random);
        const LayerOrder order = fewCrossings(graph).order;
        const std::vector<Index> places = placesOf(order);
        std::vector<Arc> inner;
        for (Index node = graph.reals; node < graph.nodes(); ++node)
            if (const Index next = graph.after.of(node).front(); graph.isDummy(next))
                inner.push_back({node, next});
        const bool crossed = std::any_of(inner.begin(), inner.end(), [&](const Arc& a) {
            return std::any_of(inner.begin(), inner.end(), [&](const Arc& b) {
                return graph.layerOf[a.from] == graph.layerOf[b.from] && places[a.from] < places[b.from] &&
                       places[a.to] > places[b.to];
            });
        });
        if (crossed)
            continue;
        ++checked;
        const std::vector<double> ys = crossCoordinates(graph, order, randomSpacing(graph, random));
        for (const Arc& segment : inner)
            EXPECT_NEAR(ys[segment.from], ys[segment.to], 1e-6) << "round " << round;
    }
    EXPECT_GT(checked, 50);
}

TEST(CrossCoordinates, putAParentInTheMiddleOfItsChildren)
{
    const ProperLayering graph =
        properLayering(std::vector<Index>{0, 1, 1, 1}, std::vector<Arc>{{0, 1}, {0, 2}, {0, 3}});
    const std::vector<double> ys = crossCoordinates(graph, orderByNumber(graph), {{30, 30, 30, 30}, 10, 10});
    EXPECT_NEAR(ys[0], ys[2], 1e-9);
    EXPECT_NEAR(ys[2] - ys[1], 40, 1e-9);
    EXPECT_NEAR(ys[3] - ys[2], 40, 1e-9);
}

TEST(Packing, putsNoBoxOnAnother)
{
    Random random(3);
    for (int round = 0; round < 40; ++round) {
        std::vector<core::Size> sizes;
        for (std::size_t i = random() % 40; i > 0; --i)
            sizes.push_back({1.0 + random() % 300, 1.0 + random() % 200});
        const double width = round % 3 == 0 ? 0 : 500;
        for (const auto& places : {packedOnShelves(sizes, 12), packedInGrid(sizes, 12, width)}) {
            ASSERT_EQ(places.size(), sizes.size());
            for (std::size_t i = 0; i < sizes.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    const core::Rect a{places[i].x, places[i].y, sizes[i].width + 11, sizes[i].height + 11};
                    const core::Rect b{places[j].x, places[j].y, sizes[j].width + 11, sizes[j].height + 11};
                    EXPECT_FALSE(a.overlaps(b)) << i << " and " << j;
                }
        }
    }
}

TEST(Packing, comesNearTheWantedProportions)
{
    const std::vector<core::Size> sizes(60, {100, 40});
    for (const auto& places : {packedOnShelves(sizes, 10), packedInGrid(sizes, 10, 0)}) {
        const core::Size size = packedSize(sizes, places);
        EXPECT_GT(size.width / size.height, kPackedAspect / 1.6);
        EXPECT_LT(size.width / size.height, kPackedAspect * 1.6);
    }
}

TEST(Ports, keepOrderDistanceAndSideAndRunStraightWhereTheyCan)
{
    EXPECT_EQ(portsOn({{}, {}, {}}, 0, 40, 10), (std::vector<double>{10, 20, 30}));
    const std::vector<double> straight = portsOn({{12, true}}, 0, 40, 10);
    ASSERT_EQ(straight.size(), 1U);
    EXPECT_DOUBLE_EQ(straight[0], 12);
    Random random(4);
    for (int round = 0; round < 100; ++round) {
        std::vector<PortWish> wishes;
        for (std::size_t i = 1 + random() % 9; i > 0; --i)
            wishes.push_back({static_cast<double>(random() % 40), random() % 2 == 0});
        const std::vector<double> ports = portsOn(wishes, 0, 40, 10);
        const double step = std::min(10.0, 40.0 / static_cast<double>(std::max<std::size_t>(1, wishes.size() - 1)));
        for (std::size_t i = 0; i < ports.size(); ++i) {
            EXPECT_GE(ports[i], -1e-9);
            EXPECT_LE(ports[i], 40 + 1e-9);
            if (i > 0) {
                EXPECT_GE(ports[i] - ports[i - 1], step - 1e-9);
            }
        }
    }
}

} // namespace
} // namespace fabula::layout
