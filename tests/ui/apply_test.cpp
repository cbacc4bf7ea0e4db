#include "../support/fake_measurer.hpp"
#include "ui/apply.hpp"
#include "ui/apply_steps.hpp"
#include "ui/camera_views.hpp"
#include "ui/canvas_stage.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace fabula::ui {
namespace {

using command::Step;

/// spark → fire (reported) and spark → alarm (official); fire → ruin; alarm → rescue. "lull" stands alone.
std::shared_ptr<model::Story> villageStory()
{
    auto story = std::make_shared<model::Story>();
    story->id = "village";
    story->languages = {"en", "de"};
    auto event = [&](const char* id, const char* when, int importance) {
        model::Event made;
        made.id = id;
        made.title = {{"en", id}};
        made.when = *time::parseEdtf(when);
        made.importance = importance;
        story->events.push_back(made);
    };
    event("spark", "2020-01-10", 5);
    event("fire", "2020-03-10", 4);
    event("alarm", "2020-04-10", 2);
    event("ruin", "2020-06-10", 3);
    event("rescue", "2020-07-10", 3);
    event("lull", "2020-05-10", 1);
    auto link = [&](std::size_t from, std::size_t to, model::Basis basis) {
        model::Link made;
        made.from = core::EventId(from);
        made.to = core::EventId(to);
        made.basis = basis;
        story->links.push_back(made);
    };
    link(0, 1, model::Basis::reported);
    link(0, 2, model::Basis::official);
    link(1, 3, model::Basis::reported);
    link(2, 4, model::Basis::inferred);
    return story;
}

class ApplyTest : public testing::Test
{
protected:
    ApplyTest()
    {
        showLoaded(state, loaded("village.json"));
        look();
    }

    static LoadedFile loaded(const char* path)
    {
        LoadedFile file;
        file.path = path;
        const auto story = villageStory();
        file.graph.emplace(story);
        file.search = std::make_shared<const model::StorySearch>(*story);
        return file;
    }

    /// What a frame does between commands.
    void look()
    {
        if (stage.prepare(state, {1200, 700}).renewed && state.fitted)
            state.camera = viewOfAll(*stage.timeline(), {stage.canvas().width, stage.canvas().height});
        stage.show(state, {state.camera}, {}, scene::darkTheme());
    }

    std::vector<Effect> run(const Command& command)
    {
        const ApplyContext context{
            stage.timeline(), stage.layout(), state.camera, {stage.canvas().width, stage.canvas().height}};
        std::vector<Effect> effects = apply(state, command, context);
        look();
        return effects;
    }

    std::string selected() const
    {
        return state.selected.valid() ? state.story.graph->story()[state.selected].id.string() : "";
    }
    core::EventId event(const char* id) const { return model::eventNamed(state.story.graph->story(), id); }

    template <class Kind>
    static const Kind* only(const std::vector<Effect>& effects)
    {
        return effects.size() == 1 ? std::get_if<Kind>(&effects.front()) : nullptr;
    }

