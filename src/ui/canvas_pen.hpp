#pragma once

#include "core/colour.hpp"
#include "core/geometry.hpp"
#include "ui/canvas_painter.hpp"

#include <imgui.h>

#include <vector>

namespace fabula::ui {

/// Picture px to screen pixels to the window px that ImGui draws in, and the primitives of the canvas in ImGui's terms.
class CanvasPen
{
public:
    CanvasPen(ImDrawList& list, const CanvasPlace& place);

    ImDrawList& list() const { return *list_; }
    /// Screen pixels for one px of the picture.
    double factor() const { return place_.scale * place_.density; }
    core::Point device(core::Point p) const
    {
        return {(place_.corner.x + p.x * place_.scale) * place_.density,
                (place_.corner.y + p.y * place_.scale) * place_.density};
    }
    ImVec2 window(core::Point device) const
    {
        return {static_cast<float>(device.x / place_.density), static_cast<float>(device.y / place_.density)};
    }
    ImVec2 at(core::Point p) const { return window(device(p)); }
    float length(double px) const { return static_cast<float>(px * place_.scale); }
    /// The rectangle in screen pixels, its edges moved to whole ones; what had an extent keeps one of at least a pixel.
    core::Rect snapped(const core::Rect& rect) const;
    static ImU32 colour(core::Colour c) { return IM_COL32(c.red, c.green, c.blue, c.alpha); }

    /// Cut to `rect` (picture px) until `popClip`.
    void pushClip(const core::Rect& rect);
    void popClip();
    void popAll();
    /// What can be seen, picture px.
    const core::Rect& visible() const { return clips_.back(); }

    /// Fills a convex outline, whichever way it turns.
    void fillConvex(std::vector<ImVec2>& points, core::Colour colour) const;
    /// Strokes a polyline in dashes (all px of the picture); solid if one of the lengths is 0.
    struct Stroke
    {
        core::Colour colour;
        double width = 1;
        double dash = 0;
        double gap = 0;
        bool closed = false;
    };
    void stroke(const std::vector<core::Point>& line, const Stroke& stroke) const;

private:
    void addDash(ImVec2 from, ImVec2 to, const Stroke& stroke) const;
    void strokeDashed(const std::vector<core::Point>& line, const Stroke& stroke) const;

    ImDrawList* list_;
    CanvasPlace place_;
    std::vector<core::Rect> clips_;
    mutable std::vector<ImVec2> scratch_;
};

} // namespace fabula::ui
