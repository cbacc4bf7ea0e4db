#include "ui/panel_widgets.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::ui {
namespace {

ImVec2 farCorner(const Press& press, ImVec2 size)
{
    return {press.corner.x + size.x, press.corner.y + size.y};
}

void drawCentred(const PanelContext& context, const Press& press, ImVec2 size, std::string_view words,
                 const TextLook& look)
{
    const float wide = textWidthPx(context, words, look);
    const float high = lineHeightPx(context, look);
    drawText(context, {press.corner.x + (size.x - wide) / 2, press.corner.y + (size.y - high) / 2}, words, look);
}

TextLook barLook(const PanelContext& context)
{
    return {context.theme.text2, 13, core::FontWeight::regular};
}

} // namespace

Press pressArea(const char* id, ImVec2 sizePx)
{
    Press press{};
    press.corner = ImGui::GetCursorScreenPos();
    press.pressed = ImGui::InvisibleButton(id, sizePx, ImGuiButtonFlags_EnableNav);
    const bool pointed = ImGui::IsItemHovered();
    press.hovered = pointed || (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible);
    press.held = ImGui::IsItemActive();
    if (pointed)
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return press;
}

float buttonWidthPx(const PanelContext& context, std::string_view words)
{
    return textWidthPx(context, words, {context.theme.text1, 13, core::FontWeight::medium}) + toPx(context, 28);
}

bool button(const PanelContext& context, const char* id, std::string_view words, bool primary)
{
    const TextLook look{primary ? context.theme.onAccent : context.theme.text1, 13, core::FontWeight::medium};
    const ImVec2 size{buttonWidthPx(context, words), toPx(context, 30)};
    const Press press = pressArea(id, size);
    core::Colour fill = primary ? context.theme.accent : context.theme.raised;
    if (press.hovered)
        fill = core::mixed(fill, context.theme.text1, press.held ? 0.2 : 0.1);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(press.corner, farCorner(press, size), toImGui(fill), toPx(context, 6));
    if (!primary)
        draw->AddRect(press.corner, farCorner(press, size), toImGui(context.theme.line), toPx(context, 6));
    drawCentred(context, press, size, words, look);
    return press.pressed;
}

float barButtonWidthPx(const PanelContext& context, std::string_view words, std::size_t count)
{
    const float bare = textWidthPx(context, words, barLook(context)) + toPx(context, 20);
    return count == 0 ? bare : bare + pillWidthPx(context, std::to_string(count)) + toPx(context, 6);
}

bool barButton(const PanelContext& context, const char* id, std::string_view words, bool active, std::size_t count)
{
    TextLook look = barLook(context);
    const ImVec2 size{barButtonWidthPx(context, words, count), toPx(context, 28)};
    const Press press = pressArea(id, size);
    if (press.hovered || active) {
        const double share = press.held ? 1 : active ? 0.8 : 0.6;
        ImGui::GetWindowDrawList()->AddRectFilled(press.corner, farCorner(press, size),
                                                  toImGui(core::mixed(context.theme.panel, context.theme.line, share)),
                                                  toPx(context, 6));
        look.colour = context.theme.text1;
    }
    const float top = press.corner.y + (size.y - lineHeightPx(context, look)) / 2;
    drawText(context, {press.corner.x + toPx(context, 10), top}, words, look);
    if (count > 0)
        pill(context, {press.corner.x + size.x - toPx(context, 8), press.corner.y + toPx(context, 6)},
             std::to_string(count), context.theme.accent, context.theme.onAccent);
    return press.pressed;
}

bool chip(const PanelContext& context, const char* id, std::string_view words, core::Colour dot, bool chosen)
{
    const TextLook look{context.theme.text1, 12, core::FontWeight::medium};
    const float left = ImGui::GetCursorScreenPos().x - ImGui::GetCursorPosX();
    const float first = ImGui::GetCursorStartPos().x;
    const float right = left + first + ImGui::GetContentRegionAvail().x + (ImGui::GetCursorPosX() - first);
    const float most = right - left - first - toPx(context, 34);
    const std::string shown = cutText(context, words, look, most);
    const ImVec2 size{textWidthPx(context, shown, look) + toPx(context, 34), toPx(context, 24)};
    if (ImGui::GetCursorPosX() > first + 1 && ImGui::GetCursorScreenPos().x + size.x > right) {
        ImGui::NewLine();
        space(context, 8);
    }
    const Press press = pressArea(id, size);
    core::Colour fill = core::mixed(context.theme.panel, context.theme.line, press.hovered ? 1 : 0.6);
    if (chosen)
        fill = core::mixed(context.theme.panel, context.theme.accent, press.hovered ? 0.4 : 0.3);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(press.corner, farCorner(press, size), toImGui(fill), size.y / 2);
    if (chosen)
        draw->AddRect(press.corner, farCorner(press, size), toImGui(context.theme.accent), size.y / 2);
    draw->AddCircleFilled({press.corner.x + toPx(context, 14), press.corner.y + size.y / 2}, toPx(context, 4),
                          toImGui(dot));
    drawText(context, {press.corner.x + toPx(context, 23), press.corner.y + (size.y - lineHeightPx(context, look)) / 2},
             shown, look);
    ImGui::SameLine(0, toPx(context, 8));
    return press.pressed;
}

