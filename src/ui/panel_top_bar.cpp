#include "core/language_tag.hpp"
#include "core/phrases.hpp"
#include "ui/panel_kit.hpp"
#include "ui/panel_widgets.hpp"
#include "ui/panel_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fabula::ui {
namespace {

constexpr double kEdge = 18;
constexpr double kFieldHeight = 28;

std::size_t choices(const model::StoryFilter& filter)
{
    std::size_t count = 0;
    for (const auto& values : filter.chosen)
        count += values.size();
    return count;
}

/// Where the parts of the bar stand, window px from its left edge.
struct Places
{
    float fieldX = 0;
    float fieldWidth = 0;
    float buttonsX = 0;
};

std::vector<std::string> shownLanguages(const PanelContext& context)
{
    constexpr std::size_t kMost = 3;
    std::vector<std::string> languages =
        context.state.story.graph ? context.state.story.graph->story().languages : core::phraseLanguages();
    const std::string current = context.state.language();
    if (languages.size() > kMost) {
        const auto at = std::find(languages.begin(), languages.end(), current);
        if (at != languages.end())
            std::rotate(languages.begin(), at, at + 1);
        languages.resize(kMost);
    }
    return languages;
}

const TextLook kSwitch{{}, 13, core::FontWeight::regular};
constexpr const char* kBetween = " · ";

float languageWidth(const PanelContext& context)
{
    float wide = toPx(context, 20);
    for (const std::string& language : shownLanguages(context)) {
        wide += textWidthPx(context, capitals(language, "en"), kSwitch);
        wide += textWidthPx(context, kBetween, kSwitch);
    }
    return wide - textWidthPx(context, kBetween, kSwitch);
}

void drawLanguages(const PanelContext& context)
{
    const ImVec2 size{languageWidth(context), toPx(context, 28)};
    const Press press = pressArea("##language", size);
    if (press.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled(press.corner, {press.corner.x + size.x, press.corner.y + size.y},
                                                  toImGui(core::mixed(context.theme.panel, context.theme.line, 0.6)),
                                                  toPx(context, 6));
    const std::string current = context.state.language();
    float x = press.corner.x + toPx(context, 10);
    const float y = press.corner.y + (size.y - lineHeightPx(context, kSwitch)) / 2;
    bool first = true;
    for (const std::string& language : shownLanguages(context)) {
        if (!first)
            x += drawText(context, {x, y}, kBetween, {context.theme.text3, 13});
        first = false;
        x += drawText(context, {x, y}, capitals(language, "en"),
                      {core::sameTag(language, current) ? context.theme.text1 : context.theme.text3, 13});
    }
    if (press.pressed)
        context.commands.push(command::NextLanguage{});
    tooltip(context, std::string(say(context, "window.next-language")) + "  L");
}

float viewSwitchWidth(const PanelContext& context)
{
    return barButtonWidthPx(context, say(context, "window.view.timeline")) +
           barButtonWidthPx(context, say(context, "window.view.graph")) + toPx(context, 4);
}

/// Timeline or graph, side by side on one ground.
void drawViewSwitch(const PanelContext& context)
{
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(
        corner, {corner.x + viewSwitchWidth(context), corner.y + toPx(context, 28)},
        toImGui(core::mixed(context.theme.raised, context.theme.ground, context.theme.dark ? 0.0 : 0.2)),
        toPx(context, 6));
    const bool graph = context.state.view == View::graph;
    const bool timelinePressed = barButton(context, "##timeline", say(context, "window.view.timeline"), !graph);
    tooltip(context, std::string(say(context, "window.view.toggle")) + "  G");
    ImGui::SameLine(0, toPx(context, 4));
    const bool graphPressed = barButton(context, "##graph", say(context, "window.view.graph"), graph);
    tooltip(context, std::string(say(context, "window.view.toggle")) + "  G");
    if ((timelinePressed && graph) || (graphPressed && !graph))
        context.commands.push(command::ToggleGraph{});
}

bool hasScenes(const PanelContext& context)
{
    return context.state.story.graph && !context.state.story.graph->story().scenes.empty();
}

float buttonsWidth(const PanelContext& context)
{
    const float gap = toPx(context, 4);
    return viewSwitchWidth(context) + toPx(context, 10) + languageWidth(context) + gap +
           barButtonWidthPx(context, say(context, "window.filters"), choices(context.state.filter)) + gap +
           barButtonWidthPx(context, say(context, "window.view")) + gap + barButtonWidthPx(context, "?") +
           (hasScenes(context) ? buttonWidthPx(context, say(context, "window.present")) + toPx(context, 6) : 0) +
           toPx(context, 10);
}

void drawButtons(const PanelContext& context, float x, float y)
{
    const float gap = toPx(context, 4);
    ImGui::SetCursorScreenPos({x, y});
    drawViewSwitch(context);
    ImGui::SameLine(0, toPx(context, 10));
    drawLanguages(context);
    ImGui::SameLine(0, gap);
    const Panel open = context.state.panel;
    if (barButton(context, "##filters", say(context, "window.filters"), open == Panel::filters,
                  choices(context.state.filter)))
        context.commands.push(command::Show{Panel::filters});
    ImGui::SameLine(0, gap);
    if (barButton(context, "##view", say(context, "window.view"), open == Panel::settings))
        context.commands.push(command::Show{Panel::settings});
    tooltip(context, say(context, "window.settings"));
    ImGui::SameLine(0, gap);
    if (barButton(context, "##keys", "?", open == Panel::keys))
        context.commands.push(command::Show{Panel::keys});
    tooltip(context, std::string(say(context, "window.keys")) + "  F1");
    if (!hasScenes(context))
        return;
    ImGui::SameLine(0, toPx(context, 6));
    if (button(context, "##present", say(context, "window.present"), true))
        context.commands.push(command::BeginBriefing{});
    tooltip(context, std::string(say(context, "window.present")) + "  F5");
}

std::string hitWords(const PanelContext& context)
{
    const SearchState& search = context.state.search;
    if (search.hits.empty())
        return std::string(say(context, "window.search.none"));
    return fmt::format("{}/{}", search.current + 1, search.hits.size());
}

bool stepButton(const PanelContext& context, const char* id, const char* sign, ImVec2 at)
{
    const ImVec2 size{toPx(context, 20), toPx(context, 22)};
    ImGui::SetCursorScreenPos(at);
    const Press press = pressArea(id, size);
    const TextLook look{press.hovered ? context.theme.text1 : context.theme.text2, 13, core::FontWeight::semibold};
    if (press.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled(press.corner, {press.corner.x + size.x, press.corner.y + size.y},
                                                  toImGui(core::faded(context.theme.line, press.held ? 1 : 0.6)),
                                                  toPx(context, 4));
    drawText(context,
             {press.corner.x + (size.x - textWidthPx(context, sign, look)) / 2,
              press.corner.y + (size.y - lineHeightPx(context, look)) / 2},
             sign, look);
    return press.pressed;
}

/// What stands in the right end of the field: the key that leads there, or where in the hits one is.
void drawFieldEnd(const PanelContext& context, ImVec2 corner, float fieldWidth, const std::string& count, bool active)
{
    const float y = corner.y + (toPx(context, kFieldHeight) - lineHeightPx(context, {{}, 12})) / 2;
    const float right = corner.x + fieldWidth;
    if (context.state.search.query.empty()) {
        if (!active)
            drawText(context, {right - toPx(context, 18), y}, "/", {context.theme.text3, 13});
        return;
    }
    const bool hits = !context.state.search.hits.empty();
    const float arrows = hits ? toPx(context, 46) : toPx(context, 10);
    const TextLook look{hits ? context.theme.text2 : context.theme.text3, 12};
    drawText(context, {right - arrows - textWidthPx(context, count, look), y}, count, look);
    if (!hits)
        return;
    const float top = corner.y + toPx(context, 3);
    if (stepButton(context, "##previous", "‹", {right - toPx(context, 42), top}))
        context.commands.push(command::SearchStep{-1});
    tooltip(context, std::string(say(context, "window.previous-hit")) + "  " +
                         keyWords("Shift+Enter", context.state.language()));
    if (stepButton(context, "##next", "›", {right - toPx(context, 22), top}))
        context.commands.push(command::SearchStep{1});
    tooltip(context, std::string(say(context, "window.next-hit")) + "  " + keyWords("Enter", context.state.language()));
}

void drawSearch(const PanelContext& context, ImVec2 corner, float fieldWidth)
{
    const std::string count = hitWords(context);
    FieldShape shape;
    shape.widthPx = fieldWidth;
    shape.height = kFieldHeight;
    shape.takeKeyboard = context.state.focusSearch;
    const bool searching = !context.state.search.query.empty();
    const double countWidth = textWidthPx(context, count, {{}, 12}) / context.scale;
    shape.rightInset = searching ? countWidth + (context.state.search.hits.empty() ? 18 : 54) : 26;

    ImGui::SetCursorScreenPos(corner);
    std::string query = context.state.search.query;
    const FieldEvents events = textField(context, "##search", shape, say(context, "window.search"), query);
    if (events.edited)
        context.commands.push(command::Search{query});
    if (events.submitted) {
        context.commands.push(command::SearchStep{ImGui::GetIO().KeyShift ? -1 : 1});
        // Enter leaves a field in ImGui; here one goes on from hit to hit.
        ImGui::SetKeyboardFocusHere(-1);
    }
    drawFieldEnd(context, corner, fieldWidth, count, events.active);
}

Places placed(const PanelContext& context)
{
    const auto wide = static_cast<float>(context.area.width);
    Places places;
    places.buttonsX = wide - buttonsWidth(context);
    const float most = places.buttonsX - toPx(context, kEdge + 70 + 16);
    places.fieldWidth = std::clamp(most, toPx(context, 110), toPx(context, 300));
    // In the middle of the window, unless the buttons need the room.
    places.fieldX = std::min((wide - places.fieldWidth) / 2, places.buttonsX - places.fieldWidth - toPx(context, 12));
    return places;
}

void drawTitle(const PanelContext& context, ImVec2 origin, float until)
{
    const TextLook brand{context.theme.text1, 16, core::FontWeight::bold};
    const float x = toPx(context, kEdge);
    const auto high = static_cast<float>(context.area.height);
    const float brandWidth =
        drawText(context, {origin.x + x, origin.y + (high - lineHeightPx(context, brand)) / 2}, "Fabula", brand);
    const float titleX = x + brandWidth + toPx(context, 12);
    const float room = until - titleX - toPx(context, 28);
    if (!context.state.story.graph || room < toPx(context, 60))
        return;
    const model::Story& story = context.state.story.graph->story();
    const model::TextChoice title = model::choose(story.title, context.state.language(), story.languages);
    TextLook look{context.theme.text2, 14};
    const std::string words = cutText(context, title.text, look, room);
    const ImVec2 size{textWidthPx(context, words, look) + toPx(context, 16), toPx(context, 28)};
    ImGui::SetCursorScreenPos({origin.x + titleX, origin.y + toPx(context, 8)});
    const Press press = pressArea("##title", size);
    if (press.hovered) {
        ImGui::GetWindowDrawList()->AddRectFilled(press.corner, {press.corner.x + size.x, press.corner.y + size.y},
                                                  toImGui(core::mixed(context.theme.panel, context.theme.line, 0.6)),
                                                  toPx(context, 6));
        look.colour = context.theme.text1;
    }
    drawText(context, {press.corner.x + toPx(context, 8), press.corner.y + (size.y - lineHeightPx(context, look)) / 2},
             words, look);
    if (press.pressed)
        context.commands.push(command::Show{Panel::open});
    tooltip(context, std::string(title.text) + "\n" + context.state.story.path.string() + "\n" +
                         std::string(say(context, "window.open.story")) + "  " +
                         keyWords("Ctrl+O", context.state.language()));
}

} // namespace

void drawTopBar(const PanelContext& context)
{
    const PanelWindow window(context, "##top-bar", context.theme.panel, 0);
    const ImVec2 origin = ImGui::GetWindowPos();
    const Places places = placed(context);
    drawTitle(context, origin, places.fieldX);
    drawSearch(context, {origin.x + places.fieldX, origin.y + toPx(context, 8)}, places.fieldWidth);
    drawButtons(context, origin.x + places.buttonsX, origin.y + toPx(context, 8));
}

} // namespace fabula::ui
