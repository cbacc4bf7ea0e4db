#include "ui/ui_theme.hpp"

#include <imgui.h>

#include <cmath>

namespace fabula::ui {
namespace {

ImVec4 vec(core::Colour colour)
{
    return {static_cast<float>(colour.red) / 255, static_cast<float>(colour.green) / 255,
            static_cast<float>(colour.blue) / 255, static_cast<float>(colour.alpha) / 255};
}

void setColours(ImGuiStyle& style, const scene::Theme& theme)
{
    // Every slot gets a colour of ours, so that none of Dear ImGui's own shines through anywhere.
    for (ImVec4& slot : style.Colors)
        slot = vec(theme.text1);
    auto set = [&](std::initializer_list<ImGuiCol> slots, core::Colour colour) {
        for (const ImGuiCol slot : slots)
            style.Colors[slot] = vec(colour);
    };
    const core::Colour clear{0, 0, 0, 0};
    const core::Colour hover = core::mixed(theme.raised, theme.text1, theme.dark ? 0.07 : 0.05);
    const core::Colour press = core::mixed(theme.raised, theme.text1, theme.dark ? 0.13 : 0.10);
    const core::Colour field = theme.dark ? theme.raised : core::mixed(theme.panel, theme.line, 0.35);
    set({ImGuiCol_TextDisabled, ImGuiCol_InputTextCursor}, theme.text2);
    set({ImGuiCol_InputTextCursor}, theme.accent);
    set({ImGuiCol_WindowBg, ImGuiCol_TitleBg, ImGuiCol_TitleBgActive, ImGuiCol_TitleBgCollapsed, ImGuiCol_MenuBarBg},
        theme.panel);
    set({ImGuiCol_ChildBg, ImGuiCol_BorderShadow, ImGuiCol_ScrollbarBg, ImGuiCol_TableRowBg}, clear);
    set({ImGuiCol_PopupBg}, theme.raised);
    set({ImGuiCol_Border, ImGuiCol_Separator, ImGuiCol_TableBorderLight, ImGuiCol_TableBorderStrong,
         ImGuiCol_TreeLines},
        theme.line);
    set({ImGuiCol_FrameBg, ImGuiCol_Button}, field);
    set({ImGuiCol_FrameBgHovered, ImGuiCol_ButtonHovered, ImGuiCol_HeaderHovered, ImGuiCol_TabHovered}, hover);
    set({ImGuiCol_FrameBgActive, ImGuiCol_ButtonActive, ImGuiCol_HeaderActive, ImGuiCol_TabSelected,
         ImGuiCol_TabDimmedSelected},
        press);
    set({ImGuiCol_Header, ImGuiCol_TableRowBgAlt}, core::faded(theme.text1, 0.05));
    set({ImGuiCol_Tab, ImGuiCol_TabDimmed, ImGuiCol_TableHeaderBg}, theme.panel);
    set({ImGuiCol_ScrollbarGrab, ImGuiCol_ResizeGrip}, core::mixed(theme.panel, theme.text3, 0.4));
    set({ImGuiCol_ScrollbarGrabHovered, ImGuiCol_ScrollbarGrabActive, ImGuiCol_ResizeGripHovered,
         ImGuiCol_ResizeGripActive},
        theme.text3);
    set({ImGuiCol_CheckMark, ImGuiCol_SliderGrab, ImGuiCol_SliderGrabActive, ImGuiCol_SeparatorHovered,
         ImGuiCol_SeparatorActive, ImGuiCol_TabSelectedOverline, ImGuiCol_TabDimmedSelectedOverline, ImGuiCol_NavCursor,
         ImGuiCol_TextLink, ImGuiCol_DragDropTarget, ImGuiCol_PlotHistogram, ImGuiCol_PlotLines,
         ImGuiCol_PlotHistogramHovered, ImGuiCol_PlotLinesHovered, ImGuiCol_NavWindowingHighlight},
        theme.accent);
    set({ImGuiCol_TextSelectedBg}, core::faded(theme.accent, 0.3));
    set({ImGuiCol_ModalWindowDimBg, ImGuiCol_NavWindowingDimBg},
        {0, 0, 0, static_cast<std::uint8_t>(theme.dark ? 130 : 70)});
}

} // namespace

void applyTheme(const scene::Theme& theme, double scale, const UiFonts& fonts)
{
    ImGuiStyle style;
    setColours(style, theme);
    const auto px = [scale](double length) { return static_cast<float>(std::round(length * scale)); };
    style.WindowPadding = {px(16), px(16)};
    style.FramePadding = {px(12), px(6)};
    style.ItemSpacing = {px(8), px(8)};
    style.ItemInnerSpacing = {px(8), px(4)};
    style.CellPadding = {px(8), px(4)};
    style.IndentSpacing = px(16);
    style.ScrollbarSize = px(10);
    style.GrabMinSize = px(12);
    style.WindowRounding = px(8);
    style.ChildRounding = px(6);
    style.FrameRounding = px(6);
    style.PopupRounding = px(8);
    style.ScrollbarRounding = px(5);
    style.GrabRounding = px(6);
    style.TabRounding = px(6);
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    style.WindowTitleAlign = {0, 0.5F};
    style.WindowMinSize = {1, 1};
    style.SeparatorTextBorderSize = 1;
    style.DisabledAlpha = 0.5F;
    style.HoverStationaryDelay = 0.12F;
    style.HoverDelayNormal = 0.4F;
    style.CircleTessellationMaxError = 0.15F;
    style.CurveTessellationTol = 0.5F;
    style.FontSizeBase = fonts.imguiSize(core::FontWeight::regular, kBodyEm * scale);
    ImGui::GetStyle() = style;
}

} // namespace fabula::ui
