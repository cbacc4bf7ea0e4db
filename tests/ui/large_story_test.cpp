// What the window does with a story of very many events: nothing that takes long is done while a frame waits for it.
#include "../support/fake_measurer.hpp"
#include "../support/story_maker.hpp"
#include "ui/canvas_stage.hpp"
#include "ui/graph_choice.hpp"
#include "ui/graph_stage.hpp"
#include "ui/searching.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace fabula::ui {
namespace {

const test::FakeMeasurer kMeasurer;
constexpr core::Size kFrame{1200, 700};

AppState stateOf(std::size_t events)
{
    AppState state;
    state.story.graph.emplace(test::makeStory({events, events * 3 / 2, 7, 11}));
    return state;
}

/// Until the work beside the window has called.
void wait(const std::atomic<int>& calls, int wanted)
{
    for (int i = 0; i < 3000 && calls < wanted; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    ASSERT_GE(calls, wanted);
}

std::size_t counted(CanvasStage& stage)
{
    const layout::Timeline& timeline = *stage.timeline();
    const time::Span extent = timeline.extent();
    return timeline.counts({extent.begin, {extent.end.seconds + 1}}).front();
}

TEST(LargeStory, itsTimelineIsMadeBesideTheWindowAndTheOldOneStaysMeanwhile)
{
    AppState state = stateOf(12'000);
    std::atomic<int> calls{0};
    CanvasStage stage(kMeasurer, [&] { ++calls; });
    EXPECT_FALSE(stage.prepare(state, kFrame).renewed);
    EXPECT_TRUE(stage.making());
    EXPECT_EQ(stage.timeline(), nullptr);
    wait(calls, 1);
    EXPECT_TRUE(stage.prepare(state, kFrame).renewed);
    ASSERT_NE(stage.timeline(), nullptr);
    EXPECT_FALSE(stage.prepare(state, kFrame).renewed);
    const std::size_t all = counted(stage);

    state.filter[model::Facet::basis].insert("reported");
    EXPECT_FALSE(stage.prepare(state, kFrame).renewed);
    ASSERT_NE(stage.timeline(), nullptr);
    EXPECT_EQ(counted(stage), all) << "the one before";
    wait(calls, 2);
    EXPECT_TRUE(stage.prepare(state, kFrame).renewed);
    EXPECT_LT(counted(stage), all);

    EXPECT_TRUE(stage.prepare(state, {1000, 600}).renewed) << "another size is no work";
    EXPECT_FALSE(stage.making());
}

TEST(LargeStory, ofAnotherOneNothingIsShownOfTheOneBefore)
{
    AppState state = stateOf(6000);
    std::atomic<int> calls{0};
    CanvasStage stage(kMeasurer, [&] { ++calls; });
    stage.prepare(state, kFrame);
    wait(calls, 1);
    stage.prepare(state, kFrame);
    ASSERT_NE(stage.timeline(), nullptr);
    state = stateOf(5000);
    stage.prepare(state, kFrame);
    EXPECT_EQ(stage.timeline(), nullptr);
}

TEST(LargeStory, itsDensityCountsWhatWasKnownOnTheDay)
{
    AppState state = stateOf(6000);
    CanvasStage stage(kMeasurer);
    stage.prepare(state, kFrame);
    const std::size_t all = counted(stage);
    model::Known known;
    known.events.assign(6000, false);
    for (std::size_t i = 0; i < 6000; i += 1 + i % 2)
        known.events[i] = true;
    known.links.assign(state.story.graph->story().links.size(), true);
    known.sources.assign(state.story.graph->story().sources.size(), true);
    state.asOf.known = std::make_shared<const model::Known>(known);
    state.asOf.day = *time::parseEdtf("2025-01-01");
    EXPECT_TRUE(stage.prepare(state, kFrame).renewed);
    EXPECT_LT(counted(stage), all);
    EXPECT_GT(counted(stage), 0U);
}

TEST(LargeStory, itsGraphShowsWhatIsNearTheSelectedEvent)
{
    AppState state = stateOf(6000);
    GraphStage stage(kMeasurer);
    stage.prepare(state);
    ASSERT_NE(stage.layout(), nullptr);
    EXPECT_EQ(stage.layout()->events.size(), kChosenForGraph);
    for (std::size_t i = 0; i < 6000; ++i) {
        if (!state.story.graph->effects(core::EventId(i)).empty()) {
            state.selected = core::EventId(i);
            break;
        }
    }
    ASSERT_TRUE(state.selected.valid());
    EXPECT_TRUE(stage.prepare(state));
    EXPECT_FALSE(stage.prepare(state));
    EXPECT_NE(stage.layout()->place(state.selected), nullptr);
    EXPECT_NE(stage.layout()->place(state.story.graph->effects(state.selected).front()), nullptr);
    EXPECT_LE(stage.layout()->events.size(), kChosenForGraph);
}

TEST(LargeStory, itsHitsWaitForWhoeverLooksBesideTheWindow)
{
    AppState state = stateOf(25'000);
    ASSERT_TRUE(isLarge(state.story.graph->story()));
    state.story.search = std::make_shared<const model::StorySearch>(state.story.graph->story());
    state.search.query = std::string(state.story.graph->story().events[0].id);
    seekHits(state);
    EXPECT_TRUE(state.search.hits.empty());
    showFound(state, found(searchKeyOf(state), *state.story.graph, *state.story.search, nullptr));
    ASSERT_FALSE(state.search.hits.empty());
    ASSERT_NE(state.search.emphasis, nullptr);
    EXPECT_EQ(static_cast<std::size_t>(
                  std::count(state.search.emphasis->events.begin(), state.search.emphasis->events.end(), true)),
              state.search.hits.size());
}

} // namespace
} // namespace fabula::ui
