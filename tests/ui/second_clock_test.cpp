#include "asking_fixture.hpp"
#include "ui/apply_ask.hpp"
#include "ui/canvas_stage.hpp"
#include "ui/presence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace fabula::ui {
namespace {

using ask::Ask;

TEST_F(AskingTest, theSecondClockHidesWhatWasNotKnown)
{
    run(command::ToggleAsOf{});
    EXPECT_TRUE(state.asOf.open);
    EXPECT_TRUE(presenceOf(state).events.empty()) << "today everything is known";
    run(command::SetAsOf{*time::parseEdtf("2025-08-13")});
    const scene::Presence then = presenceOf(state);
    EXPECT_EQ(then.events[event("ascend-training-fails").index()], 0) << "the FT wrote of it a day later";
    EXPECT_EQ(then.events[event("r1-launch").index()], 1);
    select("r2-slips");
    run(command::AskAbout{Ask::why});
    EXPECT_EQ(state.asking.answered->parts.events.size(), 1U) << "no cause was on record then";
    run(command::ToggleAsOf{});
    EXPECT_EQ(state.asOf.known, nullptr);
    EXPECT_EQ(state.asking.answered->parts.events.size(), 5U);
}

TEST_F(AskingTest, theClockStepsThroughTheDaysOfChange)
{
    const std::vector<time::Instant>& days = state.story.daysOfChange;
    ASSERT_GT(days.size(), 10U);
    run(command::StepAsOf{-1});
    EXPECT_EQ(state.asOf.day.span().begin, days[days.size() - 2]);
    run(command::StepAsOf{1});
    EXPECT_FALSE(state.asOf.day.known()) << "on the last day everything is known";
    run(command::PlayAsOf{true});
    EXPECT_EQ(state.asOf.day.span().begin, days.front());
    std::size_t steps = 0;
    std::ptrdiff_t known = 0;
    while (state.asOf.playing && steps < 1000) {
        const auto& events = state.asOf.known->events;
        const auto now = std::count(events.begin(), events.end(), true);
        EXPECT_GE(now, known) << "what is known stays known";
        known = now;
        run(command::StepAsOf{1});
        ++steps;
    }
    EXPECT_EQ(steps, days.size() - 1) << "one step for each day";
    run(command::SetAsOf{*time::parseEdtf("1900")});
    EXPECT_EQ(state.asOf.day.span().begin, days.front());
}

TEST_F(AskingTest, whatWasNotKnownIsNeitherFoundNorSelected)
{
    run(command::Search{"ascend training"});
    ASSERT_FALSE(state.search.hits.empty());
    select("ascend-training-fails");
    run(command::SetAsOf{*time::parseEdtf("2025-08-13")});
    EXPECT_FALSE(state.selected.valid());
    for (const core::EventId hit : state.search.hits)
        EXPECT_TRUE(state.asOf.known->events[hit.index()]);
    run(command::SetAsOf{});
    EXPECT_EQ(state.search.hits.front(), event("ascend-training-fails"));
}

TEST_F(AskingTest, readingTheFileAgainFindsOnlyWhatWasKnown)
{
    run(command::SetAsOf{*time::parseEdtf("2025-08-13")});
    run(command::Search{"ascend"});
    ASSERT_GT(state.search.hits.size(), 1U);
    state.search.current = 1;
    const std::vector<core::EventId> before = state.search.hits;
    LoadedFile again;
    again.path = state.story.path;
    const auto story = io::loadStory(again.path.string()).story;
    again.graph.emplace(story);
    again.search = std::make_shared<const model::StorySearch>(*story);
    again.knowledge = model::knowledgeTimes(*story);
    showLoaded(state, std::move(again));
    EXPECT_EQ(state.search.hits, before);
    EXPECT_EQ(state.search.current, 1U);
}

TEST_F(AskingTest, whatIsNotKnownIsNotLit)
{
    run(command::PutQuestion{{Ask::why, event("ascend-training-fails"), {}}});
    run(command::SetAsOf{*time::parseEdtf("2025-08-13")});
    EXPECT_TRUE(state.asking.answered->parts.events.empty());
}

TEST(AskingInDeepTime, theClockStepsWhereOnlyYearsAreKnown)
{
    auto story = std::make_shared<model::Story>();
    story->languages = {"en"};
    for (const char* when : {"Y-12000", "Y-11000", "Y-10500", "2000"}) {
        story->events.emplace_back();
        story->events.back().when = *time::parseEdtf(when);
    }
    AppState state;
    state.story.graph.emplace(story);
    state.story.knowledge = model::knowledgeTimes(*story);
    state.story.daysOfChange = model::daysOfChange(state.story.knowledge);
    apply(state, command::PlayAsOf{true}, {});
    int steps = 0;
    while (state.asOf.playing && ++steps < 20)
        apply(state, command::StepAsOf{1}, {});
    EXPECT_EQ(steps, 3);
}

TEST_F(AskingTest, walkingKeepsToWhatWasKnown)
{
    select("huawei-push");
    run(command::StepTo{command::Step::effect});
    EXPECT_EQ(state.selected, event("ascend-training-fails"));
    run(command::SetAsOf{*time::parseEdtf("2025-08-13")});
    select("r1-launch");
    std::set<core::EventId> met;
    for (int step = 0; step < 6; ++step) {
        run(command::StepTo{command::Step::effect});
        met.insert(state.selected);
    }
    for (const core::EventId each : met)
        EXPECT_TRUE(state.asOf.known->events[each.index()]);
}

TEST_F(AskingTest, aListOpenedOnADayHasOnlyWhatWasKnown)
{
    run(command::SetAsOf{*time::parseEdtf("2025-08-13")});
    run(command::OpenCluster{{event("r1-launch"), event("ascend-training-fails")}});
    EXPECT_EQ(state.opened, std::vector<core::EventId>{event("r1-launch")});
}

TEST_F(AskingTest, whatNobodyKnewOnTheDayCanNotBeGoneTo)
{
    run(command::ToggleAsOf{});
    run(command::SetAsOf{*time::parseEdtf("2025-08-13")});
    select("r1-launch");
    select("ascend-training-fails");
    EXPECT_EQ(state.selected, event("r1-launch"));
    EXPECT_EQ(state.knownGraph().bracket(event("huawei-push")).latestFrom, core::EventId{});
}

TEST(Presence, comesAndGoesInSteps)
{
    scene::Presence shown;
    scene::Presence goal;
    goal.events = {1, 0, 1};
    EXPECT_FALSE(ease(shown, goal, 0.25));
    EXPECT_EQ(shown.events, (std::vector<float>{1, 0.75, 1}));
    for (int i = 0; i < 2; ++i)
        ease(shown, goal, 0.25);
    EXPECT_TRUE(ease(shown, goal, 0.25));
    EXPECT_EQ(shown.events, goal.events);
    EXPECT_FALSE(ease(shown, scene::Presence{}, 0.5));
    EXPECT_TRUE(ease(shown, scene::Presence{}, 0.5));
    EXPECT_TRUE(shown.events.empty());
}

} // namespace
} // namespace fabula::ui
