#pragma once

#include "core/colour.hpp"
#include "core/geometry.hpp"
#include "core/text_measurer.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace fabula::scene {

using core::Colour;
using core::Point;
using core::Rect;

/// What an item of the picture shows, for hit tests, reports and outlines.
enum class SubjectKind : std::uint8_t { none, event, link, lane, cluster, ribbon, undated };

struct Subject
{
    SubjectKind kind = SubjectKind::none;
    /// Event or link id; index into the layout's lanes, clusters or ribbons; 0 for the list of the undated.
    std::uint32_t index = 0xFFFFFFFFu;

    bool any() const { return kind != SubjectKind::none; }
    friend bool operator==(const Subject&, const Subject&) = default;
};

/// Which corners of a rectangle are round.
enum Corners : std::uint8_t { cornersNone = 0, cornersLeft = 1, cornersRight = 2, cornersAll = 3 };

/// A rectangle filled with one colour.
struct FillRect
{
    Rect rect;
    double radius = 0;
    Corners corners = cornersAll;
    Colour colour;
};

/// A rectangle's outline, `width` px wide and centred on its edge; `dash` and `dashGap` in px, 0 for solid.
struct StrokeRect
{
    Rect rect;
    double radius = 0;
    Colour colour;
    double width = 1;
    double dash = 0;
    double dashGap = 0;
};

/// A rectangle that fades from left to right over stops at 0, `stop1`, `stop2` and 1 (shares of the width).
struct GradientRect
{
    Rect rect;
    Colour begin;
    Colour middle; ///< at and between both stops
    Colour end;
    double stop1 = 0.3;
    double stop2 = 0.7;
};

/// Diagonal lines, 45° up to the right, clipped to a rectangle.
struct HatchRect
{
    Rect rect;
    Colour colour;
    double spacing = 5;
    double width = 1.5;
};

/// A soft shadow under a rectangle, `blur` px to each side, moved down by `offsetY`. Painters may approximate the blur.
struct ShadowRect
{
    Rect rect;
    double radius = 6;
    double blur = 10;
    double offsetY = 3;
    Colour colour;
};

struct Disc
{
    Point centre;
    double radius = 4;
    Colour fill;
    Colour stroke{0, 0, 0, 0};
    double strokeWidth = 0;
};

/// A chain of cubic Béziers: points[0], then for each piece two controls and its end (1 + 3n points).
/// Stroked when `width` > 0 (round joins, butt ends), filled otherwise.
struct Path
{
    std::vector<Point> points;
    Colour colour;
    double width = 1.5;
    double dash = 0;
    double dashGap = 0;
    bool closed = false;
};

/// One line of text; `position` is the start of its baseline. `href` makes it a link in PDF and SVG (http, https).
struct TextRun
{
    Point position;
    std::string text;
    core::TextStyle style;
    Colour colour;
    std::string href;
};

/// Everything until the matching PopClip is cut to `rect`. Clips nest.
struct PushClip
{
    Rect rect;
};
struct PopClip
{
};

using Shape =
    std::variant<FillRect, StrokeRect, GradientRect, HatchRect, ShadowRect, Disc, Path, TextRun, PushClip, PopClip>;

struct DisplayItem
{
    Shape shape;
    Subject subject;
};

/// A picture as plain data, painted in order. All lengths in pixels of the picture, y down. Every painter (ImGui
/// canvas, PNG, SVG, PDF) draws the same list; hit tests and the report read it.
struct DisplayList
{
    core::Size size;
    Colour ground;
    std::vector<DisplayItem> items;

    void add(Shape shape, Subject subject = {}) { items.push_back({std::move(shape), subject}); }
};

/// The topmost subject at a point: boxes within `slack` px, paths within 3 px + `slack`. Linear in the items.
Subject subjectAt(const DisplayList& picture, Point point, double slack = 2);

/// A Bézier chain through the corners of a polyline, rounded by at most `radius` (less where runs are short).
std::vector<Point> roundedChain(const std::vector<Point>& corners, double radius);

/// The chain as a polyline that strays from it by at most `tolerance` px.
std::vector<Point> flattened(const std::vector<Point>& chain, double tolerance = 0.25);

} // namespace fabula::scene
