#include "core/phrases.hpp"
#include "ui/camera.hpp"
#include "ui/panel_kit.hpp"
#include "ui/panel_story.hpp"
#include "ui/panel_widgets.hpp"
#include "ui/panel_words.hpp"

#include <array>

namespace fabula::ui {
namespace {

constexpr double kEdge = 18;

layout::Grouping after(layout::Grouping grouping)
{
    constexpr int kGroupings = 5;
    return static_cast<layout::Grouping>((static_cast<int>(grouping) + 1) % kGroupings);
}

std::string_view groupingWords(const PanelContext& context)
{
    constexpr std::array<const char*, 5> kKeys{"window.sorted.actor", "window.sorted.kind", "window.sorted.tag",
                                               "window.sorted.source", "window.sorted.none"};
    return say(context, kKeys[static_cast<std::size_t>(context.state.grouping)]);
}

/// The stretch of time in view.
std::string viewWords(const PanelContext& context)
{
    if (context.layout == nullptr || context.camera.pxPerSecond <= 0 || context.state.view == View::graph)
        return {};
    const layout::TimeScale scale = scaleAt(context.layout->scale, context.camera.pxPerSecond);
    const time::Span seen{scale.timeFromScreen(context.camera.panX),
                          scale.timeFromScreen(context.camera.panX + context.canvasWidth())};
    if (seen.openBegin() || seen.openEnd() || seen.empty())
        return {};
    return stretchWords(seen, context.state.language());
}

std::string problemWords(const PanelContext& context)
{
    const core::Diagnostics& found = context.state.story.diagnostics;
    const std::string language = context.state.language();
    std::string words;
    if (found.errors() > 0)
        words = core::countPhrase("window.errors", found.errors(), language);
    if (found.warnings() > 0)
        words += (words.empty() ? "" : " · ") + core::countPhrase("window.warnings", found.warnings(), language);
    return words.empty() ? std::string(say(context, "window.problems.none")) : words;
}

/// Words that can be pressed, as quiet as the bar; `right` is where they end, or 0 to begin at the cursor.
bool quietButton(const PanelContext& context, const char* id, std::string_view words, const TextLook& look)
{
    const ImVec2 size{textWidthPx(context, words, look) + toPx(context, 16), toPx(context, 22)};
    const Press press = pressArea(id, size);
    if (press.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled(press.corner, {press.corner.x + size.x, press.corner.y + size.y},
                                                  toImGui(core::mixed(context.theme.panel, context.theme.line, 0.6)),
                                                  toPx(context, 5));
    drawText(context, {press.corner.x + toPx(context, 8), press.corner.y + (size.y - lineHeightPx(context, look)) / 2},
             words, {press.hovered ? context.theme.text1 : look.colour, look.emPx, look.weight});
    return press.pressed;
}

/// What to do while the end of a path is picked; else empty.
std::string pickingWords(const PanelContext& context)
{
    const core::EventId from = context.state.asking.pathFrom;
    if (!context.state.story.graph || !from.valid())
        return {};
    return core::phraseWith("window.ask.pick-goal", titleOf(context, from), context.state.language());
}

/// From the right edge to the left: problems, what is in view. Returns where they begin.
float drawRight(const PanelContext& context, ImVec2 origin, float top)
{
    const core::Diagnostics& found = context.state.story.diagnostics;
    const std::string problems = problemWords(context);
    const TextLook look{found.errors() > 0 ? context.theme.bad : context.theme.text3, 12};
    float x = origin.x + static_cast<float>(context.area.width) - toPx(context, kEdge - 8) -
              textWidthPx(context, problems, look) - toPx(context, 16);
    ImGui::SetCursorScreenPos({x, top});
    if (quietButton(context, "##problems", problems, look))
        context.commands.push(command::Show{Panel::findings});
    const std::string seen = viewWords(context);
    const TextLook quiet{context.theme.text3, 12};
    const float wide = textWidthPx(context, seen, quiet);
    if (!seen.empty() && wide < static_cast<float>(context.area.width) * 0.4F) {
        x -= wide + toPx(context, 10);
        drawText(context, {x, top + (toPx(context, 22) - lineHeightPx(context, quiet)) / 2}, seen, quiet);
    }
    return x;
}

} // namespace

void drawStatusBar(const PanelContext& context)
{
    const PanelWindow window(context, "##status-bar", context.theme.panel, 0);
    const ImVec2 origin = ImGui::GetWindowPos();
    const TextLook quiet{context.theme.text3, 12};
    const float top = origin.y + (static_cast<float>(context.area.height) - toPx(context, 22)) / 2;
    ImGui::SetCursorScreenPos({origin.x + toPx(context, kEdge - 8), top});
    if (context.state.view == View::graph) {
        const bool byDate = context.state.rankBy == layout::RankBy::date;
        if (quietButton(context, "##rank", say(context, byDate ? "window.rank.date" : "window.rank.cause"), quiet))
            context.commands.push(command::SetRankBy{byDate ? layout::RankBy::cause : layout::RankBy::date});
        tooltip(context, say(context, "window.rank.next"));
    } else {
        if (quietButton(context, "##grouping", groupingWords(context), quiet))
            context.commands.push(command::SetGrouping{after(context.state.grouping)});
        tooltip(context, say(context, "window.sorted.next"));
    }
    ImGui::SameLine(0, toPx(context, 16));
    const float from = ImGui::GetCursorScreenPos().x;
    const float until = drawRight(context, origin, top);
    const float room = until - from - toPx(context, 20);
    if (room < toPx(context, 80))
        return;
    const std::string picking = pickingWords(context);
    const std::string notice = core::inLanguage(context.state.notice, context.state.language());
    const bool told = !notice.empty() || !picking.empty();
    const TextLook look{told || (context.state.presenting && context.state.presenting->away) ? context.theme.text1
                                                                                             : context.theme.text3,
                        12};
    const char* hints = context.state.asOf.open             ? "window.hints.as-of"
                        : context.state.view == View::graph ? "window.hints.graph"
                                                            : "window.hints";
    const bool away = context.state.presenting && context.state.presenting->away;
    const std::string_view words = !picking.empty() ? std::string_view(picking)
                                   : told           ? std::string_view(notice)
                                   : away           ? say(context, "window.brief.away")
                                                    : say(context, hints);
    drawText(context, {from, top + (toPx(context, 22) - lineHeightPx(context, look)) / 2},
             cutText(context, words, look, room), look);
}

} // namespace fabula::ui
