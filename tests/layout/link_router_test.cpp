#include "../support/fake_measurer.hpp"
#include "../support/story_maker.hpp"
#include "layout/timeline/link_router.hpp"
#include "layout/timeline/route_spacing.hpp"
#include "layout/timeline/timeline.hpp"
#include "link_checks.hpp"
#include "link_layouts.hpp"

#include <gtest/gtest.h>

namespace fabula::layout {
namespace {

using test::Generated;
using test::GeneratedSize;
using test::LayoutGenerator;
using test::LinkChecks;

std::size_t count(const TimelineLayout& layout, LinkShape shape)
{
    return static_cast<std::size_t>(std::count_if(layout.links.begin(), layout.links.end(),
                                                  [shape](const LinkRoute& route) { return route.shape == shape; }));
}

PlacedEvent card(std::size_t event, Rect box, std::size_t lane = 0)
{
    PlacedEvent placed;
    placed.event = EventId(event);
    placed.lane = LaneId(lane);
    placed.detail = Detail::card;
    placed.box = box;
    placed.anchorX = box.x + 10;
    return placed;
}

model::Link link(std::size_t from, std::size_t to)
{
    model::Link result;
    result.from = EventId(from);
    result.to = EventId(to);
    return result;
}

TimelineLayout layoutOf(std::vector<PlacedEvent> events)
{
    TimelineLayout layout;
    layout.height = 400;
    layout.placeOf.assign(events.size() + 1, 0);
    for (std::size_t i = 0; i < events.size(); ++i)
        layout.placeOf[events[i].event.index()] = static_cast<std::uint32_t>(i + 1);
    layout.events = std::move(events);
    return layout;
}

TEST(LinkRouter, joinsNeighboursOfARowByAStraightLine)
{
    TimelineLayout layout = layoutOf({card(0, {0, 20, 120, 50}), card(1, {200, 20, 120, 50})});
    routeLinks({link(0, 1)}, layout);
    ASSERT_EQ(layout.links.size(), 1U);
    EXPECT_EQ(layout.links[0].shape, LinkShape::routed);
    EXPECT_EQ(layout.links[0].corners, (std::vector<Point>{{120, 45}, {200, 45}}));
}

TEST(LinkRouter, goesAroundACardThatStandsBetween)
{
    TimelineLayout layout =
        layoutOf({card(0, {0, 40, 120, 50}), card(1, {200, 40, 120, 50}), card(2, {400, 40, 120, 50})});
    routeLinks({link(0, 2)}, layout);
    EXPECT_EQ(layout.links[0].shape, LinkShape::routed);
    EXPECT_GT(layout.links[0].corners.size(), 2U);
    EXPECT_TRUE(LinkChecks(layout, 1).findings().empty());
}

TEST(LinkRouter, drawsASmoothCurveBetweenLanes)
{
    TimelineLayout layout = layoutOf({card(0, {0, 20, 120, 50}), card(1, {260, 200, 120, 50}, 1)});
    routeLinks({link(0, 1)}, layout);
    EXPECT_TRUE(layout.links[0].smooth);
    EXPECT_EQ(layout.links[0].corners.front(), (Point{120, 45}));
    EXPECT_EQ(layout.links[0].corners.back(), (Point{260, 225}));
}

TEST(LinkRouter, hidesLinksOfEventsThatAreNotDrawn)
{
    TimelineLayout layout = layoutOf({card(0, {0, 20, 120, 50})});
    routeLinks({link(0, 1)}, layout);
    EXPECT_EQ(layout.links[0].shape, LinkShape::hidden);
}

TEST(LinkRouter, spreadsThePortsOfACard)
{
    TimelineLayout layout = layoutOf({card(0, {0, 150, 120, 50}), card(1, {260, 20, 120, 50}, 1),
                                      card(2, {300, 150, 120, 50}, 2), card(3, {260, 280, 120, 50}, 3)});
    routeLinks({link(0, 3), link(0, 1), link(0, 2)}, layout);
    const double down = layout.links[0].corners.front().y;
    const double up = layout.links[1].corners.front().y;
    const double along = layout.links[2].corners.front().y;
    EXPECT_GE(along - up, 6);
    EXPECT_GE(down - along, 6);
}

TEST(LinkRouter, endsLinksAtTheClusterThatHoldsTheirEvent)
{
    TimelineLayout layout = layoutOf({card(0, {0, 20, 120, 50})});
    layout.placeOf.resize(3);
    EventCluster cluster;
    cluster.lane = LaneId(1);
    cluster.box = {300, 200, 30, 16};
    cluster.events = {EventId(1), EventId(2)};
    layout.clusters.push_back(cluster);
    routeLinks({link(0, 1), link(1, 2)}, layout);
    ASSERT_EQ(layout.links[0].shape, LinkShape::routed);
    EXPECT_TRUE(cluster.box.grown(0.01).contains(layout.links[0].corners.back()));
    EXPECT_EQ(layout.links[1].shape, LinkShape::hidden) << "both ends are in one cluster";
}

TEST(LinkRouter, drawsManyLinksOfOneClusterAsOneRibbon)
{
    TimelineLayout layout = layoutOf({card(0, {0, 20, 120, 50})});
    layout.placeOf.resize(6);
    EventCluster cluster;
    cluster.lane = LaneId(1);
    cluster.box = {300, 200, 30, 16};
    std::vector<model::Link> links;
    std::vector<EventId> within;
    for (std::size_t i = 1; i < 6; ++i) {
        within.emplace_back(i);
        links.push_back(link(0, i));
    }
    cluster.events = within;
    layout.clusters.push_back(cluster);
    routeLinks(links, layout);
    EXPECT_TRUE(layout.links.empty());
    ASSERT_EQ(layout.ribbons.size(), 1U);
    EXPECT_EQ(layout.ribbons[0].links.size(), 5U);
}

TEST(LinkRouter, makesTwoStubsWhereNoWayIsFree)
{
    // A pen of boxes, too near for any line, around the target.
    TimelineLayout layout =
        layoutOf({card(0, {0, 100, 120, 50}), card(1, {400, 100, 120, 50}), card(2, {370, 40, 180, 41}),
                  card(3, {370, 170, 180, 50}), card(4, {340, 40, 31, 180}), card(5, {549, 40, 30, 180})});
    routeLinks({link(0, 1)}, layout);
    ASSERT_EQ(layout.links[0].shape, LinkShape::stubs);
    EXPECT_EQ(layout.links[0].corners.front().x, 120);
    EXPECT_EQ(layout.links[0].targetStub.size(), 2U);
    EXPECT_TRUE(LinkChecks(layout, 1).findings().empty());
}

TEST(LinkRouter, sumsAllLinksUpAboveTheMost)
{
    Generated made = LayoutGenerator({300, kMostRouted + 400, 6, 2, 3000}, 1).make();
    routeLinks(made.links, made.layout);
    EXPECT_EQ(count(made.layout, LinkShape::routed), 0U);
    EXPECT_FALSE(made.layout.ribbons.empty());
    EXPECT_LT(made.layout.ribbons.size(), made.links.size() / 3);
    EXPECT_TRUE(LinkChecks(made.layout, made.links.size()).findings().empty());
}

/// A link from the right of one card to the left of the next but one, with a jog of `jog` px half-way down.
RouteDraft withJog(double jog)
{
    RouteDraft draft;
    draft.from = 0;
    draft.to = 1;
    draft.shape.kind = ShapeKind::bent;
    draft.shape.out = {0, Side::right, 45};
    draft.shape.in = {1, Side::left, 325};
    draft.shape.corners = {{120, 45}, {200, 45}, {200, 180}, {200 + jog, 180}, {200 + jog, 325}, {300, 325}};
    return draft;
}

std::size_t bendsOf(const RouteDraft& draft)
{
    std::size_t bends = 0;
    for (std::size_t i = 1; i + 1 < draft.shape.corners.size(); ++i) {
        const Point before = draft.shape.corners[i] - draft.shape.corners[i - 1];
        const Point after = draft.shape.corners[i + 1] - draft.shape.corners[i];
        bends += before.x * after.x + before.y * after.y == 0 && before != Point{} && after != Point{};
    }
    return bends;
}

TEST(StraightenJogs, joinsTheRunsOfAnInnerJogOnAFreeTrack)
{
    const TimelineLayout layout = layoutOf({card(0, {0, 20, 120, 50}), card(1, {300, 300, 120, 50}, 1)});
    std::vector<RouteDraft> drafts{withJog(12)};
    ASSERT_EQ(bendsOf(drafts[0]), 4U);
    straightenJogs(RouteField(layout), drafts);
    EXPECT_EQ(bendsOf(drafts[0]), 2U);
    EXPECT_EQ(drafts[0].shape.corners.front(), (Point{120, 45}));
    EXPECT_EQ(drafts[0].shape.corners.back(), (Point{300, 325}));
}

TEST(StraightenJogs, keepsAJogThatLeadsAroundSomething)
{
    // Two cards, one in the way of either track.
    const TimelineLayout layout = layoutOf({card(0, {0, 20, 120, 50}), card(1, {300, 300, 120, 50}, 1),
                                            card(2, {203, 80, 60, 40}), card(3, {150, 220, 59, 40}, 1)});
    std::vector<RouteDraft> drafts{withJog(12)};
    const std::vector<Point> before = drafts[0].shape.corners;
    straightenJogs(RouteField(layout), drafts);
    EXPECT_EQ(drafts[0].shape.corners, before);
}

TEST(StraightenJogs, keepsALongStep)
{
    const TimelineLayout layout = layoutOf({card(0, {0, 20, 120, 50}), card(1, {300, 300, 120, 50}, 1)});
    std::vector<RouteDraft> drafts{withJog(40)};
    straightenJogs(RouteField(layout), drafts);
    EXPECT_EQ(bendsOf(drafts[0]), 4U);
}

class GeneratedPlacements : public ::testing::TestWithParam<GeneratedSize>
{
};

TEST_P(GeneratedPlacements, haveNoLinkThroughABox)
{
    for (unsigned seed = 1; seed <= 4; ++seed) {
        Generated made = LayoutGenerator(GetParam(), seed).make();
        routeLinks(made.links, made.layout);
        const std::vector<std::string> findings = LinkChecks(made.layout, made.links.size()).findings();
        EXPECT_TRUE(findings.empty()) << "seed " << seed << ": " << findings.front();
        const std::vector<LinkRoute> first = made.layout.links;
        routeLinks(made.links, made.layout);
        for (std::size_t i = 0; i < first.size(); ++i)
            EXPECT_EQ(first[i].corners, made.layout.links[i].corners);
    }
}

TEST_P(GeneratedPlacements, haveNoRunOnTopOfAnother)
{
    Generated made = LayoutGenerator(GetParam(), 7).make();
    routeLinks(made.links, made.layout);
    EXPECT_LT(LinkChecks(made.layout, made.links.size()).lengthOnOthers(), 1);
}

INSTANTIATE_TEST_SUITE_P(Sizes, GeneratedPlacements,
                         ::testing::Values(GeneratedSize{2, 1, 1, 1, 600}, GeneratedSize{12, 14, 5, 1, 1000},
                                           GeneratedSize{60, 80, 5, 2, 1200}, GeneratedSize{100, 120, 6, 2, 1200},
                                           GeneratedSize{200, 300, 8, 2, 9000}, GeneratedSize{500, 800, 8, 3, 1200},
                                           GeneratedSize{500, 800, 8, 3, 40000}, GeneratedSize{80, 100, 4, 2, 4e8},
                                           GeneratedSize{300, 1500, 6, 2, 3000}));

const fabula::test::FakeMeasurer kMeasurer;

TimelineRequest requestFor(const fabula::test::MadeStoryOptions& options)
{
    TimelineRequest request{.graph = graph::EventGraph(fabula::test::makeStory(options))};
    request.measurer = &kMeasurer;
    return request;
}

TEST(LinkRouter, keepsLinksOutOfBoxesAtEveryZoom)
{
    for (const std::size_t events : {10UL, 60UL, 200UL}) {
        TimelineRequest request = requestFor({events, events * 3 / 2, 6, 3});
        Timeline timeline(request);
        for (int step = Timeline::kMinStep; step < 24; step += 3) {
            const TimelineLayout layout = timeline.at(timeline.pxPerSecond(step));
            const std::vector<std::string> findings = LinkChecks(layout, request.graph.story().links.size()).findings();
            EXPECT_TRUE(findings.empty()) << events << " events, step " << step << ": " << findings.front();
        }
    }
}

// Placements in which two boxes begin within a hair of one x, so that a run between them came to lie on one of them, or
// a corner a hair off the run before it.
TEST(LinkRouter, keepsRunsOffTheBoxesAtTheirEnds)
{
    struct Placement
    {
        std::uint32_t seed;
        std::size_t events;
        double width;
        int step;
    };
    for (const Placement& at :
         {Placement{5, 60, 900, 5}, Placement{29, 30, 900, 0}, Placement{66, 60, 900, 0}, Placement{77, 30, 1300, 0},
          Placement{87, 60, 900, 7}, Placement{107, 60, 900, 7}, Placement{314, 60, 1300, 1}}) {
        TimelineRequest request = requestFor({at.events, at.events * 3 / 2, 5, at.seed});
        request.fitWidthPx = at.width;
        Timeline timeline(request);
        const TimelineLayout layout = timeline.at(timeline.pxPerSecond(at.step));
        const std::vector<std::string> findings = LinkChecks(layout, request.graph.story().links.size()).findings();
        EXPECT_TRUE(findings.empty()) << "seed " << at.seed << ": " << findings.front();
    }
}

TEST(LinkRouter, leavesFewStubsWhereThereIsRoom)
{
    Generated made = LayoutGenerator({60, 80, 5, 3, 3000}, 5).make();
    routeLinks(made.links, made.layout);
    EXPECT_LE(count(made.layout, LinkShape::stubs) + count(made.layout, LinkShape::hidden), made.links.size() / 20);
}

} // namespace
} // namespace fabula::layout
