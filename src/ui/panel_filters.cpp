#include "core/phrases.hpp"
#include "model/revision.hpp"
#include "ui/glance.hpp"
#include "ui/panel_kit.hpp"
#include "ui/panel_overlays.hpp"
#include "ui/panel_story.hpp"
#include "ui/panel_widgets.hpp"
#include "ui/panel_words.hpp"

#include <algorithm>
#include <array>

namespace fabula::ui {
namespace {

constexpr double kRowHeight = 28;
constexpr std::array<const char*, model::kFacets> kFacetKeys{"facet.actor",  "facet.kind",  "facet.tag",
                                                             "facet.source", "facet.basis", "facet.confidence"};

/// The file's terms in words; everything else has its label from the story.
std::string labelOf(const PanelContext& context, model::Facet facet, const model::FacetValue& value)
{
    if (facet == model::Facet::basis)
        return std::string(say(context, "basis." + value.value));
    if (facet == model::Facet::confidence)
        return std::string(say(context, value.value.empty() ? "confidence.none" : "confidence." + value.value));
    const std::string& label = value.label.empty() ? value.value : value.label;
    const bool word = facet == model::Facet::kind || facet == model::Facet::tag;
    return word ? sentenceStart(label, context.state.language()) : label;
}

void drawTick(const PanelContext& context, ImVec2 at, bool on)
{
    const float side = toPx(context, 14);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 far{at.x + side, at.y + side};
    if (!on) {
        draw->AddRect(at, far, toImGui(context.theme.text3), toPx(context, 3));
        return;
    }
    draw->AddRectFilled(at, far, toImGui(context.theme.accent), toPx(context, 3));
    const std::array<ImVec2, 3> tick{ImVec2{at.x + side * 0.22F, at.y + side * 0.52F},
                                     ImVec2{at.x + side * 0.42F, at.y + side * 0.72F},
                                     ImVec2{at.x + side * 0.78F, at.y + side * 0.3F}};
    draw->AddPolyline(tick.data(), static_cast<int>(tick.size()), toImGui(context.theme.onAccent), 0,
                      toPx(context, 1.6));
}

void drawValue(const PanelContext& context, model::Facet facet, const model::FacetValue& value)
{
    const TextLook look{value.events > 0 || value.chosen ? context.theme.text1 : context.theme.text3, 13};
    const TextLook quiet{context.theme.text3, 12};
    const float wide = ImGui::GetContentRegionAvail().x;
    ImGui::PushID(value.value.c_str());
    const bool pressed = row(context, "##value", context.px(kRowHeight), [&](ImVec2 corner) {
        const std::string count = std::to_string(value.events);
        const float countWidth = textWidthPx(context, count, quiet);
        const float indent = toPx(context, 24);
        drawTick(context, {corner.x, corner.y + toPx(context, 7)}, value.chosen);
        const float y = corner.y + (toPx(context, kRowHeight) - lineHeightPx(context, look)) / 2;
        drawText(context, {corner.x + indent, y},
                 cutText(context, labelOf(context, facet, value), look, wide - indent - countWidth - toPx(context, 12)),
                 look);
        drawText(context, {corner.x + wide - countWidth, y}, count, quiet);
    });
    ImGui::PopID();
    if (!pressed)
        return;
    model::StoryFilter filter = context.state.filter;
    if (value.chosen)
        filter[facet].erase(value.value);
    else
        filter[facet].insert(value.value);
    context.commands.push(command::SetFilter{filter});
}

void drawFacet(const PanelContext& context, model::Facet facet, float wide, double high)
{
    const TextLook head{context.theme.text3, 11.5, core::FontWeight::semibold};
    drawCapitals(context, ImGui::GetCursorScreenPos(), say(context, kFacetKeys[static_cast<std::size_t>(facet)]), head);
    ImGui::Dummy({wide, lineHeightPx(context, head)});
    space(context, 4);
    const Glance* glance = shownGlance(context.state);
    if (glance == nullptr)
        return;
    const std::vector<model::FacetValue>& values = glance->facets[static_cast<std::size_t>(facet)];
    ImGui::PushID(static_cast<int>(facet));
    {
        const ListArea list(context, "##values", wide, high);
        for (const model::FacetValue& value : values)
            drawValue(context, facet, value);
    }
    ImGui::PopID();
}

void drawSummary(const PanelContext& context)
{
    const std::string language = context.state.language();
    const Glance* glance = shownGlance(context.state);
    if (glance == nullptr)
        return;
    const std::string what = std::to_string(glance->shown) + " " + std::string(say(context, "window.of")) + " " +
                             core::countPhrase("picture.events", glance->events, language);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const TextLook look{context.theme.text2, 13};
    drawText(context, {corner.x, corner.y + toPx(context, 6)}, core::phraseWith("window.filters.of", what, language),
             look);
    const std::string_view clear = say(context, "window.filters.clear");
    if (!context.state.filter.empty()) {
        ImGui::SetCursorScreenPos(
            {corner.x + ImGui::GetContentRegionAvail().x - buttonWidthPx(context, clear), corner.y});
        if (button(context, "##clear", clear))
            context.commands.push(command::SetFilter{});
    }
    ImGui::SetCursorScreenPos({corner.x, corner.y + toPx(context, 30)});
    space(context, 12);
}

} // namespace

void drawFilters(const PanelContext& context)
{
    OverlayWindow::Shape shape;
    shape.width = 780;
    shape.maxHeight = 600;
    shape.atRight = true;
    const OverlayWindow window(context, "##filters", say(context, "window.filters"), shape);
    if (!context.state.story.graph)
        return;
    drawSummary(context);
    const float gap = toPx(context, 36);
    const float room = ImGui::GetContentRegionAvail().x;
    const int columns = room > toPx(context, 620) ? 3 : room > toPx(context, 400) ? 2 : 1;
    const float wide = (room - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const double high = context.px(6.0 * kRowHeight);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    float top = corner.y;
    for (int i = 0; i < static_cast<int>(model::kFacets); ++i) {
        const int column = i % columns;
        if (column == 0 && i > 0)
            top = ImGui::GetCursorScreenPos().y + toPx(context, 16);
        ImGui::SetCursorScreenPos({corner.x + static_cast<float>(column) * (wide + gap), top});
        ImGui::BeginGroup();
        drawFacet(context, static_cast<model::Facet>(i), wide, high);
        ImGui::EndGroup();
    }
}

} // namespace fabula::ui
