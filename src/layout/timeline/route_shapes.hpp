#pragma once

#include "layout/timeline/route_field.hpp"

namespace fabula::layout {

enum class ShapeKind : std::uint8_t { none, straight, curve, bent };

/// Where a link meets the edge of a box.
struct Port
{
    std::size_t node = RouteField::kNoNode;
    Side side = Side::right;
    double along = 0; ///< y on a left or right side, x on a top or bottom
};

/// A way for one link, from port to port: `corners` is a polyline, or the four control points of a curve.
struct RouteShape
{
    ShapeKind kind = ShapeKind::none;
    Port out;
    Port in;
    std::vector<Point> corners;
    double cost = 0; ///< px of length and of what penalties stand for
};

/// What bends and unusual sides cost, in px of length.
inline constexpr double kBendCost = 28;
inline constexpr double kCrossingCost = 70;

/// Of a label: its text stands left of its dot.
bool textStandsLeft(const RouteNode& node);
/// The sides where a link may leave and arrive. Links arrive at the left, but at a label whose text stands left of its
/// dot they do so at the right: at the far end of a text an arrow would seem to arrive before its own cause.
std::span<const Side> departureSides(const RouteNode& node);
std::span<const Side> arrivalSides(const RouteNode& node);
/// What it costs a link, in px of length, to leave and to arrive at that side.
double departureCost(const RouteNode& node, Side side);
double arrivalCost(const RouteNode& node, Side side);

/// The stretch of a side where ports may lie; a single point where the side has room for one only. Above and below a
/// label that is a few px around its dot.
Stretch portRange(const RouteNode& node, Side side);
/// The side's own preference: its middle, or at a label's dot.
double portMiddle(const RouteNode& node, Side side);
/// Where the line ends: at the box, or under the date bar that lies there.
Point portPoint(const RouteField& field, const Port& port);
/// Unit vector away from the box.
Point outward(Side side);

/// The best free shape with at most two bends between two sides: straight, one smooth curve, one corner, or two.
/// `kind` is `none` if there is none. `out.along` and `in.along` are taken as they are.
RouteShape simpleShape(const RouteField& field, const Port& out, const Port& in);
/// The straight line between two sides that face each other, wherever both have room for it; `none` if there is none.
RouteShape straightShape(const RouteField& field, const Port& out, const Port& in);

/// The same bent shape with its ends moved along their sides to other ports; `none` if that is not free.
RouteShape withPorts(const RouteField& field, const RouteShape& shape, const Port& out, const Port& in);

/// The length of a polyline of runs or, for a curve, of the curve.
double lengthOf(const RouteShape& shape);
/// The line as it is drawn, corners not rounded, curves as chords.
std::vector<Point> flattened(const RouteShape& shape);

} // namespace fabula::layout
