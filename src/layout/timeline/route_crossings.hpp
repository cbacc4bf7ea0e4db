#pragma once

#include "layout/timeline/route_shapes.hpp"

#include <vector>

namespace fabula::layout {

/// The lines that are there already, to count how often another would cross them.
class RouteCrossings
{
public:
    void add(const RouteShape& shape);
    /// Linear in the lines, and in the segments of those whose bounds it meets.
    int with(const RouteShape& shape) const;

private:
    struct Line
    {
        Rect bounds;
        std::vector<Point> points;
    };
    static Line lineOf(const RouteShape& shape);

    std::vector<Line> lines_;
};

} // namespace fabula::layout
