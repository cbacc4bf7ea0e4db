#include "ui/panel_story.hpp"

#include "graph/event_date.hpp"
#include "ui/panel_widgets.hpp"
#include "ui/panel_words.hpp"

#include <algorithm>

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
    return graph::dateWords(*context.state.story.graph, id, context.state.language());
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

void eventRows(const PanelContext& context, const std::vector<core::EventId>& events)
{
    constexpr std::size_t kMostLines = 3;
    const TextLook date{context.theme.text3, 12};
    const TextLook title{context.theme.text1, 13, core::FontWeight::medium};
    const float indent = toPx(context, 18);
    for (const core::EventId event : events) {
        const double wide = ImGui::GetContentRegionAvail().x - indent;
        const std::vector<std::string> lines = wrapText(context, titleOf(context, event), title, wide, kMostLines);
        const float pitch = toPx(context, 18);
        const double high = context.px(30) + static_cast<double>(pitch) * static_cast<double>(lines.size());
        ImGui::PushID(static_cast<int>(event.index()));
        const bool pressed = row(
            context, "##event", high,
            [&](ImVec2 corner) {
                float y = corner.y + toPx(context, 6);
                ImGui::GetWindowDrawList()->AddCircleFilled({corner.x + toPx(context, 4), y + pitch / 2},
                                                            toPx(context, 4), toImGui(eventColour(context, event)));
                for (const std::string& line : lines) {
                    drawText(context, {corner.x + indent, y}, line, title);
                    y += pitch;
                }
                drawText(context, {corner.x + indent, y}, cutText(context, shortDate(context, event), date, wide),
                         date);
            },
            event == context.state.selected);
        ImGui::PopID();
        if (pressed)
            context.commands.push(command::Select{event, true});
    }
}

} // namespace fabula::ui
