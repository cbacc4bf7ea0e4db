#include "layout/timeline/route_finish.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::layout {
namespace {

struct Wandering
{
    std::size_t bends;
    double lengthening; ///< over the Manhattan distance of the two ends
    double extraPx;
};
/// By rank.
constexpr std::array<Wandering, 3> kWandering{{{3, 1.2, 90}, {6, 1.8, 240}, {10, 3, 500}}};
constexpr double kFinalClearance = 1.5;

/// The arcs at the corners, as chords, the way a painter rounds them: at most half of either run.
bool arcsAreFree(const RouteField& field, const RouteDraft& draft, double radius)
{
    const std::vector<Point>& corners = draft.shape.corners;
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        const double before = core::distance(corners[i - 1], corners[i]);
        const double after = core::distance(corners[i], corners[i + 1]);
        const double r = std::min({radius, before / 2, after / 2});
        if (r < 0.5)
            continue;
        const Point a = corners[i] + (corners[i - 1] - corners[i]) * (r / before);
        const Point b = corners[i] + (corners[i + 1] - corners[i]) * (r / after);
        Point last = a;
        for (int step = 1; step <= 4; ++step) {
            const double t = step / 4.0;
            // Between a circle and a quadratic curve: the chord of the circle's own arc lies furthest inside.
            const double w = 0.41421356;
            const Point control = corners[i];
            const double s = 1 - t;
            const double weight = s * s + 2 * s * t * (1 - w / 2) + t * t;
            const Point here = (a * (s * s) + control * (2 * s * t * (1 - w / 2)) + b * (t * t)) * (1 / weight);
            const Rect box{std::min(last.x, here.x), std::min(last.y, here.y), std::abs(last.x - here.x),
                           std::abs(last.y - here.y)};
            if (!field.isFree(box.grown(kFinalClearance), draft.from, draft.to))
                return false;
            last = here;
        }
    }
    return true;
}

/// Whether a run lies over one of the link's own two boxes, other than the run that begins or ends there.
bool runsOverItsEnds(const RouteField& field, const RouteDraft& draft)
{
    const std::vector<Point>& corners = draft.shape.corners;
    for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
        const Point a = corners[i];
        const Point b = corners[i + 1];
        const Rect run{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
        if ((i > 0 && run.overlaps(field.nodes()[draft.from].box)) ||
            (i + 2 < corners.size() && run.overlaps(field.nodes()[draft.to].box)))
            return true;
    }
    return false;
}

bool isFreeAsDrawn(const RouteField& field, const RouteDraft& draft)
{
    const RouteShape& shape = draft.shape;
    if (shape.kind == ShapeKind::none)
        return false;
    if (shape.kind == ShapeKind::curve)
        return field.isFree(Cubic{shape.corners[0], shape.corners[1], shape.corners[2], shape.corners[3]}, draft.from,
                            draft.to, kFinalClearance);
    return !runsOverItsEnds(field, draft) && field.isFree(shape.corners, draft.from, draft.to, kFinalClearance);
}

/// Drops corners that lie on each other or on a straight line; they come from runs that got the same track. What is
/// within a hair of that counts as that, and the runs stay straight.
void tidy(std::vector<Point>& corners)
{
    constexpr double kHair = 0.05;
    const auto column = [](Point a, Point b) { return std::abs(a.x - b.x) < kHair; };
    const auto row = [](Point a, Point b) { return std::abs(a.y - b.y) < kHair; };
    std::vector<Point> kept;
    for (Point corner : corners) {
        if (!kept.empty() && column(kept.back(), corner) && row(kept.back(), corner))
            continue;
        if (!kept.empty() && column(kept.back(), corner))
            corner.x = kept.back().x;
        else if (!kept.empty() && row(kept.back(), corner))
            corner.y = kept.back().y;
        if (kept.size() >= 2) {
            const Point a = kept[kept.size() - 2];
            const Point b = kept.back();
            if ((a.x == b.x && b.x == corner.x) || (a.y == b.y && b.y == corner.y))
                kept.pop_back();
        }
        kept.push_back(corner);
    }
    corners = std::move(kept);
}

} // namespace

bool isSilly(const RouteField& field, const RouteShape& shape, LinkRank rank)
{
    if (shape.kind != ShapeKind::bent)
        return false;
    const Point from = portPoint(field, shape.out);
    const Point to = portPoint(field, shape.in);
    const double manhattan = std::abs(from.x - to.x) + std::abs(from.y - to.y);
    const Wandering& most = kWandering[static_cast<std::size_t>(rank)];
    return shape.corners.size() > most.bends + 2 || lengthOf(shape) > most.lengthening * manhattan + most.extraPx;
}

LinkRoute finished(const RouteField& field, const RouteDraft& draft)
{
    LinkRoute route;
    route.link = draft.link;
    RouteDraft checked = draft;
    if (checked.shape.kind != ShapeKind::curve)
        tidy(checked.shape.corners);
    if (isFreeAsDrawn(field, checked) && !isSilly(field, checked.shape, checked.rank)) {
        route.shape = LinkShape::routed;
        route.smooth = checked.shape.kind == ShapeKind::curve;
        route.corners = checked.shape.corners;
        for (route.radius = 14; !route.smooth && route.radius > 2 && !arcsAreFree(field, checked, route.radius);)
            route.radius -= 3;
        return route;
    }
    route.shape = LinkShape::hidden;
    return route;
}

} // namespace fabula::layout
