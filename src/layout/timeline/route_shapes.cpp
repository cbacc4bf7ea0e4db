#include "layout/timeline/route_shapes.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::layout {
namespace {

constexpr double kCurveClearance = 3;
constexpr double kLongestCurve = 1500;
/// Run that an arrow head needs, and what a start needs.
constexpr double kArrivalRun = 14;
constexpr double kDepartureRun = 12;

/// A curve costs a little more than its length, so that a straight line wins where there is one.
constexpr double kCurveCost = 14;
constexpr double kSteepCost = 0.35;

/// From a label's dot over its box: room for two arrow heads beside each other.
constexpr double kAlongText = 9;
constexpr double kBehindDot = 1;

bool textStandsRight(const RouteNode& node)
{
    return node.detail == Detail::label && !textStandsLeft(node);
}

double sideCost(const RouteField& field, const Port& out, const Port& in)
{
    return departureCost(field.nodes()[out.node], out.side) + arrivalCost(field.nodes()[in.node], in.side);
}

RouteShape bent(const RouteField& field, const Port& out, const Port& in, std::vector<Point> corners)
{
    RouteShape shape;
    if (!field.isFree(corners, out.node, in.node, RouteField::kClearance - 1.5))
        return shape;
    shape.kind = ShapeKind::bent;
    shape.out = out;
    shape.in = in;
    shape.corners = std::move(corners);
    shape.cost = lengthOf(shape) + kBendCost * static_cast<double>(shape.corners.size() - 2) + sideCost(field, out, in);
    return shape;
}

/// How far the control points stand out of the two ends; three attempts from relaxed to tight.
std::array<Point, 2> reaches(Point from, Point to, const Port& out, const Port& in, int attempt)
{
    const double dx = std::abs(to.x - from.x);
    const double dy = std::abs(to.y - from.y);
    const double factor = attempt == 0 ? 0.5 : (attempt == 1 ? 0.36 : 0.7);
    const auto one = [&](Side side) {
        const double along = isHorizontal(side) ? dx : dy;
        const double across = isHorizontal(side) ? dy : dx;
        return std::clamp(along * factor, std::min(18 + across * 0.12, 48.0), 260.0);
    };
    return {Point{one(out.side), 0}, Point{one(in.side), 0}};
}

/// Whether the ends lie so that a curve with these tangents turns at most a little back.
bool curveMakesSense(Point from, Point to, const Port& out, const Port& in)
{
    const Point go = outward(out.side);
    const Point arrive = outward(in.side) * -1;
    const Point way = to - from;
    const double ahead = way.x * go.x + way.y * go.y;
    const double towards = way.x * arrive.x + way.y * arrive.y;
    if (isHorizontal(out.side) && isHorizontal(in.side))
        return ahead > -12 && towards > -12 && (ahead >= 28 || std::abs(way.y) > 70);
    if (!isHorizontal(out.side) && !isHorizontal(in.side))
        return std::min(ahead, towards) >= 14 && std::abs(way.x) <= 4 * ahead + 40;
    return ahead >= 18 && towards >= 16;
}

RouteShape curve(const RouteField& field, const Port& out, const Port& in)
{
    RouteShape shape;
    const Point from = portPoint(field, out);
    const Point to = portPoint(field, in);
    if (core::distance(from, to) > kLongestCurve || !curveMakesSense(from, to, out, in))
        return shape;
    for (int attempt = 0; attempt < 3; ++attempt) {
        const auto [start, end] = reaches(from, to, out, in, attempt);
        const Cubic cubic{from, from + outward(out.side) * start.x, to + outward(in.side) * end.x, to};
        if (!field.isFree(cubic, out.node, in.node, kCurveClearance))
            continue;
        shape.kind = ShapeKind::curve;
        shape.out = out;
        shape.in = in;
        shape.corners.assign(cubic.begin(), cubic.end());
        const double length = lengthOf(shape);
        const double direct = core::distance(from, to);
        shape.cost =
            length + kCurveCost + kSteepCost * (length - direct) * 2 + sideCost(field, out, in) + 4.0 * attempt;
        return shape;
    }
    return shape;
}

/// One corner: out of one direction, in by the other.
RouteShape oneCorner(const RouteField& field, const Port& out, const Port& in)
{
    const Point from = portPoint(field, out);
    const Point to = portPoint(field, in);
    const Point corner = isHorizontal(out.side) ? Point{to.x, from.y} : Point{from.x, to.y};
    const Point leave = corner - from;
    const Point arrive = to - corner;
    const Point go = outward(out.side);
    const Point back = outward(in.side);
    if (leave.x * go.x + leave.y * go.y < kDepartureRun || -(arrive.x * back.x + arrive.y * back.y) < kArrivalRun)
        return {};
    return bent(field, out, in, {from, corner, to});
}

/// Two corners, right to left: along, one vertical run, along. Tries the vertical near either end and half-way.
RouteShape twoCorners(const RouteField& field, const Port& out, const Port& in)
{
    RouteShape best;
    const Point from = portPoint(field, out);
    const Point to = portPoint(field, in);
    if (to.x - from.x < kDepartureRun + kArrivalRun)
        return best;
    const auto atStart = field.column(from, 1, to.y, kDepartureRun + 4, out.node);
    const auto atEnd = field.column(to, -1, from.y, kArrivalRun + 4, in.node);
    for (const auto& x : {atStart, atEnd}) {
        if (!x || *x - from.x < 6 || to.x - *x < kArrivalRun - 4)
            continue;
        RouteShape shape = bent(field, out, in, {from, {*x, from.y}, {*x, to.y}, to});
        if (shape.kind != ShapeKind::none && (best.kind == ShapeKind::none || shape.cost < best.cost))
            best = std::move(shape);
    }
    return best;
}

Stretch inset(double lo, double hi, double by)
{
    const double room = std::min(by, (hi - lo) / 2);
    return {lo + room, hi - room};
}

} // namespace

