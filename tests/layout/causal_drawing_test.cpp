#include "causal_graphs.hpp"
#include "layout/causal/layered_drawing.hpp"
#include "layout/causal/layered_part.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace fabula::layout {
namespace {

using core::Point;
using core::Rect;

LayeredRequest randomRequest(Index nodes, Index edges, Random& random)
{
    LayeredRequest request;
    for (Index node = 0; node < nodes; ++node)
        request.nodes.push_back({60.0 + random() % 200, 30.0 + random() % 30});
    for (Index i = 0; i < edges && nodes > 0; ++i) {
        const Index from = random() % nodes;
        const Index near = std::min(nodes - 1, from + random() % 12);
        const Index to = random() % 8 == 0 ? random() % nodes : near;
        request.edges.push_back({from, to, random() % 6 == 0 ? static_cast<Direction>(random() % 3) : Direction::firm});
    }
    request.spacing.gapPerRise = 0.1;
    request.spacing.mostLayerGap = 90;
    return request;
}

std::vector<Point> flattened(const std::vector<Point>& chain)
{
    constexpr int kPieces = 24;
    std::vector<Point> line{chain.front()};
    for (std::size_t i = 0; i + 3 < chain.size(); i += 3)
        for (int piece = 1; piece <= kPieces; ++piece) {
            const double t = static_cast<double>(piece) / kPieces;
            const double u = 1 - t;
            line.push_back(chain[i] * (u * u * u) + chain[i + 1] * (3 * u * u * t) + chain[i + 2] * (3 * u * t * t) +
                           chain[i + 3] * (t * t * t));
        }
    return line;
}

bool onRightSide(Point point, const Rect& box)
{
    return std::abs(point.x - box.right()) < 1e-6 && point.y > box.top() && point.y < box.bottom();
}

bool onLeftSide(Point point, const Rect& box)
{
    return std::abs(point.x - box.left()) < 1e-6 && point.y > box.top() && point.y < box.bottom();
}

void checkEnds(const LayeredRequest& request, const LayeredDrawing& drawing, Index edge)
{
    const auto [from, to, direction] = request.edges[edge];
    const std::vector<Point>& chain = drawing.chains[edge];
    const bool forward = drawing.boxes[from].x < drawing.boxes[to].x;
    const bool within = drawing.layers[from] == drawing.layers[to];
    EXPECT_TRUE(forward || within ? onRightSide(chain.front(), drawing.boxes[from])
                                  : onLeftSide(chain.front(), drawing.boxes[from]));
    EXPECT_TRUE(within || !forward ? onRightSide(chain.back(), drawing.boxes[to])
                                   : onLeftSide(chain.back(), drawing.boxes[to]));
}

/// What every drawing keeps.
void check(const LayeredRequest& request, const LayeredDrawing& drawing)
{
    ASSERT_EQ(drawing.boxes.size(), request.nodes.size());
    ASSERT_EQ(drawing.chains.size(), request.edges.size());
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
        const Rect& box = drawing.boxes[i];
        EXPECT_TRUE(std::isfinite(box.x) && std::isfinite(box.y));
        EXPECT_EQ(box.width, request.nodes[i].width);
        EXPECT_EQ(box.height, request.nodes[i].height);
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(box.grown(request.spacing.nodeGap / 2 - 1e-6)
                             .overlaps(drawing.boxes[j].grown(request.spacing.nodeGap / 2 - 1e-6)))
                << i << " and " << j;
    }
    for (Index edge = 0; edge < request.edges.size(); ++edge) {
        ASSERT_EQ(drawing.chains[edge].size() % 3, 1U);
        checkEnds(request, drawing, edge);
        for (const Point& point : flattened(drawing.chains[edge])) {
            for (const Rect& box : drawing.boxes)
                EXPECT_FALSE(box.grown(-1e-6).contains(point)) << "edge " << edge << " runs through a box";
            EXPECT_TRUE(drawing.bounds.grown(1e-6).contains(point));
        }
    }
}

TEST(LayeredDrawing, hasNoOverlapsAndNoLinkThroughABoxWhateverTheGraph)
{
    Random random(1);
    for (int round = 0; round < 40; ++round) {
        const Index nodes = round < 10 ? static_cast<Index>(round) : random() % 120;
        const LayeredRequest request = randomRequest(nodes, random() % (nodes * 3 / 2 + 1), random);
        check(request, drawLayered(request));
        ASSERT_FALSE(HasFailure()) << "round " << round;
    }
    const LayeredRequest large = randomRequest(300, 420, random);
    check(large, drawLayered(large));
}

