#include "ui/canvas_pen.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace fabula::ui {
namespace {

core::Rect common(const core::Rect& a, const core::Rect& b)
{
    const double left = std::max(a.left(), b.left());
    const double top = std::max(a.top(), b.top());
    return {left, top, std::max(0.0, std::min(a.right(), b.right()) - left),
            std::max(0.0, std::min(a.bottom(), b.bottom()) - top)};
}

/// Twice the signed area; positive if clockwise on a screen, where y points down.
float turning(const std::vector<ImVec2>& points)
{
    float sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const ImVec2& a = points[i];
        const ImVec2& b = points[(i + 1) % points.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

} // namespace

CanvasPen::CanvasPen(ImDrawList& list, const CanvasPlace& place) : list_(&list), place_(place)
{
    const ImVec2 least = list.GetClipRectMin();
    const ImVec2 most = list.GetClipRectMax();
    clips_.push_back({(least.x - place.corner.x) / place.scale, (least.y - place.corner.y) / place.scale,
                      (most.x - least.x) / place.scale, (most.y - least.y) / place.scale});
}

core::Rect CanvasPen::snapped(const core::Rect& rect) const
{
    const core::Point a = device({rect.left(), rect.top()});
    const core::Point b = device({rect.right(), rect.bottom()});
    const double left = std::round(a.x);
    const double top = std::round(a.y);
    return {left, top, std::max(1.0, std::round(b.x) - left), std::max(1.0, std::round(b.y) - top)};
}

void CanvasPen::pushClip(const core::Rect& rect)
{
    clips_.push_back(common(clips_.back(), rect));
    const core::Rect pixels = snapped(clips_.back());
    const bool empty = clips_.back().empty();
    const ImVec2 least = window({pixels.left(), pixels.top()});
    list_->PushClipRect(least, empty ? least : window({pixels.right(), pixels.bottom()}), true);
}

void CanvasPen::popClip()
{
    if (clips_.size() < 2)
        return;
    clips_.pop_back();
    list_->PopClipRect();
}

void CanvasPen::popAll()
{
    while (clips_.size() > 1)
        popClip();
}

void CanvasPen::fillConvex(std::vector<ImVec2>& points, core::Colour fill) const
{
    if (points.size() < 3)
        return;
    // The soft edge is laid on the outside of clockwise outlines only.
    if (turning(points) < 0)
        std::reverse(points.begin(), points.end());
    list_->AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), colour(fill));
}

void CanvasPen::stroke(const std::vector<core::Point>& line, const Stroke& stroke) const
{
    if (line.size() < 2)
        return;
    if (stroke.dash > 0 && stroke.gap > 0) {
        strokeDashed(line, stroke);
        return;
    }
    scratch_.clear();
    for (const core::Point& p : line)
        scratch_.push_back(at(p));
    list_->AddPolyline(scratch_.data(), static_cast<int>(scratch_.size()), colour(stroke.colour),
                       stroke.closed ? ImDrawFlags_Closed : ImDrawFlags_None, length(stroke.width));
}

/// One quad with the soft edges that ImGui keeps in its atlas: half of what a polyline of two points takes, and dotted
/// links are made of nothing else.
void CanvasPen::addDash(ImVec2 from, ImVec2 to, const Stroke& stroke) const
{
    const float dx = to.x - from.x;
    const float dy = to.y - from.y;
    const float along = std::sqrt(dx * dx + dy * dy);
    const float width = length(stroke.width);
    const auto widthClass = static_cast<int>(std::lround(width));
    if (along <= 0 || widthClass < 1 || widthClass >= IM_DRAWLIST_TEX_LINES_WIDTH_MAX) {
        list_->AddLine(from, to, colour(stroke.colour), width);
        return;
    }
    const ImVec4& lines = list_->_Data->TexUvLines[widthClass];
    const float half = width / 2 + list_->_FringeScale;
    const ImVec2 side(-dy / along * half, dx / along * half);
    list_->PrimReserve(6, 4);
    list_->PrimQuadUV({from.x - side.x, from.y - side.y}, {to.x - side.x, to.y - side.y},
                      {to.x + side.x, to.y + side.y}, {from.x + side.x, from.y + side.y}, {lines.x, lines.y},
                      {lines.x, lines.y}, {lines.z, lines.w}, {lines.z, lines.w}, colour(stroke.colour));
}

void CanvasPen::strokeDashed(const std::vector<core::Point>& line, const Stroke& stroke) const
{
    const core::Rect seen = visible().grown(stroke.width);
    const std::size_t segments = stroke.closed ? line.size() : line.size() - 1;
    double left = stroke.dash; // of the dash or the gap that is being walked
    bool drawing = true;
    scratch_.clear();
    scratch_.push_back(at(line.front()));
    auto finish = [&] {
        if (scratch_.size() == 2)
            addDash(scratch_[0], scratch_[1], stroke);
        else if (scratch_.size() > 2)
            list_->AddPolyline(scratch_.data(), static_cast<int>(scratch_.size()), colour(stroke.colour),
                               ImDrawFlags_None, length(stroke.width));
        scratch_.clear();
    };
    for (std::size_t i = 0; i < segments; ++i) {
        const core::Point from = line[i];
        const core::Point to = line[(i + 1) % line.size()];
        const core::Point step = to - from;
        const double whole = std::sqrt(step.x * step.x + step.y * step.y); // hypot's care costs too much here
        const core::Rect box{std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x) + 1,
                             std::abs(to.y - from.y) + 1};
        if (whole > stroke.dash && !box.overlaps(seen)) {
            // Out of sight, only the phase matters: a long segment costs no more than a short one.
            const double period = stroke.dash + stroke.gap;
            double phase = std::fmod((drawing ? stroke.dash - left : period - left) + whole, period);
            drawing = phase < stroke.dash;
            left = drawing ? stroke.dash - phase : period - phase;
            scratch_.clear();
            if (drawing)
                scratch_.push_back(at(to));
            continue;
        }
        double walked = 0;
        while (whole - walked > left) {
            walked += left;
            const core::Point here = from + (to - from) * (walked / whole);
            if (drawing) {
                scratch_.push_back(at(here));
                finish();
            } else {
                scratch_.assign(1, at(here));
            }
            drawing = !drawing;
            left = drawing ? stroke.dash : stroke.gap;
        }
        left -= whole - walked;
        if (drawing)
            scratch_.push_back(at(to));
    }
    if (drawing)
        finish();
}

} // namespace fabula::ui