Point outward(Side side)
{
    switch (side) {
    case Side::left:
        return {-1, 0};
    case Side::right:
        return {1, 0};
    case Side::top:
        return {0, -1};
    case Side::bottom:
        return {0, 1};
    }
    return {0, 0};
}

bool textStandsLeft(const RouteNode& node)
{
    return node.detail == Detail::label && node.anchorX > node.box.centre().x;
}

std::span<const Side> departureSides(const RouteNode& node)
{
    static constexpr std::array<Side, 4> kSides{Side::right, Side::top, Side::bottom, Side::left};
    return std::span(kSides).first(textStandsRight(node) ? 4 : 3);
}

std::span<const Side> arrivalSides(const RouteNode& node)
{
    static constexpr std::array<Side, 3> kSides{Side::left, Side::top, Side::bottom};
    static constexpr std::array<Side, 3> kSidesOfTheLeftward{Side::right, Side::top, Side::bottom};
    return textStandsLeft(node) ? kSidesOfTheLeftward : kSides;
}

double departureCost(const RouteNode& node, Side side)
{
    if (!isHorizontal(side))
        return node.detail == Detail::label ? 12 : 22;
    // Behind a text is well away from the dot, but before the dot a line sets out against time.
    if (textStandsRight(node))
        return side == Side::right ? 40 : 60;
    return side == Side::right ? 0 : 160;
}

double arrivalCost(const RouteNode& node, Side side)
{
    if (!isHorizontal(side))
        return 18;
    if (textStandsLeft(node))
        return side == Side::right ? 40 : 1000;
    return side == Side::left ? 0 : 160;
}

double portMiddle(const RouteNode& node, Side side)
{
    if (isHorizontal(side))
        return node.box.centre().y;
    if (node.detail == Detail::label || node.detail == Detail::dot)
        return portRange(node, side).clamp(node.anchorX);
    return node.box.centre().x;
}

Stretch portRange(const RouteNode& node, Side side)
{
    const Rect& box = node.box;
    switch (node.detail) {
    case Detail::card:
        return isHorizontal(side) ? inset(box.top(), box.bottom(), 9) : inset(box.left(), box.right(), 14);
    case Detail::cluster:
        return isHorizontal(side) ? inset(box.top(), box.bottom(), 5) : inset(box.left(), box.right(), 5);
    case Detail::label: {
        if (isHorizontal(side))
            return {box.centre().y, box.centre().y};
        const Stretch all = inset(box.left(), box.right(), 4);
        const double before = textStandsLeft(node) ? kAlongText : kBehindDot;
        const double after = textStandsLeft(node) ? kBehindDot : kAlongText;
        return {all.clamp(node.anchorX - before), all.clamp(node.anchorX + after)};
    }
    case Detail::dot:
        break;
    }
    const double middle = isHorizontal(side) ? box.centre().y : box.centre().x;
    return {middle, middle};
}

