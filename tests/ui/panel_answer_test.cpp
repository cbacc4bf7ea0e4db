#include "panels_harness.hpp"
#include "ui/answering.hpp"

namespace fabula::test {
namespace {

namespace command = ui::command;
using ask::Ask;

void answer(PanelHarness& panels)
{
    ui::AskingState& asking = panels.state.asking;
    asking.answered.reset();
    if (!asking.crumbs.empty())
        asking.answered = ui::answered(ui::scopeOf(panels.state), ui::keyOf(panels.state, asking.crumbs.back()));
    ui::refreshFacts(panels.state);
}

void put(PanelHarness& panels, Ask ask, const char* id)
{
    ui::apply(panels.state, command::PutQuestion{{ask, panels.event(id), {}}}, {});
    answer(panels);
    panels.frames(2);
    panels.forget();
}

TEST(PanelAnswer, aRowLeadsToItsEvent)
{
    PanelHarness panels;
    panels.showShipped();
    put(panels, Ask::why, "r2-slips");
    ASSERT_TRUE(panels.pointAt("##inspector", {0, 0, "##row"}));
    panels.click();
    const auto selected = panels.asked<command::Select>();
    ASSERT_FALSE(selected.empty());
    EXPECT_EQ(selected.back().event, panels.event("ascend-training-fails")) << "the first line is the nearest cause";
    EXPECT_TRUE(selected.back().fly);
}

TEST(PanelAnswer, pointingAtAQuestionPreviewsIt)
{
    PanelHarness panels({1280, 1400});
    panels.showShipped();
    put(panels, Ask::without, "huawei-push");
    ASSERT_TRUE(panels.pointAt("##inspector", {"window.ask.effects", "##ask"}));
    panels.frames(2);
    ASSERT_TRUE(panels.state.asking.preview.has_value());
    EXPECT_EQ(*panels.state.asking.preview, (ask::Question{Ask::effects, panels.event("huawei-push"), {}}));
    panels.moveTo(300, 300);
    panels.frames(2);
    EXPECT_FALSE(panels.state.asking.preview.has_value());
}

TEST(PanelAnswer, theQuestionBeforeIsAPressAway)
{
    PanelHarness panels;
    panels.showShipped();
    put(panels, Ask::why, "r2-slips");
    put(panels, Ask::effects, "r2-slips");
    put(panels, Ask::without, "r2-slips");
    ASSERT_TRUE(panels.pointAt("##inspector", {0, "##crumb"}));
    panels.click();
    EXPECT_EQ(panels.state.asking.crumbs.size(), 1U);
}

TEST(PanelAnswer, theSheetSaysWhatRestsOnTheEventAndLeadsBack)
{
    PanelHarness panels({1280, 1600});
    panels.showShipped();
    put(panels, Ask::why, "r2-slips");
    ui::apply(panels.state, command::Select{panels.event("huawei-push"), false}, {});
    answer(panels);
    panels.frames(2);
    ASSERT_TRUE(panels.pointAt("##inspector", {"##crumb"}));
    panels.click();
    EXPECT_FALSE(panels.state.asking.sheet);
}

TEST(PanelAnswer, theClockPlaysAndItsHandCanBeDragged)
{
    PanelHarness panels;
    panels.showShipped();
    panels.state.story.knowledge = model::knowledgeTimes(panels.story());
    panels.state.story.daysOfChange = model::daysOfChange(panels.state.story.knowledge);
    ui::apply(panels.state, command::ToggleAsOf{}, {});
    panels.frames(2);
    ASSERT_TRUE(panels.pointAt("##overview", {"##hand"}, {24, 5}));
    panels.moveTo(panels.canvasRect().centre().x, ImGui::GetIO().MousePos.y);
    panels.press(true);
    panels.press(false);
    ASSERT_TRUE(panels.state.asOf.day.known());
    const std::string before(panels.state.asOf.day.text());
    ASSERT_TRUE(panels.pointAt("##overview", {"##play"}, {12, 7}));
    panels.click();
    EXPECT_TRUE(panels.state.asOf.playing);
    EXPECT_EQ(panels.state.asOf.day.text(), before) << "it plays on from where it stands";
}

} // namespace
} // namespace fabula::test