    test::FakeMeasurer measurer;
    AppState state;
    CanvasStage stage{measurer};
};

TEST_F(ApplyTest, arrowsWalkAlongTheStrongestLinks)
{
    run(command::StepTo{Step::effect});
    EXPECT_EQ(selected(), "spark") << "with nothing selected it begins at the most important event";
    run(command::StepTo{Step::effect});
    EXPECT_EQ(selected(), "alarm") << "an official link is stronger than a reported one";
    run(command::StepTo{Step::effect});
    EXPECT_EQ(selected(), "rescue");
    run(command::StepTo{Step::effect});
    EXPECT_EQ(selected(), "rescue") << "nothing follows";
    run(command::StepTo{Step::cause});
    EXPECT_EQ(selected(), "alarm");
    run(command::StepTo{Step::previousSibling});
    EXPECT_EQ(selected(), "fire") << "both follow from the spark, the fire earlier";
    run(command::StepTo{Step::previousSibling});
    EXPECT_EQ(selected(), "fire");
    run(command::StepTo{Step::nextSibling});
    EXPECT_EQ(selected(), "alarm");
}

TEST_F(ApplyTest, shiftedArrowsWalkInTime)
{
    run(command::Select{event("alarm"), false});
    run(command::StepTo{Step::later});
    EXPECT_EQ(selected(), "lull");
    run(command::StepTo{Step::later});
    EXPECT_EQ(selected(), "ruin");
    run(command::StepTo{Step::earlier});
    run(command::StepTo{Step::earlier});
    EXPECT_EQ(selected(), "alarm");
}

TEST_F(ApplyTest, whatLastsWithoutADateIsStillWalkedToInTime)
{
    state.story.graph.emplace([] {
        auto story = villageStory();
        story->events[1].when = {};
        story->events[1].lasting = true;
        return story;
    }());
    run(command::Select{event("fire"), false});
    run(command::StepTo{Step::earlier});
    EXPECT_EQ(selected(), "spark") << "the fire lies between the spark and the ruin";
    run(command::StepTo{Step::later});
    EXPECT_EQ(selected(), "fire");
}

TEST_F(ApplyTest, twoZoomsInOneFrameKeepTheInstantUnderThePointer)
{
    const layout::TimelineLayout before = *stage.layout();
    const time::Instant instant = before.scale.timeFromScreen(state.camera.panX + 300);
    Camera shown = state.camera;
    for (int turn = 0; turn < 2; ++turn) {
        const ApplyContext context{stage.timeline(), &before, shown, {stage.canvas().width, stage.canvas().height}};
        apply(state, command::ZoomAbout{1.4, 300}, context);
        shown = state.camera;
    }
    EXPECT_NEAR(scaleAt(before.scale, shown.pxPerSecond).screenFromTime(instant) - shown.panX, 300, 1);
}

TEST_F(ApplyTest, selectingDuringAFlightLooksWhereItIsGoing)
{
    const Camera home = state.camera;
    run(command::ZoomAbout{8, 0});
    run(command::GoToEnd{false});
    const Camera goal = state.camera;
    state.camera = goal;
    // Still on the way, all is in view; where the view is going, the last event is not.
    const ApplyContext context{stage.timeline(), stage.layout(), home, {stage.canvas().width, stage.canvas().height}};
    EXPECT_NE(only<effect::MoveCamera>(apply(state, command::Select{event("rescue"), true}, context)), nullptr);
    EXPECT_FALSE(state.camera == goal);
}

TEST_F(ApplyTest, stepsPassOverWhatIsFilteredOut)
{
    model::StoryFilter filter;
    state.story.graph.emplace([] {
        auto story = villageStory();
        for (model::Event& each : story->events)
            each.kind = each.id == "alarm" ? "noise" : "news";
        return story;
    }());
    filter[model::Facet::kind] = {"news"};
    run(command::SetFilter{filter});
    run(command::Select{event("spark"), false});
    run(command::StepTo{Step::effect});
    EXPECT_EQ(selected(), "fire");
}

TEST_F(ApplyTest, aStepOutOfViewFliesThere)
{
    run(command::Select{event("spark"), false});
    for (int i = 0; i < 8; ++i)
        run(command::ZoomAbout{2, 100});
    run(command::GoToEnd{false});
    const auto effects = run(command::Select{event("rescue"), true});
    const auto* move = only<effect::MoveCamera>(effects);
    ASSERT_NE(move, nullptr);
    EXPECT_GT(move->seconds, 0);
    EXPECT_LT(move->seconds, 0.3);
    const layout::PlacedEvent* placed = stage.layout()->place(event("rescue"));
    ASSERT_NE(placed, nullptr);
    EXPECT_GE(placed->box.left(), state.camera.panX);
    EXPECT_LE(placed->box.right(), state.camera.panX + stage.canvas().width);
}

TEST_F(ApplyTest, reducedMotionCuts)
{
    state.preferences.reducedMotion = true;
    const auto effects = run(command::ZoomAbout{2, 100});
    ASSERT_NE(only<effect::MoveCamera>(effects), nullptr);
    EXPECT_EQ(only<effect::MoveCamera>(effects)->seconds, 0);
}

TEST_F(ApplyTest, panAndZoomLeaveTheFittedView)
{
    EXPECT_TRUE(state.fitted);
    const Camera before = state.camera;
    run(command::PanBy{40, 0});
    EXPECT_FALSE(state.fitted);
    EXPECT_DOUBLE_EQ(state.camera.panX, before.panX + 40);
    run(command::FitAll{});
    EXPECT_TRUE(state.fitted);
    EXPECT_EQ(state.camera, before);
}

TEST_F(ApplyTest, wheelTurnsAddUpWhileTheViewStillTravels)
{
    const Camera start = state.camera;
    const ApplyContext still{stage.timeline(), stage.layout(), start, {stage.canvas().width, stage.canvas().height}};
    apply(state, command::ZoomAbout{1.5, 300}, still);
    apply(state, command::ZoomAbout{1.5, 300}, still);
    EXPECT_NEAR(state.camera.pxPerSecond / start.pxPerSecond, 2.25, 1e-9);
    EXPECT_NEAR((state.camera.panX + 300) / state.camera.pxPerSecond, (start.panX + 300) / start.pxPerSecond, 1);
}

TEST_F(ApplyTest, fittingASelectionShowsItWithItsNeighbours)
{
    run(command::Select{event("alarm"), false});
    run(command::FitSelection{});
    for (const char* id : {"spark", "alarm", "rescue"}) {
        const layout::PlacedEvent* placed = stage.layout()->place(event(id));
        ASSERT_NE(placed, nullptr) << id;
        EXPECT_GE(placed->anchorX, state.camera.panX) << id;
        EXPECT_LE(placed->anchorX, state.camera.panX + stage.canvas().width) << id;
    }
    run(command::FitEvents{{event("lull")}});
    EXPECT_GT(state.camera.pxPerSecond, stage.timeline()->fitPxPerSecond());
}

TEST_F(ApplyTest, escapeGoesOneStepBackAtATime)
{
    run(command::Select{event("fire"), false});
    run(command::Search{"fire"});
    run(command::OpenCluster{{event("ruin")}});
    run(command::Show{Panel::keys});
    run(command::Back{});
    EXPECT_EQ(state.panel, Panel::none);
    EXPECT_FALSE(state.opened.empty());
    run(command::Back{});
    EXPECT_TRUE(state.opened.empty());
    EXPECT_EQ(state.search.query, "fire");
    run(command::Back{});
    EXPECT_TRUE(state.search.query.empty());
    EXPECT_EQ(selected(), "fire");
    run(command::Back{});
    EXPECT_EQ(selected(), "");
}

TEST_F(ApplyTest, searchStepsRoundThroughItsHits)
{
    run(command::Search{"r"});
    ASSERT_GE(state.search.hits.size(), 2U);
    run(command::SearchStep{1});
    EXPECT_EQ(state.selected, state.search.hits[0]) << "the first step comes to the best hit";
    run(command::SearchStep{-1});
    EXPECT_EQ(state.selected, state.search.hits.back());
    run(command::SearchStep{1});
    EXPECT_EQ(state.selected, state.search.hits[0]);
}

TEST_F(ApplyTest, onlyWebAddressesAreOpened)
{
    EXPECT_NE(only<effect::OpenLink>(run(command::OpenLink{"https://example.org/a"})), nullptr);
    for (const char* bad : {"file:///etc/passwd", "javascript:alert(1)", "ftp://x", "", "httpsx"})
        EXPECT_TRUE(run(command::OpenLink{bad}).empty()) << bad;
}

TEST_F(ApplyTest, preferencesAreSavedWhenTheyChange)
{
    EXPECT_NE(only<effect::SavePreferences>(run(command::ToggleTheme{})), nullptr);
    EXPECT_TRUE(state.preferences.light);
    EXPECT_NE(only<effect::SavePreferences>(run(command::NextLanguage{})), nullptr);
    EXPECT_EQ(state.language(), "de");
    run(command::NextLanguage{});
    EXPECT_EQ(state.language(), "en");
    Preferences far;
    far.scale = 9;
    run(command::SetPreferences{far});
    EXPECT_EQ(state.preferences.scale, 2);
}

TEST_F(ApplyTest, aBrokenFileKeepsTheLastGoodStory)
{
    run(command::Select{event("fire"), false});
    LoadedFile broken;
    broken.path = "village.json";
    broken.diagnostics.add({"F101", core::Severity::error, {}, core::verbatim("wrong")});
    showLoaded(state, std::move(broken));
    EXPECT_TRUE(state.story.broken);
    EXPECT_EQ(state.story.diagnostics.errors(), 1U);
    EXPECT_EQ(state.panel, Panel::findings);
    ASSERT_TRUE(state.story.graph.has_value());
    EXPECT_EQ(selected(), "fire");
    showLoaded(state, loaded("village.json"));
    EXPECT_FALSE(state.story.broken);
    EXPECT_EQ(state.panel, Panel::none);
    EXPECT_EQ(selected(), "fire");
    showLoaded(state, loaded("other.json"));
    EXPECT_EQ(selected(), "") << "another file starts afresh";
    EXPECT_EQ(state.preferences.recentFiles, (std::vector<std::string>{"other.json", "village.json"}));
}

TEST_F(ApplyTest, anotherFileThatIsBrokenDoesNotTakeThePlaceOfTheOneShown)
{
    run(command::Select{event("fire"), false});
    LoadedFile broken;
    broken.path = "other.json";
    broken.diagnostics.add({"F101", core::Severity::error, {}, core::verbatim("wrong")});
    showLoaded(state, std::move(broken));
    EXPECT_TRUE(state.story.broken);
    EXPECT_EQ(state.story.path, "village.json");
    EXPECT_EQ(state.story.checkedPath, "other.json");
    EXPECT_EQ(only<effect::OpenFile>(run(command::Reload{}))->path, "other.json");
    showLoaded(state, loaded("village.json"));
    EXPECT_FALSE(state.story.broken);
    EXPECT_EQ(state.story.checkedPath, "village.json");
    EXPECT_EQ(selected(), "fire") << "the story shown is the same as before";
}

TEST_F(ApplyTest, aReloadForgetsFiltersAndFoldsThatNothingHasAnyMore)
{
    const auto read = [](const std::string& kind, const std::string& tag) {
        LoadedFile file;
        file.path = "village.json";
        const auto story = villageStory();
        story->events[0].kind = kind;
        story->events[1].tags = {tag, "core"};
        file.graph.emplace(std::shared_ptr<const model::Story>(story));
        return file;
    };
    showLoaded(state, read("accident", "hot"));
    state.grouping = layout::Grouping::kind;
    state.foldedLanes = {"accident", ""};
    state.filter[model::Facet::tag] = {"hot", "core"};
    state.filter[model::Facet::kind] = {"accident"};
    showLoaded(state, read("crime", "hot"));
    EXPECT_EQ(state.foldedLanes, std::set<std::string>{""});
    EXPECT_TRUE(state.filter[model::Facet::kind].empty());
    EXPECT_EQ(state.filter[model::Facet::tag], (std::set<std::string>{"hot", "core"}));
    showLoaded(state, read("crime", "cold"));
    EXPECT_EQ(state.filter[model::Facet::tag], std::set<std::string>{"core"});
}

TEST_F(ApplyTest, whatThePointerIsOnStandsOutWithItsNeighbours)
{
    EXPECT_EQ(emphasisOf(state).strength, 0);
    run(command::Hover{{scene::SubjectKind::event, event("alarm").value}});
    const scene::Emphasis emphasis = emphasisOf(state);
    EXPECT_EQ(emphasis.strength, 1);
    EXPECT_TRUE(emphasis.events[event("spark").index()]);
    EXPECT_TRUE(emphasis.events[event("rescue").index()]);
    EXPECT_FALSE(emphasis.events[event("ruin").index()]);
    EXPECT_EQ(emphasis.links, (std::vector<bool>{false, true, false, true}));
}

TEST_F(ApplyTest, onlyWhatChangedIsMadeAgain)
{
    look();
    const auto layouts = stage.layoutsMade();
    const auto pictures = stage.picturesMade();
    look();
    EXPECT_EQ(stage.picturesMade(), pictures);
    run(command::PanBy{10, 0});
    EXPECT_EQ(stage.layoutsMade(), layouts) << "panning changes no layout";
    EXPECT_EQ(stage.picturesMade(), pictures + 1);
    run(command::ZoomAbout{1.1, 0});
    EXPECT_EQ(stage.layoutsMade(), layouts + 1);
    run(command::FoldLane{stage.layout()->lanes.front().key, true});
    EXPECT_EQ(stage.layoutsMade(), layouts + 2);
}

} // namespace
} // namespace fabula::ui