Point portPoint(const RouteField& field, const Port& port)
{
    const RouteNode& node = field.nodes()[port.node];
    switch (port.side) {
    case Side::left:
        return {node.box.left(), port.along};
    case Side::right:
        return {node.box.right(), port.along};
    case Side::top:
        return {port.along, node.box.top()};
    case Side::bottom:
        break;
    }
    const bool barThere = !node.barX.empty() && port.along > node.barX.lo - 7 && port.along < node.barX.hi + 7;
    return {port.along, barThere ? node.barBottom + 2 : node.box.bottom()};
}

RouteShape straightShape(const RouteField& field, const Port& out, const Port& in)
{
    RouteShape shape;
    const Point go = outward(out.side);
    if (outward(in.side) + go != Point{})
        return shape;
    const Stretch a = portRange(field.nodes()[out.node], out.side);
    const Stretch b = portRange(field.nodes()[in.node], in.side);
    const Stretch both{std::max(a.lo, b.lo), std::min(a.hi, b.hi)};
    if (both.empty())
        return shape;
    const double wish = isHorizontal(out.side) ? portMiddle(field.nodes()[in.node], in.side) : (both.lo + both.hi) / 2;
    for (const double share : {0.0, 0.25, -0.25, 0.45, -0.45}) {
        shape.out = out;
        shape.in = in;
        shape.out.along = shape.in.along = both.clamp(both.clamp(wish) + share * (both.hi - both.lo));
        const Point from = portPoint(field, shape.out);
        const Point to = portPoint(field, shape.in);
        const double length = (to.x - from.x) * go.x + (to.y - from.y) * go.y;
        const std::array<Point, 2> line{from, to};
        if (length < kDepartureRun)
            return shape;
        if (!field.isFree(line, out.node, in.node, kCurveClearance))
            continue;
        shape.kind = ShapeKind::straight;
        shape.corners.assign(line.begin(), line.end());
        shape.cost = length + sideCost(field, out, in);
        return shape;
    }
    return shape;
}

RouteShape simpleShape(const RouteField& field, const Port& out, const Port& in)
{
    RouteShape best = curve(field, out, in);
    const bool across = isHorizontal(out.side) != isHorizontal(in.side);
    RouteShape cornered;
    if (across)
        cornered = oneCorner(field, out, in);
    else if (out.side == Side::right && in.side == Side::left)
        cornered = twoCorners(field, out, in);
    if (cornered.kind != ShapeKind::none && (best.kind == ShapeKind::none || cornered.cost < best.cost))
        return cornered;
    return best;
}

RouteShape withPorts(const RouteField& field, const RouteShape& shape, const Port& out, const Port& in)
{
    std::vector<Point> corners = shape.corners;
    const std::size_t last = corners.size() - 1;
    if (shape.kind != ShapeKind::bent || (last == 1 && out.along != in.along))
        return {};
    corners[0] = portPoint(field, out);
    corners[last] = portPoint(field, in);
    (isHorizontal(out.side) ? corners[1].y : corners[1].x) = out.along;
    (isHorizontal(in.side) ? corners[last - 1].y : corners[last - 1].x) = in.along;
    RouteShape moved = bent(field, out, in, std::move(corners));
    moved.cost = std::max(moved.cost, shape.cost);
    return moved;
}

std::vector<Point> flattened(const RouteShape& shape)
{
    if (shape.kind != ShapeKind::curve)
        return shape.corners;
    const Cubic cubic{shape.corners[0], shape.corners[1], shape.corners[2], shape.corners[3]};
    std::vector<Point> points;
    const int chords = 16;
    points.reserve(chords + 1);
    for (int i = 0; i <= chords; ++i)
        points.push_back(pointOn(cubic, static_cast<double>(i) / chords));
    return points;
}

double lengthOf(const RouteShape& shape)
{
    double length = 0;
    const std::vector<Point> points = flattened(shape);
    for (std::size_t i = 1; i < points.size(); ++i)
        length += core::distance(points[i - 1], points[i]);
    return length;
}

} // namespace fabula::layout
