#include "layout/timeline/route_crossings.hpp"

#include <algorithm>

namespace fabula::layout {
namespace {

double turn(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cross(Point a, Point b, Point c, Point d)
{
    if (std::max(a.x, b.x) < std::min(c.x, d.x) || std::max(c.x, d.x) < std::min(a.x, b.x) ||
        std::max(a.y, b.y) < std::min(c.y, d.y) || std::max(c.y, d.y) < std::min(a.y, b.y))
        return false;
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

} // namespace

RouteCrossings::Line RouteCrossings::lineOf(const RouteShape& shape)
{
    Line line;
    line.points = flattened(shape);
    double x0 = RouteField::kFarAway;
    double y0 = x0;
    double x1 = -x0;
    double y1 = -x0;
    for (const Point& p : line.points) {
        x0 = std::min(x0, p.x);
        x1 = std::max(x1, p.x);
        y0 = std::min(y0, p.y);
        y1 = std::max(y1, p.y);
    }
    // Never empty, so that straight lines overlap what they touch.
    line.bounds = Rect{x0, y0, x1 - x0, y1 - y0}.grown(0.5);
    return line;
}

void RouteCrossings::add(const RouteShape& shape)
{
    if (shape.kind != ShapeKind::none)
        lines_.push_back(lineOf(shape));
}

int RouteCrossings::with(const RouteShape& shape) const
{
    if (shape.kind == ShapeKind::none)
        return 0;
    const Line line = lineOf(shape);
    int count = 0;
    for (const Line& other : lines_) {
        if (!other.bounds.overlaps(line.bounds))
            continue;
        for (std::size_t i = 1; i < line.points.size(); ++i)
            for (std::size_t j = 1; j < other.points.size(); ++j)
                count += cross(line.points[i - 1], line.points[i], other.points[j - 1], other.points[j]);
    }
    return count;
}

} // namespace fabula::layout
