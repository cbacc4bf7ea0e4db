#include "ui/panel_kit.hpp"

#include "core/phrases.hpp"
#include "scene/text_fit.hpp"

#include <algorithm>

namespace fabula::ui {
namespace {

ImVec2 vec(double x, double y)
{
    return {static_cast<float>(x), static_cast<float>(y)};
}

float f(double value)
{
    return static_cast<float>(value);
}

/// A place that takes a click, drawn by the caller.
struct Press
{
    ImVec2 corner;
    bool hovered;
    bool held;
    bool pressed;
};

Press pressArea(const char* id, ImVec2 size)
{
    Press press{};
    press.corner = ImGui::GetCursorScreenPos();
    press.pressed = ImGui::InvisibleButton(id, size, ImGuiButtonFlags_EnableNav);
    press.hovered = ImGui::IsItemHovered() || ImGui::IsItemFocused();
    press.held = ImGui::IsItemActive();
    return press;
}

} // namespace

ImU32 toImGui(core::Colour colour)
{
    return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha);
}

ImVec4 toImGuiVec(core::Colour colour)
{
    return ImGui::ColorConvertU32ToFloat4(toImGui(colour));
}

PanelWindow::PanelWindow(const PanelContext& context, const char* name, core::Colour ground, double padding, bool scrolls)
{
    const core::Rect& area = context.area;
    ImGui::SetNextWindowPos(vec(area.x, area.y));
    ImGui::SetNextWindowSize(vec(area.width, area.height));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, vec(context.px(padding), context.px(padding)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0f);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, f(context.px(8)));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, toImGuiVec(ground));
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                             ImGuiWindowFlags_NoBringToFrontOnFocus;
    if (scrolls)
        flags &= ~ImGuiWindowFlags_NoScrollbar;
    else
        flags |= ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin(name, nullptr, flags);
}

PanelWindow::~PanelWindow()
{
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(4);
}

OverlayWindow::OverlayWindow(const PanelContext& context, const char* name, std::string_view title, double width,
                             double maxHeight)
{
    const core::Rect& area = context.area;
    const double wide = std::min(context.px(width), area.width - context.px(32));
    const double tall = std::min(context.px(maxHeight), area.height - context.px(120));
    ImGui::SetNextWindowPos(vec(area.x + (area.width - wide) / 2, area.y + context.px(72)));
    ImGui::SetNextWindowSizeConstraints(vec(wide, 0), vec(wide, tall));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, vec(context.px(20), context.px(16)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, f(context.px(10)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1.0f);
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, f(context.px(8)));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, toImGuiVec(context.theme.raised));
    ImGui::PushStyleColor(ImGuiCol_Border, toImGuiVec(context.theme.line));
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize);
    if (ImGui::IsWindowAppearing())
        ImGui::SetWindowFocus();
    const bool clickedBeside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !ImGui::IsWindowAppearing() &&
                               !ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows |
                                                       ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    if (clickedBeside)
        context.commands.push(command::Back{});
    if (!title.empty()) {
        textLine(context, title, {context.theme.text1, 17, core::FontWeight::semibold});
        const std::string_view close = core::phrase("window.close", context.state.language());
        const std::string words = std::string(close) + "  Esc";
        const TextLook look{context.theme.text3, 12, core::FontWeight::regular};
        FontScope font(context.fonts, look.weight, context.px(look.emPx));
        const float wordsWidth = ImGui::CalcTextSize(words.c_str()).x;
        ImGui::SameLine(f(wide - context.px(20)) - wordsWidth);
        const Press press = pressArea("close", {wordsWidth, f(context.px(20))});
        drawText(context, press.corner, words, {press.hovered ? context.theme.text1 : look.colour, look.emPx, look.weight});
        if (press.pressed)
            context.commands.push(command::Back{});
        space(context, 8);
    }
}

OverlayWindow::~OverlayWindow()
{
    ImGui::End();
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(4);
}

float drawText(const PanelContext& context, ImVec2 at, std::string_view text, const TextLook& look, double maxWidth)
{
    FontScope font(context.fonts, look.weight, context.px(look.emPx));
    std::string cut;
    if (maxWidth > 0) {
        cut = scene::elided(context.fonts.book(), text, {context.px(look.emPx), look.weight, false}, context.px(maxWidth));
        text = cut;
    }
    const char* end = text.data() + text.size();
    ImGui::GetWindowDrawList()->AddText(vec(std::round(at.x), std::round(at.y)), toImGui(look.colour), text.data(), end);
    return ImGui::CalcTextSize(text.data(), end).x;
}

void textLine(const PanelContext& context, std::string_view text, const TextLook& look, double maxWidth)
{
    FontScope font(context.fonts, look.weight, context.px(look.emPx));
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float width = drawText(context, corner, text, look, maxWidth);
    ImGui::Dummy({width, ImGui::GetFontSize()});
}

void textBlock(const PanelContext& context, std::string_view text, const TextLook& look)
{
    FontScope font(context.fonts, look.weight, context.px(look.emPx));
    ImGui::PushStyleColor(ImGuiCol_Text, toImGuiVec(look.colour));
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
}

void sectionHeading(const PanelContext& context, std::string_view text)
{
    space(context, 20);
    std::string capitals(text);
    // ASCII only: German headings keep their umlauts as they are, which still reads as a heading.
    std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    textLine(context, text.find("\xC3") == std::string_view::npos ? capitals : std::string(text),
             {context.theme.text3, 11.5, core::FontWeight::semibold});
    space(context, 4);
}