/// A chain with links from each of its first half over half of it.
LayeredRequest chainWithLongLinks(Index half)
{
    LayeredRequest request;
    request.nodes.assign(std::size_t{2} * half, {54, 36});
    for (Index node = 1; node < 2 * half; ++node)
        request.edges.push_back({node - 1, node});
    for (Index node = 0; node < half; ++node)
        request.edges.push_back({node, half + node});
    return request;
}

// A link that is kept clear has a straight piece and a curve wherever it changes its height.
bool runsInOneCurve(const std::vector<Point>& chain)
{
    return chain.size() == 4;
}

TEST(LayeredDrawing, drawsTheLongestLinksInOneCurveWhereTheyAreTooMany)
{
    const LayeredRequest request = chainWithLongLinks(50);
    std::uint64_t none = 0;
    const LayeredDrawing tight = drawPart(request, none);
    EXPECT_EQ(none, 0U);
    for (Index edge = 0; edge < request.edges.size(); ++edge)
        checkEnds(request, tight, edge);
    const auto direct = std::count_if(tight.chains.begin() + 99, tight.chains.end(), runsInOneCurve);
    // 50 links pass 49 layers each; of 149 edges each has 8 of its own.
    EXPECT_EQ(direct, 50 - 8 * 149 / 49);
    std::uint64_t many = 100'000;
    drawPart(request, many);
    EXPECT_EQ(many, 100'000U - (50 * 49 - 8 * 149));
    check(request, drawLayered(request));
}

TEST(LayeredDrawing, ofAChainWithLongLinksTakesNoMoreThanItsShare)
{
    // 16 million places to be kept free, were none left out.
    const LayeredRequest request = chainWithLongLinks(4000);
    const LayeredDrawing drawing = drawLayered(request);
    std::size_t points = 0;
    for (const std::vector<Point>& chain : drawing.chains)
        points += chain.size();
    EXPECT_LT(points, 4'000'000U);
    EXPECT_EQ(drawing.layers.back(), 7999U);
}

TEST(LayeredDrawing, isTheSameEveryTime)
{
    Random random(2);
    const LayeredRequest request = randomRequest(80, 130, random);
    const LayeredDrawing once = drawLayered(request);
    const LayeredDrawing again = drawLayered(request);
    EXPECT_EQ(once.boxes, again.boxes);
    EXPECT_EQ(once.chains, again.chains);
}

TEST(LayeredDrawing, leadsFromLeftToRightWhereNoLoopIs)
{
    Random random(3);
    LayeredRequest request;
    request.nodes.assign(60, {54, 36});
    for (const Arc& arc : randomArcs(60, 90, random))
        request.edges.push_back({arc.from, arc.to, random() % 2 == 0 ? Direction::firm : Direction::soft});
    const LayeredDrawing drawing = drawLayered(request);
    for (const LayeredEdge& edge : request.edges)
        EXPECT_LT(drawing.boxes[edge.from].right(), drawing.boxes[edge.to].left());
}

TEST(LayeredDrawing, drawsAChainAsOneStraightLine)
{
    LayeredRequest request;
    request.nodes.assign(6, {54, 36});
    for (Index node = 1; node < 6; ++node)
        request.edges.push_back({node - 1, node});
    request.edges.push_back({0, 5});
    const LayeredDrawing drawing = drawLayered(request);
    EXPECT_EQ(drawing.crossings, 0U);
    for (Index edge = 1; edge < 4; ++edge)
        EXPECT_EQ(drawing.chains[edge].size(), 4U) << "one piece";
    EXPECT_LE(drawing.chains[5].size(), 10U) << "out of line, along it, and back";
}

TEST(LayeredDrawing, keepsBucketsInColumnsFromTheLeft)
{
    Random random(4);
    LayeredRequest request = randomRequest(70, 80, random);
    for (std::size_t i = 0; i < request.nodes.size(); ++i)
        request.buckets.push_back(static_cast<int>(random() % 6));
    const LayeredDrawing drawing = drawLayered(request);
    check(request, drawing);
    for (std::size_t i = 0; i < request.nodes.size(); ++i)
        for (std::size_t j = 0; j < request.nodes.size(); ++j)
            if (request.buckets[i] < request.buckets[j]) {
                EXPECT_LT(drawing.boxes[i].right(), drawing.boxes[j].left());
            }
}

TEST(LayeredDrawing, putsNodesWithoutEdgesInRowsBelowInTheirOrder)
{
    LayeredRequest request;
    request.nodes.assign(12, {54, 36});
    request.edges = {{4, 5}, {5, 6}};
    const LayeredDrawing drawing = drawLayered(request);
    std::vector<Rect> lone;
    for (Index node = 0; node < 12; ++node)
        if (node < 4 || node > 6)
            lone.push_back(drawing.boxes[node]);
    for (std::size_t i = 0; i < lone.size(); ++i) {
        EXPECT_GT(lone[i].top(), drawing.boxes[5].bottom());
        if (i > 0) {
            EXPECT_TRUE(lone[i - 1].y < lone[i].y || (lone[i - 1].y == lone[i].y && lone[i - 1].x < lone[i].x));
        }
    }
}

/// The request without one node and its edges, and with the rest where `drawing` has it.
LayeredRequest without(const LayeredRequest& request, const LayeredDrawing& drawing, Index gone)
{
    LayeredRequest rest;
    rest.spacing = request.spacing;
    const auto renumbered = [&](Index node) { return node - (node > gone ? 1 : 0); };
    for (Index node = 0; node < request.nodes.size(); ++node)
        if (node != gone) {
            rest.nodes.push_back(request.nodes[node]);
            rest.before.boxes.emplace_back(drawing.boxes[node]);
        }
    for (std::size_t i = 0; i < request.edges.size(); ++i) {
        const LayeredEdge& edge = request.edges[i];
        if (edge.from == gone || edge.to == gone)
            continue;
        rest.edges.push_back({renumbered(edge.from), renumbered(edge.to), edge.direction});
        rest.before.chains.push_back(drawing.chains[i]);
    }
    return rest;
}

// Pairs of nodes that share a layer of one part before and after, but stand the other way round.
std::size_t swapped(const LayeredRequest& request, const LayeredDrawing& drawing)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < request.nodes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const auto& a = request.before.boxes[i];
            const auto& b = request.before.boxes[j];
            if (a.has_value() && b.has_value() && a->x == b->x && drawing.boxes[i].x == drawing.boxes[j].x)
                count += (a->y < b->y) != (drawing.boxes[i].y < drawing.boxes[j].y) ? 1 : 0;
        }
    return count;
}

