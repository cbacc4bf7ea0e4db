#pragma once

#include "model/terms.hpp"
#include "ui/panel_kit.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace fabula::ui {

/// What can be pressed in panels. All of it is reached by the keyboard too, and shows it. Lengths as in panel_kit.hpp.

/// A place that takes a press, to be drawn by the caller.
struct Press
{
    ImVec2 corner;
    bool hovered = false; ///< by the pointer, or the keyboard stands there
    bool held = false;
    bool pressed = false;
};
Press pressArea(const char* id, ImVec2 sizePx);

/// A button with words; the primary one takes the accent colour. Returns whether it was pressed, as all of these.
bool button(const PanelContext& context, const char* id, std::string_view words, bool primary = false);
float buttonWidthPx(const PanelContext& context, std::string_view words);

/// A quiet button for bars, 28 high; `active` shows it pressed in. A count above 0 stands in a pill behind the words.
bool barButton(const PanelContext& context, const char* id, std::string_view words, bool active = false,
               std::size_t count = 0);
float barButtonWidthPx(const PanelContext& context, std::string_view words, std::size_t count = 0);

/// A rounded chip with a coloured dot. Chips flow: one that does not fit begins a new line.
bool chip(const PanelContext& context, const char* id, std::string_view words, core::Colour dot, bool chosen = false);
/// Ends a flow of chips.
void endChips(const PanelContext& context);

/// A row over the whole width that lights up under the pointer; `draw` fills it.
bool row(const PanelContext& context, const char* id, double heightPx, const std::function<void(ImVec2 corner)>& draw,
         bool chosen = false);

/// A switch with words to its right.
bool toggle(const PanelContext& context, const char* id, std::string_view words, bool on);

/// Words side by side of which one is chosen; lines break where they must. Returns the one pressed, or -1.
int segments(const PanelContext& context, const char* id, std::span<const std::string> words, int chosen);

/// A small filled label, such as a grade or a count; returns its width. `right` is its right edge.
float pill(const PanelContext& context, ImVec2 right, std::string_view words, core::Colour ground, core::Colour ink);
float pillWidthPx(const PanelContext& context, std::string_view words);

/// Keys drawn as key caps ("/ Ctrl+F" makes two), ending at `right`; returns the width of all.
float keyCaps(const PanelContext& context, ImVec2 right, std::string_view keys);

/// A piece of line as links of that kind are drawn, from `at` to the right.
void linkSample(const PanelContext& context, ImVec2 at, double widthPx, model::LinkKind kind, model::Basis basis);

struct FieldEvents
{
    bool edited = false;
    bool submitted = false; ///< Enter
    bool active = false;    ///< has the keyboard
    int moved = 0;          ///< arrow keys: -1 up, +1 down
};
struct FieldShape
{
    double widthPx = 0;
    double height = 30;
    double leftInset = 12;
    double rightInset = 12; ///< left free for what the caller draws there
    bool takeKeyboard = false;
    bool arrows = false; ///< up and down are told rather than moving on
};
/// A field to type in, with a hint while it is empty. At most 1,000 bytes.
FieldEvents textField(const PanelContext& context, const char* id, const FieldShape& shape, std::string_view hint,
                      std::string& text);

} // namespace fabula::ui
