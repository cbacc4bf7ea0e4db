#include "panels_harness.hpp"

namespace fabula::test {
namespace {

namespace command = ui::command;

/// The first link into the event that is causal.
int causalLinkTo(const PanelHarness& panels, core::EventId event)
{
    for (const core::LinkId link : panels.state.story.graph->linksTo(event)) {
        if (model::isCausal(panels.story()[link].kind))
            return static_cast<int>(link.index());
    }
    return -1;
}

TEST(Inspector, aCauseIsSelectedAndFlownTo)
{
    PanelHarness panels({1600, 1400});
    panels.showShipped();
    core::EventId event;
    for (const core::EventId each : panels.state.story.graph->order()) {
        if (causalLinkTo(panels, each) >= 0)
            event = each;
    }
    ASSERT_TRUE(event.valid());
    panels.state.selected = event;
    const int link = causalLinkTo(panels, event);
    ASSERT_TRUE(panels.pointAt("##inspector", {"window.why", link, "##link"}, {80, 9}));
    panels.click();
    const auto selections = panels.asked<command::Select>();
    ASSERT_EQ(selections.size(), 1U);
    EXPECT_EQ(selections[0].event, panels.story()[core::LinkId(static_cast<std::size_t>(link))].from);
    EXPECT_TRUE(selections[0].fly);
}

TEST(Inspector, anActorsChipTurnsItsFilterOnAndOff)
{
    PanelHarness panels({1600, 1400});
    panels.showShipped();
    panels.state.selected = panels.event("huawei-push");
    ASSERT_TRUE(panels.state.selected.valid());
    const core::ActorId actor = panels.story()[panels.state.selected].actors.front();
    const std::string& id = panels.story()[actor].id;
    ASSERT_TRUE(panels.pointAt("##inspector", {static_cast<int>(actor.index()), "##actor"}, {30, 9}));
    panels.click();
    EXPECT_EQ(panels.state.filter[model::Facet::actor].count(id), 1U);
    panels.click();
    EXPECT_TRUE(panels.state.filter.empty());
}

TEST(Inspector, withoutASelectionTheStorysMainEventsLeadIn)
{
    PanelHarness panels({1600, 900});
    panels.showShipped();
    core::EventId first;
    for (const core::EventId each : panels.state.story.graph->order()) {
        if (!first.valid() && panels.story()[each].importance == 5)
            first = each;
    }
    ASSERT_TRUE(panels.pointAt("##inspector", {static_cast<int>(first.index()), "##event"}, {80, 9}));
    panels.click();
    EXPECT_EQ(panels.state.selected, first);
}

TEST(Inspector, aClusterThatWasOpenedIsListed)
{
    PanelHarness panels({1600, 900});
    panels.showShipped();
    panels.state.opened = {core::EventId(2), core::EventId(7)};
    ASSERT_TRUE(panels.pointAt("##inspector", {7, "##event"}, {80, 9}));
    panels.click();
    EXPECT_EQ(panels.state.selected, core::EventId(7));
}

TEST(Inspector, comesOverTheTimelineWhereThereIsNoRoomBesideIt)
{
    PanelHarness panels({1280, 720});
    panels.scale = 2;
    panels.inspectorBeside = false;
    panels.showShipped();
    panels.frames(3);
    EXPECT_EQ(PanelHarness::windowNamed("##inspector-above"), nullptr);
    panels.state.selected = panels.event("huawei-push");
    panels.frames(3);
    EXPECT_NE(PanelHarness::windowNamed("##inspector-above"), nullptr);
    panels.state.inspectorOpen = false;
    panels.frames(3);
    EXPECT_EQ(PanelHarness::windowNamed("##inspector-above"), nullptr);
}

/// The shipped story with one source's address changed.
void changeUrl(PanelHarness& panels, core::EventId event, const std::string& url)
{
    auto story = std::make_shared<model::Story>(panels.story());
    story->sources[story->events[event.index()].sources.front().source.index()].url = url;
    panels.state.story.graph.emplace(story);
    panels.prepare();
    panels.state.selected = event;
}

TEST(Inspector, aSourcesAddressIsOpenedIfItIsOfTheWeb)
{
    PanelHarness panels({1600, 2400});
    panels.showShipped();
    changeUrl(panels, panels.event("huawei-push"), "https://example.org/a?b=c");
    ASSERT_TRUE(panels.pointAt("##inspector", {0, "##card"}, {80, 12}));
    panels.click();
    ASSERT_EQ(panels.asked<command::OpenLink>().size(), 1U);
    EXPECT_EQ(panels.asked<command::OpenLink>()[0].url, "https://example.org/a?b=c");
}

TEST(Inspector, noOtherAddressCanBePressed)
{
    for (const char* url : {"javascript:alert(1)", "file:///etc/passwd", "https://", "HTTPS", "ftp://example.org/",
                            "https://example.org/\nfile:///etc/passwd"}) {
        PanelHarness panels({1600, 2400});
        panels.showShipped();
        changeUrl(panels, panels.event("huawei-push"), url);
        EXPECT_FALSE(panels.pointAt("##inspector", {0, "##card"}, {80, 12})) << url;
    }
}

} // namespace
} // namespace fabula::test