void space(const PanelContext& context, double height)
{
    ImGui::Dummy({1, f(context.px(height))});
}

bool button(const PanelContext& context, const char* id, std::string_view words, bool primary)
{
    const TextLook look{primary ? context.theme.onAccent : context.theme.text1, 13, core::FontWeight::medium};
    FontScope font(context.fonts, look.weight, context.px(look.emPx));
    const float width = ImGui::CalcTextSize(words.data(), words.data() + words.size()).x;
    const ImVec2 size{width + f(context.px(28)), f(context.px(30))};
    const Press press = pressArea(id, size);
    core::Colour fill = primary ? context.theme.accent : context.theme.raised;
    if (press.hovered)
        fill = core::mixed(fill, context.theme.text1, press.held ? 0.2 : 0.1);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 far{press.corner.x + size.x, press.corner.y + size.y};
    draw->AddRectFilled(press.corner, far, toImGui(fill), f(context.px(6)));
    if (!primary)
        draw->AddRect(press.corner, far, toImGui(context.theme.line), f(context.px(6)));
    drawText(context, {press.corner.x + f(context.px(14)), press.corner.y + (size.y - ImGui::GetFontSize()) / 2}, words, look);
    return press.pressed;
}

bool barButton(const PanelContext& context, const char* id, std::string_view words, bool active)
{
    const TextLook look{context.theme.text2, 13, core::FontWeight::regular};
    FontScope font(context.fonts, look.weight, context.px(look.emPx));
    const float width = ImGui::CalcTextSize(words.data(), words.data() + words.size()).x;
    const ImVec2 size{width + f(context.px(20)), f(context.px(28))};
    const Press press = pressArea(id, size);
    if (press.hovered || active) {
        ImGui::GetWindowDrawList()->AddRectFilled(press.corner, {press.corner.x + size.x, press.corner.y + size.y},
                                                  toImGui(core::mixed(context.theme.panel, context.theme.line, 0.7)),
                                                  f(context.px(6)));
    }
    const core::Colour colour = press.hovered || active ? context.theme.text1 : look.colour;
    drawText(context, {press.corner.x + f(context.px(10)), press.corner.y + (size.y - ImGui::GetFontSize()) / 2}, words,
             {colour, look.emPx, look.weight});
    return press.pressed;
}

bool chip(const PanelContext& context, const char* id, std::string_view words, core::Colour dot, bool chosen)
{
    const TextLook look{context.theme.text1, 12, core::FontWeight::medium};
    FontScope font(context.fonts, look.weight, context.px(look.emPx));
    const float width = ImGui::CalcTextSize(words.data(), words.data() + words.size()).x;
    const ImVec2 size{width + f(context.px(32)), f(context.px(24))};
    // Chips flow: the next line begins where the window ends.
    const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    if (ImGui::GetCursorScreenPos().x + size.x > right && ImGui::GetCursorPosX() > ImGui::GetWindowContentRegionMin().x + 1)
        ImGui::NewLine();
    const Press press = pressArea(id, size);
    core::Colour fill = core::mixed(context.theme.panel, context.theme.line, press.hovered ? 0.9 : 0.6);
    if (chosen)
        fill = core::mixed(context.theme.panel, context.theme.accent, 0.3);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 far{press.corner.x + size.x, press.corner.y + size.y};
    draw->AddRectFilled(press.corner, far, toImGui(fill), size.y / 2);
    draw->AddCircleFilled({press.corner.x + f(context.px(13)), press.corner.y + size.y / 2}, f(context.px(4)), toImGui(dot));
    drawText(context, {press.corner.x + f(context.px(22)), press.corner.y + (size.y - ImGui::GetFontSize()) / 2}, words, look);
    ImGui::SameLine(0, f(context.px(8)));
    return press.pressed;
}

bool row(const PanelContext& context, const char* id, double height, const std::function<void(ImVec2 corner)>& draw,
         bool chosen)
{
    const ImVec2 size{ImGui::GetContentRegionAvail().x, f(context.px(height))};
    const Press press = pressArea(id, size);
    if (press.hovered || chosen) {
        const core::Colour fill = core::mixed(context.theme.panel, chosen ? context.theme.accent : context.theme.line,
                                              chosen ? 0.25 : 0.55);
        const float out = f(context.px(8));
        ImGui::GetWindowDrawList()->AddRectFilled({press.corner.x - out, press.corner.y},
                                                  {press.corner.x + size.x + out, press.corner.y + size.y}, toImGui(fill),
                                                  f(context.px(6)));
    }
    draw(press.corner);
    return press.pressed;
}

bool toggle(const PanelContext& context, const char* id, std::string_view words, bool on)
{
    return row(context, id, 30, [&](ImVec2 corner) {
        const float height = f(context.px(16));
        const float width = f(context.px(28));
        const float top = corner.y + f(context.px(7));
        ImDrawList* draw = ImGui::GetWindowDrawList();
        draw->AddRectFilled({corner.x, top}, {corner.x + width, top + height},
                            toImGui(on ? context.theme.accent : context.theme.line), height / 2);
        draw->AddCircleFilled({corner.x + (on ? width - height / 2 : height / 2), top + height / 2}, height / 2 - 2,
                              toImGui(on ? context.theme.onAccent : context.theme.text2));
        drawText(context, {corner.x + width + f(context.px(12)), corner.y + f(context.px(6))}, words,
                 {context.theme.text1, 13, core::FontWeight::regular});
    });
}

} // namespace fabula::ui
