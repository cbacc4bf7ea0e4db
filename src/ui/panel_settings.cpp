#include "core/phrases.hpp"
#include "ui/panel_kit.hpp"
#include "ui/panel_overlays.hpp"
#include "ui/panel_widgets.hpp"
#include "ui/panel_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace fabula::ui {
namespace {

constexpr double kLeastScale = 0.8;
constexpr double kMostScale = 2.0;

void heading(const PanelContext& context, std::string_view words)
{
    const TextLook look{context.theme.text3, 11.5, core::FontWeight::semibold};
    drawCapitals(context, ImGui::GetCursorScreenPos(), words, look);
    ImGui::Dummy({1, lineHeightPx(context, look)});
    space(context, 6);
}

void drawTheme(const PanelContext& context)
{
    heading(context, say(context, "window.theme.heading"));
    const std::array<std::string, 2> words{std::string(say(context, "window.theme.dark")),
                                           std::string(say(context, "window.theme.light"))};
    const int chosen = context.state.preferences.light ? 1 : 0;
    const int pressed = segments(context, "theme", words, chosen);
    if (pressed >= 0 && pressed != chosen)
        context.commands.push(command::ToggleTheme{});
    space(context, 14);
}

void drawLanguage(const PanelContext& context)
{
    heading(context, say(context, "window.language"));
    const std::vector<std::string> tags =
        context.state.story.graph ? context.state.story.graph->story().languages : core::phraseLanguages();
    std::vector<std::string> words;
    for (const std::string& tag : tags)
        words.push_back(languageName(tag));
    const auto at = std::find(tags.begin(), tags.end(), context.state.language());
    const int pressed = segments(context, "language", words, static_cast<int>(at - tags.begin()));
    if (pressed >= 0) {
        Preferences preferences = context.state.preferences;
        preferences.language = tags[static_cast<std::size_t>(pressed)];
        context.commands.push(command::SetPreferences{preferences});
    }
    space(context, 14);
}

void drawGrouping(const PanelContext& context)
{
    heading(context, say(context, "window.grouping"));
    const std::array<std::string, 5> words{
        std::string(say(context, "facet.actor")), std::string(say(context, "facet.kind")),
        std::string(say(context, "facet.tag")), std::string(say(context, "facet.source")),
        std::string(say(context, "window.sorted.none"))};
    const int pressed = segments(context, "grouping", words, static_cast<int>(context.state.grouping));
    if (pressed >= 0)
        context.commands.push(command::SetGrouping{static_cast<layout::Grouping>(pressed)});
    space(context, 6);
    if (toggle(context, "##fold", say(context, "window.fold-gaps"), context.state.foldGaps))
        context.commands.push(command::FoldGaps{!context.state.foldGaps});
    space(context, 10);
}

void drawGraph(const PanelContext& context)
{
    heading(context, say(context, "window.rank"));
    const std::array<std::string, 2> words{std::string(say(context, "window.rank.cause")),
                                           std::string(say(context, "window.rank.date"))};
    const int chosen = static_cast<int>(context.state.rankBy);
    const int pressed = segments(context, "rank", words, chosen);
    if (pressed >= 0 && pressed != chosen)
        context.commands.push(command::SetRankBy{static_cast<layout::RankBy>(pressed)});
    space(context, 6);
    if (toggle(context, "##implied", say(context, "window.hide-implied"), context.state.hideImplied))
        context.commands.push(command::HideImplied{!context.state.hideImplied});
    space(context, 10);
}

void setScale(const PanelContext& context, double scale)
{
    Preferences preferences = context.state.preferences;
    preferences.scale = std::clamp(std::round(scale * 10) / 10, kLeastScale, kMostScale);
    if (preferences != context.state.preferences)
        context.commands.push(command::SetPreferences{preferences});
}

void drawScale(const PanelContext& context)
{
    heading(context, say(context, "window.scale"));
    const double scale = context.state.preferences.scale;
    const TextLook look{context.theme.text1, 13, core::FontWeight::semibold};
    if (button(context, "##smaller", "–"))
        setScale(context, scale - 0.1);
    tooltip(context, say(context, "window.smaller"));
    ImGui::SameLine(0, toPx(context, 8));
    const std::string percent = fmt::format("{} %", std::lround(scale * 100));
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float wide = toPx(context, 56);
    drawText(context,
             {corner.x + (wide - textWidthPx(context, percent, look)) / 2,
              corner.y + (toPx(context, 30) - lineHeightPx(context, look)) / 2},
             percent, look);
    ImGui::Dummy({wide, toPx(context, 30)});
    ImGui::SameLine(0, toPx(context, 8));
    if (button(context, "##larger", "+"))
        setScale(context, scale + 0.1);
    tooltip(context, say(context, "window.larger"));
    space(context, 10);
}

void drawHand(const PanelContext& context)
{
    Preferences preferences = context.state.preferences;
    if (toggle(context, "##motion", say(context, "window.motion"), preferences.reducedMotion)) {
        preferences.reducedMotion = !preferences.reducedMotion;
        context.commands.push(command::SetPreferences{preferences});
    }
    if (toggle(context, "##wheel", say(context, "window.wheel"), preferences.wheelZooms)) {
        preferences.wheelZooms = !preferences.wheelZooms;
        context.commands.push(command::SetPreferences{preferences});
    }
    if (toggle(context, "##inspector", say(context, "window.inspector.show"), context.state.inspectorOpen))
        context.commands.push(command::ToggleInspector{});
    space(context, 12);
}

} // namespace

void drawSettings(const PanelContext& context)
{
    OverlayWindow::Shape shape;
    shape.width = 460;
    shape.maxHeight = 820;
    shape.atRight = true;
    const OverlayWindow window(context, "##settings", say(context, "window.settings"), shape);
    drawTheme(context);
    drawLanguage(context);
    drawGrouping(context);
    drawGraph(context);
    drawScale(context);
    drawHand(context);
    rule(context);
    space(context, 14);
    if (button(context, "##open", say(context, "window.open.story")))
        context.commands.push(command::Show{Panel::open});
    ImGui::SameLine(0, toPx(context, 8));
    if (button(context, "##palette", say(context, "window.palette.open")))
        context.commands.push(command::Show{Panel::palette});
}

} // namespace fabula::ui
