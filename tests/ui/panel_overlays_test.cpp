#include "brief/evidence.hpp"
#include "core/phrases.hpp"
#include "panels_harness.hpp"
#include "ui/panel_commands.hpp"
#include "ui/panel_words.hpp"

#include <sstream>

namespace fabula::test {
namespace {

namespace command = ui::command;

TEST(Palette, whatIsTypedFindsACommandAndEnterRunsIt)
{
    PanelHarness panels;
    panels.showShipped();
    panels.state.panel = ui::Panel::palette;
    panels.frames(3);
    ASSERT_TRUE(ImGui::GetIO().WantTextInput);
    panels.type("light dark");
    panels.key(ImGuiKey_Enter);
    EXPECT_TRUE(panels.state.preferences.light);
    EXPECT_EQ(panels.state.panel, ui::Panel::none);
}

TEST(Palette, arrowsGoDownTheListAndEventsAreFound)
{
    PanelHarness panels;
    panels.showShipped();
    panels.state.panel = ui::Panel::palette;
    panels.frames(3);
    panels.type("authorities encourage");
    panels.key(ImGuiKey_DownArrow);
    panels.key(ImGuiKey_UpArrow);
    panels.key(ImGuiKey_Enter);
    const auto selections = panels.asked<command::Select>();
    ASSERT_EQ(selections.size(), 1U);
    EXPECT_EQ(selections[0].event, panels.state.story.search->find("authorities encourage").front());
}

TEST(Palette, theSecondChoiceIsReachedByOneStepDown)
{
    PanelHarness panels;
    panels.showShipped();
    panels.state.panel = ui::Panel::palette;
    panels.frames(3);
    panels.type("zoom");
    panels.key(ImGuiKey_DownArrow);
    panels.key(ImGuiKey_Enter);
    EXPECT_EQ(panels.asked<command::FitSelection>().size(), 0U);
    EXPECT_EQ(panels.asked<command::ZoomAbout>().size(), 1U);
}

TEST(Palette, aClickBesideGoesBack)
{
    PanelHarness panels;
    panels.showShipped();
    panels.state.selected = core::EventId(3);
    panels.state.panel = ui::Panel::palette;
    panels.frames(3);
    panels.moveTo(40, 300);
    panels.click();
    EXPECT_EQ(panels.state.panel, ui::Panel::none);
    EXPECT_EQ(panels.state.selected, core::EventId(3));
}

TEST(Filters, aValueIsChosenAndAllAreCleared)
{
    PanelHarness panels({1600, 900});
    panels.showShipped();
    panels.state.panel = ui::Panel::filters;
    panels.frames(3);
    const std::string list = "##filters/##values";
    const auto values = model::facetValues({}, model::Facet::actor, panels.story(), "en");
    ASSERT_TRUE(panels.pointAt(list, {values.front().value.c_str(), "##value"}));
    panels.click();
    EXPECT_EQ(panels.state.filter[model::Facet::actor].count(values.front().value), 1U);
    ASSERT_TRUE(panels.pointAt("##filters", {"##clear"}));
    panels.click();
    EXPECT_TRUE(panels.state.filter.empty());
    EXPECT_EQ(panels.state.panel, ui::Panel::filters);
}

TEST(Settings, themeScaleAndMotion)
{
    PanelHarness panels({1600, 900});
    panels.showShipped();
    panels.state.panel = ui::Panel::settings;
    panels.frames(3);
    ASSERT_TRUE(panels.pointAt("##settings", {"theme", 1, "##segment"}));
    panels.click();
    EXPECT_TRUE(panels.state.preferences.light);
    ASSERT_TRUE(panels.pointAt("##settings", {"##larger"}));
    panels.click();
    EXPECT_DOUBLE_EQ(panels.state.preferences.scale, 1.1);
    ASSERT_TRUE(panels.pointAt("##settings", {"##motion"}));
    panels.click();
    EXPECT_TRUE(panels.state.preferences.reducedMotion);
    ASSERT_TRUE(panels.pointAt("##settings", {"grouping", 1, "##segment"}));
    panels.click();
    EXPECT_EQ(panels.state.grouping, layout::Grouping::kind);
}

TEST(Loading, isShownAfterAWhileAndCanBeCancelled)
{
    PanelHarness panels;
    panels.showShipped();
    panels.state.loading = {true, "/stories/large.json", 0.05, 0.2};
    panels.frames(3);
    EXPECT_EQ(PanelHarness::windowNamed("##loading"), nullptr);
    panels.state.loading.seconds = 0.2;
    panels.frames(3);
    ASSERT_TRUE(panels.pointAt("##loading", {"##cancel"}));
    panels.click();
    EXPECT_EQ(panels.asked<command::CancelLoading>().size(), 1U);
}

TEST(Findings, areShownInTheMiddleWhenNothingElseCanBe)
{
    PanelHarness panels;
    panels.state.story.checkedPath = "/stories/broken.json";
    panels.state.story.broken = true;
    panels.state.story.diagnostics.add({"F101",
                                        core::Severity::error,
                                        {"/stories/broken.json", 3, 7, ""},
                                        core::verbatim("A comma is missing here.")});
    panels.frames(3);
    EXPECT_NE(PanelHarness::windowNamed("##nothing"), nullptr);
    ASSERT_TRUE(panels.pointAt("##nothing", {"##copy"}));
    panels.click();
    EXPECT_STREQ(ImGui::GetClipboardText(), "/stories/broken.json:3:7: error F101: A comma is missing here.\n");
}

/// How many letters and signs stand in the list of findings: each is drawn as four corners, blanks are not.
int glyphsInFindings(PanelHarness& panels, const char* language)
{
    panels.state.preferences.language = language;
    panels.frames(3);
    const ImGuiWindow* list = PanelHarness::windowNamed("##nothing/##list");
    return list == nullptr ? 0 : list->DrawList->VtxBuffer.Size / 4;
}

int glyphsOf(const std::string& text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
        return c != ' ' && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; // of UTF-8 the first bytes
    }));
}

