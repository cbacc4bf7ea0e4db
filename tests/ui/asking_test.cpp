#include "asking_fixture.hpp"
#include "ui/apply_ask.hpp"
#include "ui/canvas_stage.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace fabula::ui {
namespace {

using ask::Ask;

TEST_F(AskingTest, aKeyAsksAboutTheSelectedEventAndLightsTheAnswer)
{
    select("r2-slips");
    run(command::AskAbout{Ask::why});
    ASSERT_EQ(state.asking.crumbs.size(), 1U);
    const scene::Emphasis lit = emphasisOf(state);
    EXPECT_EQ(lit.strength, 1);
    for (const char* cause : {"r2-slips", "ascend-training-fails", "huawei-push", "r1-launch", "v3-release"})
        EXPECT_TRUE(lit.events[event(cause).index()]) << cause;
    EXPECT_FALSE(lit.events[event("h20-resumes").index()]);
    EXPECT_EQ(std::count(lit.links.begin(), lit.links.end(), true), 4);
}

TEST_F(AskingTest, whatThePointerIsOnIsAskedAboutFirst)
{
    select("r2-slips");
    run(command::Hover{{scene::SubjectKind::event, event("huawei-push").value}});
    run(command::AskAbout{Ask::effects});
    EXPECT_EQ(state.asking.crumbs.back(), (ask::Question{Ask::effects, event("huawei-push"), {}}));
    EXPECT_EQ(state.selected, event("huawei-push"));
}

TEST_F(AskingTest, aLinkCanBeThoughtAway)
{
    const graph::EventGraph& graph = *state.story.graph;
    const core::LinkId link = graph.linksFrom(event("huawei-push"))[0];
    run(command::Hover{{scene::SubjectKind::link, link.value}});
    run(command::AskAbout{Ask::without});
    EXPECT_EQ(state.asking.crumbs.back(), (ask::Question{Ask::without, link, {}}));
}

TEST_F(AskingTest, withoutASubjectItSaysWhatIsMissing)
{
    run(command::AskAbout{Ask::why});
    EXPECT_TRUE(state.asking.crumbs.empty());
    EXPECT_EQ(core::english(state.notice), "Select an event or point at one, then ask.");
    EXPECT_EQ(core::inLanguage(state.notice, "de"), "Erst ein Ereignis auswählen oder darauf zeigen, dann fragen.");
    run(command::AskAbout{Ask::pivots});
    EXPECT_EQ(state.asking.crumbs.size(), 1U) << "asked of the whole story";
}

TEST_F(AskingTest, theAnswerLightsUpInTheOrderOfTime)
{
    select("r2-slips");
    run(command::AskAbout{Ask::why});
    std::size_t before = 0;
    for (const double share : {0.0, 0.3, 0.6, 1.0}) {
        const scene::Emphasis lit = emphasisOf(state, share);
        const auto count = static_cast<std::size_t>(std::count(lit.events.begin(), lit.events.end(), true));
        EXPECT_GE(count, before);
        before = count;
        // What is lit is the earliest part of the answer, and links are lit only between what is.
        const std::vector<core::EventId>& order = state.asking.answered->parts.events;
        for (std::size_t i = 0; i < order.size(); ++i)
            EXPECT_EQ(lit.events[order[i].index()], i < count);
    }
    EXPECT_EQ(before, 5U);
}

TEST_F(AskingTest, whatFallsIsOutlined)
{
    select("huawei-push");
    run(command::AskAbout{Ask::without});
    const scene::Emphasis lit = emphasisOf(state);
    ASSERT_EQ(lit.outlined.size(), state.story.graph->story().events.size());
    EXPECT_TRUE(lit.outlined[event("huawei-push").index()]);
    EXPECT_TRUE(lit.outlined[event("r2-slips").index()]);
    EXPECT_FALSE(lit.outlined[event("r1-launch").index()]);
    EXPECT_NE(state.asking.answered->told.sentence.find("five events lose every cause"), std::string::npos);
}

TEST_F(AskingTest, aPathEndsAtTheNextEventSelected)
{
    select("r1-launch");
    run(command::BeginPath{});
    EXPECT_EQ(state.asking.pathFrom, event("r1-launch"));
    run(command::Select{event("back-to-nvidia"), false});
    ASSERT_EQ(state.asking.crumbs.size(), 1U);
    EXPECT_EQ(state.asking.crumbs.back(), (ask::Question{Ask::path, event("r1-launch"), event("back-to-nvidia")}));
    EXPECT_FALSE(state.asking.pathFrom.valid());
}

TEST_F(AskingTest, escapeGoesBackOneStepAtATime)
{
    select("r2-slips");
    run(command::AskAbout{Ask::why});
    run(command::AskAbout{Ask::without});
    run(command::BeginPath{});
    run(command::Back{});
    EXPECT_FALSE(state.asking.pathFrom.valid());
    EXPECT_EQ(state.asking.crumbs.size(), 2U);
    select("r1-launch");
    EXPECT_TRUE(state.asking.sheet) << "what is picked in the picture tells of itself";
    run(command::Back{});
    EXPECT_FALSE(state.asking.sheet);
    run(command::Back{});
    EXPECT_EQ(state.asking.crumbs.size(), 1U);
    run(command::Back{});
    EXPECT_TRUE(state.asking.crumbs.empty());
    EXPECT_TRUE(state.selected.valid());
}

TEST_F(AskingTest, aRowOfTheAnswerFliesToItsEventAndTheAnswerStays)
{
    select("r2-slips");
    run(command::AskAbout{Ask::why});
    run(command::Select{event("huawei-push"), true});
    EXPECT_FALSE(state.asking.sheet);
    EXPECT_EQ(state.asking.crumbs.size(), 1U);
}

TEST_F(AskingTest, thePreviewIsLitWithoutBeingAsked)
{
    select("r2-slips");
    run(command::AskAbout{Ask::why});
    run(command::Preview{ask::Question{Ask::effects, event("h20-licence"), {}}});
    EXPECT_TRUE(emphasisOf(state).events[event("h20-licence").index()]);
    EXPECT_EQ(state.asking.crumbs.size(), 1U);
    run(command::Preview{});
    EXPECT_FALSE(emphasisOf(state).events[event("h20-licence").index()]);
}

TEST_F(AskingTest, anOldAnswerIsNotShownForAnotherQuestion)
{
    select("r2-slips");
    run(command::AskAbout{Ask::why});
    apply(state, command::AskAbout{Ask::effects}, {});
    EXPECT_EQ(shownAnswer(state), nullptr);
}

TEST_F(AskingTest, factsFollowTheSelection)
{
    select("ascend-training-fails");
    ASSERT_TRUE(state.facts.has_value());
    EXPECT_EQ(state.facts->sources.origins.size(), 1U);
    EXPECT_EQ(state.facts->without.fallen.size(), 4U);
    run(command::Select{});
    EXPECT_FALSE(state.facts.has_value());
}

TEST_F(AskingTest, readingTheFileAgainKeepsQuestionsAndDay)
{
    select("r2-slips");
    run(command::AskAbout{Ask::why});
    run(command::SetAsOf{*time::parseEdtf("2025-08-14")});
    LoadedFile again;
    again.path = state.story.path;
    const auto story = io::loadStory(again.path.string()).story;
    again.graph.emplace(story);
    again.knowledge = model::knowledgeTimes(*story);
    showLoaded(state, std::move(again));
    answer();
    ASSERT_EQ(state.asking.crumbs.size(), 1U);
    EXPECT_NE(shownAnswer(state), nullptr);
    EXPECT_EQ(state.asOf.day.text(), "2025-08-14");
    EXPECT_TRUE(state.asOf.known != nullptr);
}

TEST_F(AskingTest, escTakesBackWhereAnAnswerMovedTheView)
{
    const Camera before{1, 2, 3};
    const Camera moved{4, 5, 6};
    enum class Since { nothing, panned, otherView, otherViewOpened };
    for (const Since since : {Since::nothing, Since::panned, Since::otherView, Since::otherViewOpened}) {
        state.view = View::timeline;
        state.graphCamera = {};
        state.camera = before;
        state.fitted = false;
        select("r2-slips");
        run(command::AskAbout{Ask::why});
        const Looks from = looksOf(state);
        state.camera = moved;
        keepFlight(state, from);
        if (since == Since::panned)
            state.camera.panX += 10;
        if (since == Since::otherView)
            state.view = View::graph;
        if (since == Since::otherViewOpened)
            state.graphCamera.zoom = 0.5;
        const bool flies = since == Since::nothing || since == Since::otherViewOpened;
        const auto effects = apply(state, command::Back{}, {});
        EXPECT_EQ(state.camera == before, flies) << "what a person moved stays, and what is not on show";
        EXPECT_EQ(effects.empty(), !flies);
        EXPECT_TRUE(state.asking.flights.empty());
    }
}

TEST_F(AskingTest, theArrowKeysGoBackTheWayTheyCame)
{
    select("r2-slips");
    std::vector<core::EventId> way;
    for (int i = 0; i < 3; ++i) {
        way.push_back(state.selected);
        run(command::StepTo{command::Step::cause});
        ASSERT_NE(state.selected, way.back());
    }
    for (; !way.empty(); way.pop_back()) {
        run(command::StepTo{command::Step::effect});
        EXPECT_EQ(state.selected, way.back());
    }
    EXPECT_TRUE(state.walk.empty());
}

TEST_F(AskingTest, aQuestionAboutALinkOutlivesAReading)
{
    const core::LinkId link = state.story.graph->linksFrom(event("huawei-push"))[0];
    run(command::PutQuestion{{Ask::without, link, {}}});
    LoadedFile again;
    again.path = state.story.path;
    again.graph.emplace(state.story.graph->sharedStory());
    showLoaded(state, std::move(again));
    ASSERT_EQ(state.asking.crumbs.size(), 1U);
    EXPECT_EQ(std::get<core::LinkId>(state.asking.crumbs.back().subject), link);
}

} // namespace
} // namespace fabula::ui
