#include "core/phrases.hpp"
#include "model/story_filter.hpp"
#include "ui/glance.hpp"
#include "ui/panel_answer.hpp"
#include "ui/panel_clock.hpp"
#include "ui/panel_kit.hpp"
#include "ui/panel_overlays.hpp"
#include "ui/panel_story.hpp"
#include "ui/panel_words.hpp"

#include <algorithm>

namespace fabula::ui {

void drawStorySheet(const PanelContext& context)
{
    const model::Story& story = storyOf(context);
    const std::string language = context.state.language();
    textBlock(context, chosenText(context, story.title).text, {context.theme.text1, 20, core::FontWeight::bold}, 1.25);
    space(context, 6);
    const Glance* glance = shownGlance(context.state);
    std::string facts = context.state.asOf.day.known() ? knownWords(context)
                        : glance != nullptr            ? storyCounts(*glance, language)
                                                       : std::string();
    for (const std::string& tag : story.languages)
        facts += " · " + languageName(tag);
    textBlock(context, facts, {context.theme.text2, 13});
    space(context, 12);
    textBlock(context, say(context, "window.hint.pick"), {context.theme.text3, 13});

    if (glance == nullptr || glance->first.empty())
        return;
    sectionHeading(context, say(context, "window.start"));
    eventRows(context, glance->first);
}

namespace {

/// A hair to the timeline's side, and back to the top when something else is shown.
void beginSheet(const PanelContext& context)
{
    const auto left = static_cast<float>(context.area.x);
    ImGui::GetWindowDrawList()->PushClipRectFullScreen();
    ImGui::GetWindowDrawList()->AddRectFilled({left, static_cast<float>(context.area.y)},
                                              {left + 1, static_cast<float>(context.area.bottom())},
                                              toImGui(context.theme.line));
    ImGui::GetWindowDrawList()->PopClipRect();
    int shown = context.state.opened.empty() ? static_cast<int>(context.state.selected.value) : -2;
    if (showsAnswer(context.state))
        shown = -16 - static_cast<int>(context.state.asking.crumbs.size());
    const ImGuiID id = ImGui::GetID("shown");
    if (ImGui::GetStateStorage()->GetInt(id, -3) != shown) {
        ImGui::GetStateStorage()->SetInt(id, shown);
        ImGui::SetScrollY(0);
    }
}

constexpr double kPadding = 22;

void drawContent(const PanelContext& context)
{
    beginSheet(context);
    if (!context.state.story.graph)
        return;
    if (!context.state.opened.empty()) {
        settlePreview(context, std::nullopt);
        const std::string count =
            core::countPhrase("picture.events", context.state.opened.size(), context.state.language());
        textBlock(context, core::phraseWith("window.cluster", count, context.state.language()),
                  {context.theme.text1, 20, core::FontWeight::bold}, 1.25);
        space(context, 8);
        eventRows(context, context.state.opened);
    } else if (showsAnswer(context.state)) {
        drawAnswer(context);
    } else if (context.state.selected.valid() && context.state.selected.index() < storyOf(context).events.size()) {
        drawEventSheet(context, context.state.selected);
    } else {
        settlePreview(context, std::nullopt);
        drawStorySheet(context);
    }
    space(context, 16);
}

} // namespace

void drawInspector(const PanelContext& context)
{
    const PanelWindow window(context, "##inspector", context.theme.panel, kPadding, PanelWindow::Kind::scrolling);
    drawContent(context);
}

void drawInspectorAbove(const PanelContext& context)
{
    const PanelWindow window(context, "##inspector-above", context.theme.panel, kPadding, PanelWindow::Kind::above);
    drawContent(context);
}

} // namespace fabula::ui