TEST(Findings, areToldInTheLanguageOfTheWindowAndCopiedInEnglish)
{
    PanelHarness panels;
    const core::Message sentence = core::message("a comma is missing before {}", "`x`");
    panels.state.story.diagnostics.add({"F101", core::Severity::error, {"/a.json", 3, 7, ""}, sentence});
    panels.state.story.broken = true;
    ASSERT_EQ(core::inLanguage(sentence, "de"), "vor `x` fehlt ein Komma");
    EXPECT_EQ(glyphsInFindings(panels, "en"), glyphsOf("F101 3:7 a comma is missing before `x`"));
    EXPECT_EQ(glyphsInFindings(panels, "de"), glyphsOf("F101 3:7 vor `x` fehlt ein Komma"));
    ASSERT_TRUE(panels.pointAt("##nothing", {"##copy"}));
    panels.click();
    EXPECT_STREQ(ImGui::GetClipboardText(), "/a.json:3:7: error F101: a comma is missing before `x`\n");
}

TEST(Open, aTypedPathIsOpenedAndAFolderEntered)
{
    PanelHarness panels;
    panels.showShipped();
    panels.state.panel = ui::Panel::open;
    panels.frames(3);
    panels.type("..");
    panels.key(ImGuiKey_Enter);
    EXPECT_TRUE(panels.asked<command::OpenFile>().empty());
    EXPECT_EQ(panels.state.panel, ui::Panel::open);
    ASSERT_TRUE(panels.pointAt("##open", {"##path"}));
    panels.click();
    panels.type("stories/rosetta-stone.json");
    panels.key(ImGuiKey_Enter);
    const auto opened = panels.asked<command::OpenFile>();
    ASSERT_EQ(opened.size(), 1U);
    EXPECT_EQ(opened[0].path.filename(), "rosetta-stone.json");
    EXPECT_TRUE(std::filesystem::exists(opened[0].path)) << opened[0].path;
}

TEST(Overlays, allDrawInEveryThemeLanguageAndScaleWithinTheWindow)
{
    for (const char* language : {"en", "de"}) {
        for (const double scale : {0.8, 2.0}) {
            PanelHarness panels({1280, 720});
            panels.scale = scale;
            panels.showShipped();
            panels.state.preferences.language = language;
            for (const ui::Panel panel : {ui::Panel::filters, ui::Panel::findings, ui::Panel::keys, ui::Panel::palette,
                                          ui::Panel::open, ui::Panel::settings}) {
                panels.state.panel = panel;
                panels.frames(3);
                const ImGuiWindow* top = ImGui::GetCurrentContext()->Windows.back();
                const ImRect area = top->RootWindow->Rect();
                EXPECT_GE(area.Min.x, 0);
                EXPECT_GE(area.Min.y, 0);
                EXPECT_LE(area.Max.x, 1280) << static_cast<int>(panel);
                EXPECT_LE(area.Max.y, 720) << static_cast<int>(panel);
            }
        }
    }
}

TEST(Commands, everyNamedOneHasWordsAndNoKeyTwice)
{
    std::set<std::string> keys;
    for (const ui::NamedCommand& named : ui::namedCommands()) {
        EXPECT_FALSE(core::phrase(named.phrase, "de").empty());
        std::istringstream each{std::string(named.keys)};
        for (std::string key; each >> key;)
            EXPECT_TRUE(keys.insert(key).second) << key;
    }
}

TEST(PanelWords, hostsOfTheWebOnly)
{
}

TEST(PanelWords, capitalsAreThoseOfTheLanguage)
{
    EXPECT_EQ(ui::capitals("Überblick, Straße", "de"), "ÜBERBLICK, STRASSE");
    EXPECT_EQ(ui::sentenceStart("über 2025", "de"), "Über 2025");
    EXPECT_EQ(ui::keyWords("Ctrl+K", "de"), "Strg+K");
    EXPECT_EQ(brief::gradeWords("B2", "en"), "usually reliable; probably true");
    EXPECT_EQ(brief::gradeWords("Z9", "en"), "");
}

TEST(PanelWords, stretchesAreWordedAsTheirLengthAsks)
{
    const auto day = [](int year, int month, int of) { return time::instantFromCivil({year, month, of, 0, 0, 0}); };
    EXPECT_EQ(ui::dayWords(day(2025, 8, 14), "en"), "14 August 2025");
    EXPECT_EQ(ui::stretchWords({day(1799, 1, 1), day(1823, 1, 1)}, "en"), "1799–1822");
    EXPECT_NE(ui::stretchWords({day(2024, 12, 3), day(2025, 10, 4)}, "de").find("Dezember 2024"), std::string::npos);
}

} // namespace
} // namespace fabula::test
