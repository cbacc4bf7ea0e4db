#include "ui/panel_clock.hpp"

#include "core/phrases.hpp"
#include "model/revision.hpp"
#include "time/words.hpp"
#include "ui/glance.hpp"
#include "ui/panel_widgets.hpp"
#include "ui/panel_words.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::ui {
namespace {

constexpr double kKnobRadius = 6;

/// Where the hand points: the day chosen, else today, which is at the last day of change.
double handX(const PanelContext& context, const Strip& strip)
{
    const AppState& state = context.state;
    const core::Rect& area = strip.area();
    if (state.asOf.day.known())
        return std::clamp(strip.xOf(state.asOf.day.span().end), area.left(), area.right());
    return area.right();
}

void drawDaysOfChange(const PanelContext& context, const Strip& strip)
{
    const core::Rect& area = strip.area();
    const auto top = static_cast<float>(area.bottom() - context.px(4));
    const ImU32 colour = toImGui(core::mixed(context.theme.panel, context.theme.accent, 0.7));
    float last = -1;
    for (const time::Instant day : context.state.story.daysOfChange) {
        const auto x = static_cast<float>(std::round(strip.xOf(day)));
        // Many days in one place are one mark.
        if (x <= last || x < area.left() || x > area.right())
            continue;
        ImGui::GetWindowDrawList()->AddRectFilled({x, top}, {x + 1, static_cast<float>(area.bottom())}, colour);
        last = x + 1;
    }
}

void dragHand(const PanelContext& context, const Strip& strip)
{
    const core::Rect& area = strip.area();
    const auto top = static_cast<float>(area.bottom());
    ImGui::SetCursorScreenPos({static_cast<float>(area.x - context.px(8)), top});
    ImGui::InvisibleButton("##hand", {static_cast<float>(area.width + context.px(16)), toPx(context, 22)});
    tooltip(context, say(context, "window.as-of.drag"));
    if (ImGui::IsItemHovered() || ImGui::IsItemActive())
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (!ImGui::IsItemActive() || (!ImGui::IsItemActivated() && ImGui::GetIO().MouseDelta.x == 0))
        return;
    const double x = ImGui::GetIO().MousePos.x;
    const std::vector<time::Instant>& days = context.state.story.daysOfChange;
    if (days.empty())
        return;
    const time::Instant at = std::max(strip.timeAt(std::max(x, area.left())), days.front());
    const time::Edtf day = x >= area.right() || at >= days.back() ? time::Edtf{} : time::dateAround(at);
    if (!(day == context.state.asOf.day))
        context.commands.push(command::SetAsOf{day});
}

} // namespace

std::string knownWords(const PanelContext& context)
{
    const std::string language = context.state.language();
    const Glance* glance = shownGlance(context.state);
    if (glance == nullptr)
        return {};
    const std::string number = std::to_string(glance->known);
    const std::string whole = core::countPhrase("window.as-of.all", glance->events, language);
    return core::phraseFilled("window.as-of.known", {{"n", number}, {"all", whole}}, language);
}

void drawClockHeader(const PanelContext& context, ImVec2 origin)
{
    const AppState& state = context.state;
    const std::string language = state.language();
    const float x = origin.x + toPx(context, 18);
    const auto wide = static_cast<float>(context.canvas.x) - x - toPx(context, 8);
    const TextLook quiet{context.theme.text3, 12};
    const TextLook day{context.theme.text1, 14, core::FontWeight::semibold};
    const bool low = context.area.height < context.px(110);
    float y = origin.y + toPx(context, low ? 6 : 12);
    if (!low) {
        drawText(context, {x, y}, cutText(context, say(context, "window.as-of.heading"), quiet, wide), quiet);
        y += toPx(context, 17);
    }
    const std::string words = state.asOf.day.known() ? time::words(state.asOf.day, language)
                                                     : std::string(say(context, "window.as-of.today"));
    drawText(context, {x, y}, cutText(context, words, day, wide), day);
    y += toPx(context, 20);
    drawText(context, {x, y}, cutText(context, knownWords(context), quiet, wide), quiet);
    y += toPx(context, 22);
    const auto outline = [&context] {
        ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                            toImGui(context.theme.line), toPx(context, 6));
    };
    ImGui::SetCursorScreenPos({x, y});
    const bool playing = state.asOf.playing;
    if (barButton(context, "##play", say(context, playing ? "window.as-of.pause" : "window.as-of.play"), playing))
        context.commands.push(command::PlayAsOf{!playing});
    outline();
    ImGui::SameLine(0, toPx(context, 6));
    if (barButton(context, "##ghosts", say(context, "window.as-of.ghosts"), state.asOf.ghosts))
        context.commands.push(command::ShowGhosts{!state.asOf.ghosts});
    outline();
    tooltip(context, say(context, "window.as-of.ghosts.long"));
}

void drawClockHand(const PanelContext& context, const Strip& strip)
{
    drawDaysOfChange(context, strip);
    dragHand(context, strip);
    const core::Rect& area = strip.area();
    const auto x = static_cast<float>(std::round(handX(context, strip)));
    const auto top = static_cast<float>(area.top() - context.px(4));
    const auto knob = static_cast<float>(area.bottom() + context.px(8));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    // What was not known yet lies in the shade.
    draw->AddRectFilled({x, static_cast<float>(area.top())},
                        {static_cast<float>(area.right()), static_cast<float>(area.bottom())},
                        toImGui(core::faded(context.theme.panel, 0.6)));
    draw->AddLine({x + 0.5F, top}, {x + 0.5F, knob}, toImGui(context.theme.text1), toPx(context, 1.5));
    draw->AddCircleFilled({x + 0.5F, knob}, toPx(context, kKnobRadius), toImGui(context.theme.text1));
    draw->AddCircleFilled({x + 0.5F, knob}, toPx(context, kKnobRadius - 2), toImGui(context.theme.accent));
}

} // namespace fabula::ui
