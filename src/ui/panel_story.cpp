#include "ui/panel_story.hpp"

#include "graph/event_date.hpp"
#include "layout/event_words.hpp"
#include "ui/panel_widgets.hpp"
#include "ui/panel_words.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::ui {

const model::Story& storyOf(const PanelContext& context)
{
    return context.state.story.graph->story();
}

model::TextChoice chosenText(const PanelContext& context, const model::Text& text)
{
    return model::choose(text, context.state.language(), storyOf(context).languages);
}

std::string_view titleOf(const PanelContext& context, core::EventId event)
{
    return chosenText(context, storyOf(context)[event].title).text;
}

std::string shortDate(const PanelContext& context, core::EventId id)
{
    return graph::dateWords(context.state.knownGraph(), id, context.state.language());
}

core::Colour actorColour(const PanelContext& context, core::ActorId actor)
{
    if (context.layout != nullptr && actor.valid()) {
        for (const layout::TimelineLane& lane : context.layout->lanes) {
            if (lane.actor == actor)
                return context.theme.lane(lane.colour);
        }
    }
    return context.theme.text3;
}

core::Colour eventColour(const PanelContext& context, core::EventId event)
{
    const layout::PlacedEvent* place = context.layout != nullptr ? context.layout->place(event) : nullptr;
    if (place != nullptr && place->lane.index() < context.layout->lanes.size())
        return context.theme.lane(context.layout->lanes[place->lane.index()].colour);
    return actorColour(context, storyOf(context)[event].lane);
}

core::Colour readable(core::Colour colour, core::Colour ground, core::Colour ink)
{
    constexpr double kLeast = 4.5;
    constexpr int kSteps = 10;
    for (int step = 0; step <= kSteps; ++step) {
        const core::Colour tried = core::mixed(colour, ink, static_cast<double>(step) / kSteps);
        if (core::contrastRatio(tried, ground) >= kLeast)
            return tried;
    }
    return ink;
}

namespace {

/// From here on a list gives every event one line, so that rows out of sight cost nothing.
constexpr std::size_t kLongList = 200;

double eventRowPx(const PanelContext& context, std::size_t lines)
{
    return std::round(context.px(30) + context.px(18) * static_cast<double>(lines));
}

void eventRow(const PanelContext& context, core::EventId event, std::size_t mostLines)
{
    const TextLook date{context.theme.text3, 12};
    const TextLook title{context.theme.text1, 13, core::FontWeight::medium};
    const float indent = toPx(context, 18);
    const float pitch = toPx(context, 18);
    const double wide = ImGui::GetContentRegionAvail().x - indent;
    const model::TextChoice choice = chosenText(context, storyOf(context)[event].title);
    const std::vector<std::string> lines = wrapText(context, titleOf(context, event), title, wide, mostLines);
    std::string when = shortDate(context, event);
    if (choice.fallback)
        when += " · " + layout::standInMark(choice);
    ImGui::PushID(static_cast<int>(event.index()));
    const bool pressed = row(
        context, "##event", eventRowPx(context, lines.size()),
        [&](ImVec2 corner) {
            float y = corner.y + toPx(context, 6);
            ImGui::GetWindowDrawList()->AddCircleFilled({corner.x + toPx(context, 4), y + pitch / 2}, toPx(context, 4),
                                                        toImGui(eventColour(context, event)));
            for (const std::string& line : lines) {
                drawText(context, {corner.x + indent, y}, line, title);
                y += pitch;
            }
            drawText(context, {corner.x + indent, y}, cutText(context, when, date, wide), date);
        },
        event == context.state.selected);
    ImGui::PopID();
    if (pressed)
        context.commands.push(command::Select{event, true});
}

} // namespace

void eventRows(const PanelContext& context, const std::vector<core::EventId>& events)
{
    constexpr std::size_t kMostLines = 3;
    if (events.size() < kLongList) {
        for (const core::EventId event : events)
            eventRow(context, event, kMostLines);
        return;
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(events.size()),
                  static_cast<float>(eventRowPx(context, 1)) + ImGui::GetStyle().ItemSpacing.y);
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            eventRow(context, events[static_cast<std::size_t>(i)], 1);
}

} // namespace fabula::ui
