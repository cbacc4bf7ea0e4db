#include "../support/fake_measurer.hpp"
#include "../support/story_maker.hpp"
#include "ui/apply.hpp"
#include "ui/graph_camera.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace fabula::ui {
namespace {

const test::FakeMeasurer kMeasurer;
constexpr core::Size kFrame{1200, 700};

layout::CausalLayout layoutOf(std::size_t events)
{
    return layout::causalLayout({graph::EventGraph(test::makeStory({events, events * 3 / 2, 5, 3})), &kMeasurer});
}

core::Point onScreen(const GraphCamera& camera, core::Point content)
{
    return (content - camera.corner) * camera.zoom;
}

TEST(GraphCameraTest, allIsInViewAndSmallGraphsAreNotBlownUp)
{
    for (const std::size_t events : {2U, 40U, 300U}) {
        const layout::CausalLayout layout = layoutOf(events);
        const GraphCamera camera = graphOfAll(layout, kFrame);
        EXPECT_LE(camera.zoom, 1);
        const core::Point from = onScreen(camera, {layout.bounds.x, layout.bounds.y});
        const core::Point to = onScreen(camera, {layout.bounds.right(), layout.bounds.bottom()});
        EXPECT_GE(from.x, -0.5);
        EXPECT_GE(from.y, -0.5);
        EXPECT_LE(to.x, kFrame.width + 0.5);
        EXPECT_LE(to.y, kFrame.height + 0.5);
    }
}

TEST(GraphCameraTest, opensWhereTitlesCanBeRead)
{
    const layout::CausalLayout layout = layoutOf(300);
    const core::EventId event = layout.events[150].event;
    const GraphCamera camera = graphOpening(layout, event, kFrame);
    EXPECT_GE(camera.zoom, 0.415) << "cards of 19 px: two lines";
    EXPECT_TRUE(showsAll(layout, {event}, camera, kFrame));
}

TEST(GraphCameraTest, zoomingKeepsWhatIsUnderThePointer)
{
    const GraphCamera camera{{120, -40}, 0.8};
    const core::Point at{333, 222};
    const core::Point content = camera.corner + at * (1 / camera.zoom);
    for (const double factor : {0.3, 1.22, 1.9}) {
        const core::Point after = onScreen(zoomedAbout(camera, factor, at), content);
        EXPECT_NEAR(after.x, at.x, 1e-9);
        EXPECT_NEAR(after.y, at.y, 1e-9);
    }
}

TEST(ApplyToGraph, atItsLimitsTheZoomDoesNotPan)
{
    AppState state;
    state.story.graph.emplace(test::makeStory({300, 450, 5, 3}));
    const layout::CausalLayout layout = layout::causalLayout({*state.story.graph, &kMeasurer});
    state.view = View::graph;
    ApplyContext context;
    context.graph = &layout;
    context.frame = kFrame;
    for (const double factor : {1.22, 0.8}) {
        state.graphCamera = graphOpening(layout, {}, kFrame);
        for (int turn = 0; turn < 60; ++turn) {
            context.shownGraph = state.graphCamera;
            apply(state, command::ZoomAbout{factor, 1190, 690}, context);
        }
        const GraphCamera limit = state.graphCamera;
        context.shownGraph = limit;
        apply(state, command::ZoomAbout{factor, 20, 20}, context);
        EXPECT_NEAR(state.graphCamera.corner.x, limit.corner.x, 1e-6);
        EXPECT_NEAR(state.graphCamera.corner.y, limit.corner.y, 1e-6);
    }
}

TEST(GraphCameraTest, theGraphCannotBeLost)
{
    const layout::CausalLayout layout = layoutOf(60);
    for (const core::Point corner : {core::Point{-1e6, -1e6}, core::Point{1e6, 1e6}, core::Point{0, 1e5}}) {
        const GraphCamera camera = clamped({corner, 0.7}, layout, kFrame);
        const core::Rect seen{camera.corner.x, camera.corner.y, kFrame.width / camera.zoom,
                              kFrame.height / camera.zoom};
        EXPECT_TRUE(seen.overlaps(layout.bounds));
    }
    EXPECT_LE(clamped({{0, 0}, 50}, layout, kFrame).zoom, 2);
    EXPECT_GT(clamped({{0, 0}, 1e-9}, layout, kFrame).zoom, 0.001);
}

TEST(GraphCameraTest, showingAnEventMovesNoFartherThanNeeded)
{
    const layout::CausalLayout layout = layoutOf(300);
    const GraphCamera camera = graphOpening(layout, layout.events[0].event, kFrame);
    for (const layout::PlacedEvent& placed : layout.events) {
        const GraphCamera shown = graphShowing(layout, placed.event, camera, kFrame);
        EXPECT_EQ(shown.zoom, camera.zoom);
        EXPECT_TRUE(showsAll(layout, {placed.event}, shown, kFrame));
        if (showsAll(layout, {placed.event}, camera, kFrame)) {
            EXPECT_LE(core::distance(shown.corner, camera.corner), 60 / camera.zoom);
        }
    }
}

TEST(GraphCameraTest, theWayBetweenTwoViewsBeginsAndEndsThere)
{
    const GraphCamera a{{0, 0}, 0.4};
    const GraphCamera b{{500, 300}, 1.2};
    EXPECT_EQ(between(a, b, 0, kFrame), a);
    EXPECT_EQ(between(a, b, 1, kFrame), b);
    double before = a.zoom;
    for (double share = 0.1; share < 1; share += 0.1) {
        const double zoom = between(a, b, share, kFrame).zoom;
        EXPECT_GT(zoom, before);
        before = zoom;
    }
}

TEST(ApplyToGraph, viewCommandsMoveTheGraphAndLeaveTheTimeline)
{
    AppState state;
    state.story.graph.emplace(test::makeStory({60, 90, 5, 3}));
    const layout::CausalLayout layout = layout::causalLayout({*state.story.graph, &kMeasurer});
    apply(state, command::ToggleGraph{}, {});
    ASSERT_EQ(state.view, View::graph);
    state.graphCamera = graphOpening(layout, {}, kFrame);
    state.camera.panX = 77;
    ApplyContext context;
    context.graph = &layout;
    context.frame = kFrame;
    context.shownGraph = state.graphCamera;
    const GraphCamera before = state.graphCamera;
    EXPECT_FALSE(apply(state, command::PanBy{-30, -20}, context).empty());
    EXPECT_FALSE(state.graphCamera == before);
    context.shownGraph = state.graphCamera;
    apply(state, command::ZoomAbout{0.8, 600, 350}, context);
    EXPECT_LT(state.graphCamera.zoom, before.zoom);
    context.shownGraph = state.graphCamera;
    apply(state, command::FitAll{}, context);
    EXPECT_EQ(state.graphCamera, clamped(graphOfAll(layout, kFrame), layout, kFrame));
    context.shownGraph = state.graphCamera;
    apply(state, command::FitEvents{{layout.events[0].event}}, context);
    EXPECT_TRUE(showsAll(layout, {layout.events[0].event}, state.graphCamera, kFrame));
    EXPECT_EQ(state.camera.panX, 77);
    state.selected = layout.events[3].event;
    apply(state, command::ToggleGraph{}, context);
    EXPECT_EQ(state.view, View::timeline);
    EXPECT_EQ(state.selected, layout.events[3].event) << "the selection is kept";
}

} // namespace
} // namespace fabula::ui
