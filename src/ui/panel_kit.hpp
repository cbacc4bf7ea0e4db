#pragma once

#include "scene/theme.hpp"
#include "ui/panels.hpp"

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

namespace fabula::ui {

/// The grounds and the text that panels are made of, in our own look; panel_widgets.hpp has what can be pressed.
/// Lengths are design px, which grow with `context.scale`, unless a name ends in Px: those are window px. Things are
/// drawn where ImGui's cursor stands, in a window opened by PanelWindow or OverlayWindow; there is no space between
/// them but what `space` makes.

ImU32 toImGui(core::Colour colour);
ImVec4 toImGuiVec(core::Colour colour);
/// Design px as ImGui wants them.
float toPx(const PanelContext& context, double designPx);

/// The words for a key of assets/i18n in the language in use.
std::string_view say(const PanelContext& context, std::string_view key);

/// An undecorated ImGui window over the context's area, closed at the end of the scope.
class PanelWindow
{
public:
    enum class Kind {
        fixed,
        scrolling, ///< shows a thin bar when its content is taller
        above,     ///< scrolling, and over the others
    };
    /// `padding` on all sides.
    PanelWindow(const PanelContext& context, const char* name, core::Colour ground, double padding,
                Kind kind = Kind::fixed);
    ~PanelWindow();
    PanelWindow(const PanelWindow&) = delete;
    PanelWindow& operator=(const PanelWindow&) = delete;
};

/// A window laid over the rest with a title and a way to close it, as tall as its content up to `maxHeight` and the
/// room there is. Whatever lies under it takes no clicks: one beside it asks to go back.
class OverlayWindow
{
public:
    struct Shape
    {
        double width = 560;
        double maxHeight = 640;
        bool atRight = false; ///< under the right end of the top bar, and the rest isn't dimmed
        bool closes = true;   ///< has a close button
    };
    OverlayWindow(const PanelContext& context, const char* name, std::string_view title, const Shape& shape);
    ~OverlayWindow();
    OverlayWindow(const OverlayWindow&) = delete;
    OverlayWindow& operator=(const OverlayWindow&) = delete;

    /// How much of the greatest height is left under the cursor.
    double heightLeftPx() const;

private:
    double bottomPx_ = 0;
};

/// A part of a window that scrolls by itself. Rows may light up 8 px beyond its content on both sides.
class ListArea
{
public:
    ListArea(const PanelContext& context, const char* id, double widthPx, double heightPx);
    /// As tall as its content, at most `mostPx`.
    static ListArea fitting(const PanelContext& context, const char* id, double widthPx, double mostPx);
    ~ListArea();
    ListArea(const ListArea&) = delete;
    ListArea& operator=(const ListArea&) = delete;

private:
    struct Fitting
    {
        const char* name;
    };
    ListArea(const PanelContext& context, Fitting fitting, double widthPx, double mostPx);
    const char* fitted_ = nullptr; ///< under which name its content's height is kept for the next frame
};

struct TextLook
{
    core::Colour colour;
    double emPx = 13;
    core::FontWeight weight = core::FontWeight::regular;
};

float textWidthPx(const PanelContext& context, std::string_view text, const TextLook& look);
/// The height of a line's box.
float lineHeightPx(const PanelContext& context, const TextLook& look);
/// The text, or as much of it as fits with "…".
std::string cutText(const PanelContext& context, std::string_view text, const TextLook& look, double maxWidthPx);
/// In lines of at most `widthPx`; at most `maxLines`, the last then ends in "…".
std::vector<std::string> wrapText(const PanelContext& context, std::string_view text, const TextLook& look,
                                  double widthPx, std::size_t maxLines);

/// Text drawn at a place (top left of its line box) without moving the cursor; returns its width.
float drawText(const PanelContext& context, ImVec2 at, std::string_view text, const TextLook& look);
/// One run of text at the cursor, on one line, cut at the end of the window.
void textLine(const PanelContext& context, std::string_view text, const TextLook& look);
/// Text wrapped at the window's content width, lines `lineHeight` em apart.
void textBlock(const PanelContext& context, std::string_view text, const TextLook& look, double lineHeight = 1.45);
/// Capitals with a little space between them, drawn at a place; returns the width.
float drawCapitals(const PanelContext& context, ImVec2 at, std::string_view text, const TextLook& look);
/// A small heading in capitals, with space above and below.
void sectionHeading(const PanelContext& context, std::string_view text);
/// Space between things.
void space(const PanelContext& context, double height);
/// A thin line over the content's width.
void rule(const PanelContext& context);
/// The two edges of what a tip must not cover.
struct TipRoom
{
    float above = 0;
    float below = 0;
};
/// A small window of words, wrapped by paragraph, from `x` on and below or above the room. Window px.
void tipAt(const PanelContext& context, const std::vector<std::string>& paragraphs, float x, TipRoom room);
/// What the last item explains about itself when the pointer rests on it or the keyboard stands there.
void tooltip(const PanelContext& context, std::string_view text);

} // namespace fabula::ui
