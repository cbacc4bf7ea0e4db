#pragma once

#include "scene/display_list.hpp"

#include <cairo.h>

#include <optional>
#include <utility>
#include <vector>

namespace fabula::paint {

/// The shape with its lengths made fit to draw: coordinates within reach(), radii no larger than the shape, or nothing
/// where there is nothing to draw or a coordinate is no number. Clips are always kept, so that they stay in pairs.
std::optional<scene::Shape> drawable(const scene::Shape& shape);

/// A rectangle cut to what Cairo's 24-bit coordinates hold.
core::Rect withinReach(const core::Rect& rect);

/// The two stops of a gradient, within 0 to 1 and in order.
std::pair<double, double> orderedStops(const scene::GradientRect& shape);

struct HatchLine
{
    core::Point from;
    core::Point to;
};

/// The lines of a hatching that meet `visible`: x + y of each is that of the rectangle's corner plus a multiple of the
/// spacing. Not cut to the rectangle.
std::vector<HatchLine> hatchLines(const scene::HatchRect& shape, const core::Rect& visible);

/// A soft shadow as translucent layers, outermost first: for media that can't blur.
std::vector<scene::FillRect> shadowLayers(const scene::ShadowRect& shape);

/// A piece of an outline: a straight line or a circle's arc, clockwise, to a point; the first one is where it starts.
struct PathPiece
{
    core::Point to;
    bool arc = false;
    double radius = 0;
    core::Point centre;
};

/// The outline of a rectangle with the given corners round. One that is narrower than the radius of its only round side
/// is the strip cut from a wider one, so that a strip fits into the corners of the card that it stands in.
std::vector<PathPiece> outline(const core::Rect& rect, double radius, scene::Corners corners);

/// Starts a new path: such an outline.
void addRoundedRect(cairo_t* cairo, const core::Rect& rect, double radius, scene::Corners corners);

} // namespace fabula::paint