void endChips(const PanelContext&)
{
    ImGui::NewLine();
}

bool row(const PanelContext& context, const char* id, double heightPx, const std::function<void(ImVec2 corner)>& draw,
         bool chosen)
{
    const ImVec2 size{std::max(1.0F, ImGui::GetContentRegionAvail().x), static_cast<float>(std::round(heightPx))};
    const Press press = pressArea(id, size);
    if (press.hovered || chosen) {
        const core::Colour fill = chosen ? core::faded(context.theme.accent, press.hovered ? 0.32 : 0.24)
                                         : core::faded(context.theme.line, press.held ? 1 : 0.6);
        const float out = toPx(context, 8);
        ImGui::GetWindowDrawList()->AddRectFilled({press.corner.x - out, press.corner.y},
                                                  {press.corner.x + size.x + out, press.corner.y + size.y},
                                                  toImGui(fill), toPx(context, 6));
    }
    draw(press.corner);
    return press.pressed;
}

bool toggle(const PanelContext& context, const char* id, std::string_view words, bool on)
{
    const TextLook look{context.theme.text1, 13};
    const double wide = ImGui::GetContentRegionAvail().x - context.px(40);
    const std::vector<std::string> lines = wrapText(context, words, look, wide, 3);
    const float pitch = toPx(context, 18);
    const double high = context.px(12) + static_cast<double>(pitch) * static_cast<double>(lines.size());
    return row(context, id, high, [&](ImVec2 corner) {
        const float height = toPx(context, 16);
        const float width = toPx(context, 28);
        const float top = corner.y + toPx(context, 7);
        const float inset = toPx(context, 2);
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const core::Colour track =
            on ? context.theme.accent : core::mixed(context.theme.line, context.theme.text3, 0.5);
        draw->AddRectFilled({corner.x, top}, {corner.x + width, top + height}, toImGui(track), height / 2);
        draw->AddCircleFilled({corner.x + (on ? width - height / 2 : height / 2), top + height / 2}, height / 2 - inset,
                              toImGui(on ? context.theme.onAccent : context.theme.raised));
        float y = corner.y + toPx(context, 6);
        for (const std::string& line : lines) {
            drawText(context, {corner.x + width + toPx(context, 12), y}, line, look);
            y += pitch;
        }
    });
}

int segments(const PanelContext& context, const char* id, std::span<const std::string> words, int chosen)
{
    const TextLook plain{context.theme.text2, 13};
    const TextLook strong{context.theme.text1, 13, core::FontWeight::semibold};
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    const float left = ImGui::GetCursorScreenPos().x;
    const float gap = toPx(context, 4);
    int pressed = -1;
    ImGui::PushID(id);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool current = static_cast<int>(i) == chosen;
        const ImVec2 size{textWidthPx(context, words[i], strong) + toPx(context, 24), toPx(context, 28)};
        if (i > 0 && ImGui::GetCursorScreenPos().x + size.x > right) {
            ImGui::NewLine();
            ImGui::SetCursorScreenPos({left, ImGui::GetCursorScreenPos().y + gap});
        }
        ImGui::PushID(static_cast<int>(i));
        const Press press = pressArea("##segment", size);
        ImGui::PopID();
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const double share = current ? 0.9 : press.hovered ? 0.6 : 0.25;
        draw->AddRectFilled(press.corner, farCorner(press, size),
                            toImGui(core::mixed(context.theme.raised, context.theme.line, share)), toPx(context, 6));
        if (current)
            draw->AddRect(press.corner, farCorner(press, size), toImGui(context.theme.accent), toPx(context, 6));
        drawCentred(context, press, size, words[i], current ? strong : plain);
        if (press.pressed)
            pressed = static_cast<int>(i);
        ImGui::SameLine(0, gap);
    }
    ImGui::NewLine();
    ImGui::PopID();
    return pressed;
}

} // namespace fabula::ui
