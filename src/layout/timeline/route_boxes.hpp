#pragma once

#include "core/geometry.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace fabula::layout {

using core::Point;
using core::Rect;

/// A closed stretch of one axis in px; empty when `hi < lo`.
struct Stretch
{
    double lo = 0;
    double hi = 0;

    bool empty() const { return hi < lo; }
    double clamp(double value) const { return value < lo ? lo : (value > hi ? hi : value); }
    bool contains(double value) const { return value >= lo && value <= hi; }
};

/// Boxes that stand in rows, each row sorted by x and (nearly) free of overlaps, so that a question costs
/// O(rows touched · log n). Boxes have owners, by index.
class RouteBoxes
{
public:
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
    static constexpr double kFarAway = 1e12;

    struct Box
    {
        Rect rect;
        std::size_t row = 0; ///< any number; boxes of one row don't overlap in x
        std::size_t owner = 0;
    };

    RouteBoxes() = default;
    /// O(n log n).
    explicit RouteBoxes(std::vector<Box> boxes);

    /// The owner of a box that overlaps `area`, but for the two; `kNone` if there is none.
    std::size_t hit(const Rect& area, std::size_t exceptA, std::size_t exceptB) const;
    /// The free x around a vertical line over [y0, y1], to the next boxes on either side.
    Stretch freeAcrossColumn(double x, double y0, double y1) const;
    /// The free y around a horizontal line over [x0, x1], to the next boxes above and below.
    Stretch freeAcrossRow(double y, double x0, double x1) const;
    /// The x of the first box met from (x, y) to the right (`direction` 1) or left (-1); ±`kFarAway` if none.
    double reach(Point from, int direction, std::size_t except) const;

private:
    struct Row
    {
        double y0 = 0;
        double y1 = 0;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    struct Block
    {
        Rect rect;
        double reach = 0; ///< greatest right edge so far in its row
        std::size_t owner = 0;
    };

    template <class Visit>
    void forRows(double y0, double y1, Visit&& visit) const;
    bool crosses(const Row& row, double x0, double x1) const;

    std::vector<Block> blocks_;
    std::vector<Row> rows_;
    std::vector<double> rowReach_; ///< greatest y1 of the rows up to here
};

} // namespace fabula::layout
