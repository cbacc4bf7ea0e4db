#pragma once

#include "scene/theme.hpp"
#include "ui/panels.hpp"

#include <imgui.h>

#include <functional>
#include <string>
#include <string_view>

namespace fabula::ui {

/// The few widgets that panels are made of, in our own look. All lengths are design px: they grow with `context.scale`.
/// They draw where ImGui's cursor stands, in a window opened by PanelWindow.

ImU32 toImGui(core::Colour colour);
ImVec4 toImGuiVec(core::Colour colour);

/// An undecorated ImGui window over an area, filled with a colour, closed at the end of the scope.
class PanelWindow
{
public:
    /// `padding` design px on all sides. A scrolling one shows a thin bar when its content is taller.
    PanelWindow(const PanelContext& context, const char* name, core::Colour ground, double padding, bool scrolls = false);
    ~PanelWindow();
    PanelWindow(const PanelWindow&) = delete;
    PanelWindow& operator=(const PanelWindow&) = delete;
};

/// A window laid over the rest, `width` × at most `maxHeight` design px, centred near the top of the area, with a title
/// and a close button. False from `open()` when a click beside it asked to close it (Back is then already pushed).
class OverlayWindow
{
public:
    OverlayWindow(const PanelContext& context, const char* name, std::string_view title, double width, double maxHeight);
    ~OverlayWindow();
    OverlayWindow(const OverlayWindow&) = delete;
    OverlayWindow& operator=(const OverlayWindow&) = delete;
};

struct TextLook
{
    core::Colour colour;
    double emPx = 13;
    core::FontWeight weight = core::FontWeight::regular;
};

/// One run of text at the cursor, on one line, cut with "…" at `maxWidth` design px (0: not cut).
void textLine(const PanelContext& context, std::string_view text, const TextLook& look, double maxWidth = 0);
/// Text wrapped at the window's content width.
void textBlock(const PanelContext& context, std::string_view text, const TextLook& look);
/// A small heading in capitals, with space above.
void sectionHeading(const PanelContext& context, std::string_view text);
/// Space between things, design px.
void space(const PanelContext& context, double height);

/// A button with words; the primary one takes the accent colour. Returns whether it was pressed.
bool button(const PanelContext& context, const char* id, std::string_view words, bool primary = false);
/// A quiet button for bars; `active` shows it pressed in.
bool barButton(const PanelContext& context, const char* id, std::string_view words, bool active = false);
/// A rounded chip with a coloured dot.
bool chip(const PanelContext& context, const char* id, std::string_view words, core::Colour dot, bool chosen = false);
/// A row over the whole width that lights up under the pointer; `draw` fills it. Returns whether it was pressed.
bool row(const PanelContext& context, const char* id, double height, const std::function<void(ImVec2 corner)>& draw,
         bool chosen = false);
/// Text drawn at a place (window px, top left of the line box) without moving the cursor; returns its width.
float drawText(const PanelContext& context, ImVec2 at, std::string_view text, const TextLook& look, double maxWidth = 0);
/// A switch with words to its right. Returns whether it was pressed.
bool toggle(const PanelContext& context, const char* id, std::string_view words, bool on);

} // namespace fabula::ui
