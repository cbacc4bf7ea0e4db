#include "ask/compared_story.hpp"
#include "asking_fixture.hpp"
#include "model/revision.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace fabula::ui {
namespace {

/// The shipped story, compared with a version that lacked one event and had a rumour that led to another.
class ComparingTest : public AskingTest
{
protected:
    ComparingTest()
    {
        const model::Story& now = state.story.graph->story();
        model::Story old = now;
        old.scenes.clear();
        const core::EventId missing = event("v4-preview");
        for (model::Link& link : old.links) {
            if (link.from == missing || link.to == missing)
                link.from = link.to = event("r1-launch");
        }
        old.events[missing.index()].id = "rumour";
        old.links.push_back({missing, event("r2-slips"), model::LinkKind::prompts, {}, {}, {}, {}, {}});
        const graph::EventGraph before(std::make_shared<const model::Story>(std::move(old)));
        LoadedFile file;
        file.path = state.story.path;
        file.since.path = "old.json";
        file.since.comparison = std::make_shared<const ask::Comparison>(ask::compared(before, *state.story.graph));
        const auto story = ask::comparedStory(*file.since.comparison);
        file.graph.emplace(story);
        file.search = std::make_shared<const model::StorySearch>(*story);
        file.knowledge = model::knowledgeTimes(*story);
        select("r2-slips");
        showLoaded(state, std::move(file));
    }

    const model::Story& story() const { return state.story.graph->story(); }
};

TEST_F(ComparingTest, listsWhatChangedAndKeepsTheSelection)
{
    EXPECT_EQ(state.panel, Panel::changes);
    EXPECT_EQ(state.selected, event("r2-slips"));
    EXPECT_EQ(story()[event("v4-preview")].novelty, model::Novelty::added);
    EXPECT_EQ(story()[event("rumour")].novelty, model::Novelty::withdrawn);
    refreshChanges(state);
    EXPECT_NE(state.story.since.told.sentence.find("1 new event, 1 withdrawn"), std::string::npos)
        << state.story.since.told.sentence;
    const std::string english = state.story.since.told.sentence;
    run(command::NextLanguage{});
    refreshChanges(state);
    EXPECT_NE(state.story.since.told.sentence, english);
}

TEST_F(ComparingTest, rowsLeadToTheirEvents)
{
    refreshChanges(state);
    for (const ask::ChangeSection& section : state.story.since.told.sections) {
        for (const ask::ChangeRow& row : section.rows) {
            if (row.thing != ask::ChangeRow::Thing::event)
                continue;
            ASSERT_TRUE(row.event.valid());
            EXPECT_EQ(story()[row.event].novelty, section.novelty);
            run(command::Select{row.event, false});
            EXPECT_EQ(state.selected, row.event);
        }
    }
}

TEST_F(ComparingTest, nothingIsAskedAboutWhatWasWithdrawn)
{
    select("rumour");
    EXPECT_EQ(state.selected, event("rumour"));
    EXPECT_FALSE(state.facts.has_value());
    for (const auto ask : {ask::Ask::why, ask::Ask::effects, ask::Ask::without, ask::Ask::sources}) {
        run(command::AskAbout{ask});
        EXPECT_TRUE(state.asking.crumbs.empty());
        EXPECT_NE(core::english(state.notice).find("withdrawn"), std::string::npos);
    }
    run(command::BeginPath{});
    EXPECT_FALSE(state.asking.pathFrom.valid());
    select("r1-launch");
    run(command::BeginPath{});
    run(command::Select{event("rumour"), false});
    EXPECT_TRUE(state.asking.crumbs.empty());
    EXPECT_FALSE(canBeAsked(state, {ask::Ask::path, event("r1-launch"), event("rumour")}));
}

TEST_F(ComparingTest, whatWasWithdrawnCountsNowhere)
{
    const auto total = model::eventsLeft(story());
    EXPECT_EQ(total + 1, story().events.size());
    select("r2-slips");
    run(command::AskAbout{ask::Ask::why});
    const auto& lit = state.asking.answered->parts.events;
    EXPECT_EQ(std::count(lit.begin(), lit.end(), event("rumour")), 0);
    run(command::Search{std::string(story()[event("rumour")].title.front().text)});
    EXPECT_EQ(std::count(state.search.hits.begin(), state.search.hits.end(), event("rumour")), 0);
    std::size_t counted = 0;
    for (const model::FacetValue& value : model::facetValues({}, model::Facet::basis, story(), "en"))
        counted += value.events;
    EXPECT_EQ(counted, total);
}

TEST_F(ComparingTest, staysOutOnEveryDay)
{
    run(command::SetAsOf{*time::parseEdtf("2025-08-13")});
    EXPECT_FALSE(state.asOf.known->events[event("rumour").index()]);
    run(command::SetAsOf{});
    ASSERT_NE(state.asOf.known, nullptr);
    EXPECT_FALSE(state.asOf.known->events[event("rumour").index()]);
    EXPECT_TRUE(state.asOf.known->events[event("v4-preview").index()]);
}

TEST_F(ComparingTest, isKeptWhenTheFileIsReadAgainAndEndsOnDemand)
{
    const auto openedBy = [&](const Command& command) {
        const std::vector<Effect> effects = apply(state, command, {});
        EXPECT_EQ(effects.size(), 1U);
        return std::get<effect::OpenFile>(effects.front());
    };
    EXPECT_EQ(openedBy(command::Reload{}).since, "old.json");
    EXPECT_EQ(openedBy(command::CompareWith{"older.json"}).since, "older.json");
    EXPECT_EQ(openedBy(command::CompareWith{}).since, "");
    EXPECT_EQ(openedBy(command::OpenFile{"other.json"}).since, "");
}

} // namespace
} // namespace fabula::ui
