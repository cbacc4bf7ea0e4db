#pragma once

#include "core/geometry.hpp"
#include "layout/timeline/timeline.hpp"
#include "scene/theme.hpp"
#include "ui/app_state.hpp"
#include "ui/command.hpp"
#include "ui/ui_fonts.hpp"

namespace fabula::ui {

/// What a panel is given for one frame: what to show, where to put what it asks for, and its place in the window.
///
/// Two units of length: *window px*, which ImGui uses, and *picture px*, in which the timeline is laid out and painted
/// `scale` times as large. `area` and `canvas` are window px; the camera and the layout are picture px.
struct PanelContext
{
    const AppState& state;
    CommandQueue& commands;
    const UiFonts& fonts;
    const scene::Theme& theme;
    core::Rect area;  ///< the panel's own place, window px
    double scale = 1; ///< window px for one px of the design: every size and font size of a panel is multiplied by it
    const layout::TimelineLayout* layout = nullptr; ///< as it is drawn now; null before a story is shown
    const layout::Timeline* timeline = nullptr;     ///< limits and extent; null before a story is shown
    core::Rect canvas;                              ///< of the timeline: where events are drawn, window px
    Camera camera; ///< as it is drawn now, picture px; `state.camera` is where it is going

    double px(double designPx) const { return designPx * scale; }
    /// How much content the canvas shows, picture px.
    double canvasWidth() const { return canvas.width / scale; }
    double canvasHeight() const { return canvas.height / scale; }
    /// The context for another area.
    PanelContext in(const core::Rect& other) const
    {
        PanelContext moved = *this;
        moved.area = other;
        return moved;
    }
};

/// The panels, each a function that opens its own ImGui window over `area`. They keep no state of the program.
void drawTopBar(const PanelContext& context);
void drawInspector(const PanelContext& context);
void drawOverview(const PanelContext& context);
void drawStatusBar(const PanelContext& context);
/// Whatever lies over the rest: palette, keys, filters, findings, open, settings, loading, a cluster's list. `area` is
/// the whole window.
void drawOverlays(const PanelContext& context);

} // namespace fabula::ui
