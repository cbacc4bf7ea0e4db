#include "panels_harness.hpp"

namespace fabula::test {
namespace {

namespace command = ui::command;

TEST(TopBar, typingSearchesAndEnterStepsThroughTheHits)
{
    PanelHarness panels;
    panels.showShipped();
    ASSERT_TRUE(panels.pointAt("##top-bar", {"##search"}));
    panels.click();
    panels.type("huawei");
    ASSERT_FALSE(panels.asked<command::Search>().empty());
    EXPECT_EQ(panels.asked<command::Search>().back().query, "huawei");
    ASSERT_GT(panels.state.search.hits.size(), 2U);

    panels.key(ImGuiKey_Enter);
    EXPECT_EQ(panels.state.selected, panels.state.search.hits[0]);
    panels.frames(2);
    panels.key(ImGuiKey_Enter);
    EXPECT_EQ(panels.state.selected, panels.state.search.hits[1]);
    panels.frames(2);
    panels.key(ImGuiKey_Enter, ImGuiMod_Shift);
    EXPECT_EQ(panels.state.selected, panels.state.search.hits[0]);
    EXPECT_EQ(panels.state.search.query, "huawei");
}

TEST(TopBar, escapeLeavesTheFieldWithoutSearchingAnew)
{
    PanelHarness panels;
    panels.showShipped();
    panels.state.focusSearch = true;
    panels.frames(2);
    panels.type("r2");
    ASSERT_EQ(panels.state.search.query, "r2");
    panels.forget();
    panels.key(ImGuiKey_Escape);
    panels.frames(2);
    EXPECT_TRUE(panels.asked<command::Search>().empty());
    EXPECT_FALSE(ImGui::GetIO().WantTextInput);
}

TEST(TopBar, theKeyboardComesToTheFieldWhenAskedTo)
{
    PanelHarness panels;
    panels.showShipped();
    panels.frames(2);
    EXPECT_FALSE(ImGui::GetIO().WantTextInput);
    panels.state.focusSearch = true;
    panels.frames(3);
    EXPECT_TRUE(ImGui::GetIO().WantTextInput);
    panels.type("nvidia");
    EXPECT_EQ(panels.state.search.query, "nvidia");
}

TEST(TopBar, hitsAreSteppedThroughByMouse)
{
    PanelHarness panels;
    panels.showShipped();
    panels.state.search.query = "nvidia";
    panels.state.search.hits = panels.state.story.search->find("nvidia");
    ASSERT_GT(panels.state.search.hits.size(), 1U);
    ASSERT_TRUE(panels.pointAt("##top-bar", {"##next"}));
    panels.click();
    ASSERT_TRUE(panels.pointAt("##top-bar", {"##previous"}));
    panels.click();
    const auto steps = panels.asked<command::SearchStep>();
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[0].by, 1);
    EXPECT_EQ(steps[1].by, -1);
}

TEST(TopBar, languageAndPanelsByMouse)
{
    PanelHarness panels;
    panels.showShipped();
    ASSERT_EQ(panels.state.language(), "en");
    ASSERT_TRUE(panels.pointAt("##top-bar", {"##language"}));
    panels.click();
    EXPECT_EQ(panels.state.language(), "de");
    ASSERT_TRUE(panels.pointAt("##top-bar", {"##filters"}));
    panels.click();
    EXPECT_EQ(panels.state.panel, ui::Panel::filters);
}

TEST(TopBar, everythingHasItsPlaceInSmallWindowsAndLongLanguages)
{
    for (const double scale : {1.0, 1.5, 2.0}) {
        PanelHarness panels({1280, 720});
        panels.scale = scale;
        panels.showShipped();
        panels.state.preferences.language = "de";
        for (const char* id : {"##search", "##language", "##filters", "##view", "##keys"})
            EXPECT_TRUE(panels.pointAt("##top-bar", {id})) << id << " at " << scale;
    }
}

} // namespace
} // namespace fabula::test