LayeredRequest connectedRequest(Index nodes, Index more, Random& random)
{
    LayeredRequest request;
    request.nodes.assign(nodes, {54, 36});
    for (const Arc& arc : randomArcs(nodes, more, random))
        request.edges.push_back({arc.from, arc.to});
    for (Index node = 1; node < nodes; ++node)
        request.edges.push_back({static_cast<Index>(random() % node), node});
    return request;
}

TEST(LayeredDrawing, staysAsItIsWhenNothingChanged)
{
    Random random(5);
    for (int round = 0; round < 10; ++round) {
        LayeredRequest request = connectedRequest(40, 20, random);
        const LayeredDrawing drawing = drawLayered(request);
        for (const Rect& box : drawing.boxes)
            request.before.boxes.emplace_back(box);
        request.before.chains = drawing.chains;
        const LayeredDrawing again = drawLayered(request);
        EXPECT_LE(again.crossings, drawing.crossings);
        if (again.crossings == drawing.crossings) {
            EXPECT_EQ(swapped(request, again), 0U);
        }
    }
}

TEST(LayeredDrawing, staysCloseWhenALeafGoesOrComes)
{
    Random random(6);
    std::size_t kept = 0;
    std::size_t fresh = 0;
    for (int round = 0; round < 20; ++round) {
        LayeredRequest whole = connectedRequest(40, 15, random);
        whole.edges.push_back({static_cast<Index>(random() % 40), 40});
        whole.nodes.push_back({54, 36});
        const LayeredDrawing drawing = drawLayered(whole);
        LayeredRequest rest = without(whole, drawing, 40);
        const LayeredDrawing stable = drawLayered(rest);
        kept += swapped(rest, stable);
        LayeredRequest alone = rest;
        alone.before = {};
        fresh += swapped(rest, drawLayered(alone));

        // And back again: the leaf is new.
        LayeredRequest back = whole;
        for (const Rect& box : stable.boxes)
            back.before.boxes.emplace_back(box);
        back.before.boxes.emplace_back(std::nullopt);
        back.before.chains = stable.chains;
        back.before.chains.emplace_back();
        kept += swapped(back, drawLayered(back));
    }
    EXPECT_LE(kept, 20U) << "of several thousand pairs";
    EXPECT_LT(kept * 4, fresh);
}

TEST(LayeredDrawing, movesTheWholeToWhereItWas)
{
    Random random(7);
    LayeredRequest request = connectedRequest(30, 10, random);
    const LayeredDrawing drawing = drawLayered(request);
    for (const Rect& box : drawing.boxes)
        request.before.boxes.emplace_back(box.moved(1000, -500));
    const LayeredDrawing again = drawLayered(request);
    EXPECT_NEAR(again.bounds.x, 1000, 200);
    EXPECT_NEAR(again.bounds.y, -500, 200);
}

} // namespace
} // namespace fabula::layout
