#pragma once

#include "layout/timeline/route_boxes.hpp"
#include "layout/timeline/timeline_layout.hpp"

#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace fabula::layout {

enum class Side : std::uint8_t { left, right, top, bottom };

constexpr bool isHorizontal(Side side)
{
    return side == Side::left || side == Side::right;
}

/// Control points of a cubic Bézier.
using Cubic = std::array<Point, 4>;
Point pointOn(const Cubic& cubic, double t);
/// How many chords stand for the curve so that none is longer than about 12 px (8 to 160).
int chordsOf(const Cubic& cubic);

/// What a link can start or end at: a placed event, or a cluster that holds it.
struct RouteNode
{
    Rect box;
    LaneId lane;
    Detail detail = Detail::dot;
    int importance = 0; ///< of the event; 0 for a cluster
    double anchorX = 0;
    Stretch barX; ///< of the date bar below the box; empty if there is none below
    double barBottom = 0;
    std::size_t band = 0;
};

/// A horizontal strip of the layout that holds boxes (one slot of a lane, or its strip of clusters) and the stretches
/// of x where a vertical run passes it, with clearance already taken off; the outermost reach to ±`kFarAway`.
struct RouteBand
{
    double y0 = 0;
    double y1 = 0;
    std::vector<Stretch> passages;
};

/// What the placement leaves free between the boxes of all events and clusters. Between the bands lie the corridors:
/// corridor i is above band i, the last one below all.
class RouteField
{
public:
    static constexpr std::size_t kNoNode = RouteBoxes::kNone;
    static constexpr double kFarAway = RouteBoxes::kFarAway;
    /// Between a run and any box.
    static constexpr double kClearance = 4;

    /// O(n log n). Keeps no reference to the layout.
    explicit RouteField(const TimelineLayout& layout);

    const std::vector<RouteNode>& nodes() const { return nodes_; }
    /// The event's own node, or that of its cluster, or `kNoNode` when it is not drawn at all.
    std::size_t nodeOf(EventId event) const;
    bool isCluster(std::size_t node) const { return node >= clusterBase_ && node < nodes_.size(); }

    const std::vector<RouteBand>& bands() const { return bands_; }
    /// Where runs may lie in a corridor; empty if it is too thin for any.
    Stretch corridor(std::size_t index) const { return corridors_[index]; }
    std::size_t corridorCount() const { return corridors_.size(); }

    /// A box that overlaps `area`, other than those of the two nodes; `kNoNode` if it is free.
    std::size_t hit(const Rect& area, std::size_t exceptA = kNoNode, std::size_t exceptB = kNoNode) const
    {
        return boxes_.hit(area, exceptA, exceptB);
    }
    bool isFree(const Rect& area, std::size_t exceptA = kNoNode, std::size_t exceptB = kNoNode) const
    {
        return hit(area, exceptA, exceptB) == kNoNode;
    }
    /// Whether no date bar but the node's own lies in the area.
    bool isClearOfBars(const Rect& area, std::size_t except) const
    {
        return bars_.hit(area, except, except) == RouteBoxes::kNone;
    }
    /// Whether the curve keeps `clearance` px from all foreign boxes and out of the insides of its own two.
    bool isFree(const Cubic& cubic, std::size_t from, std::size_t to, double clearance) const;
    /// The same for a polyline of horizontal and vertical runs.
    bool isFree(std::span<const Point> corners, std::size_t from, std::size_t to, double clearance) const;

    /// How far a vertical run at x over [y0, y1] can be moved sideways before it comes near a box.
    Stretch columnSlack(double x, double y0, double y1) const;
    /// How far a horizontal run at y over [x0, x1] can be moved up and down before it comes near a box or a date bar.
    Stretch rowSlack(double y, double x0, double x1) const;
    /// The first x, going from (x, y) in `direction` by at least about `step`, where a vertical run to `yEnd` is free
    /// and can be reached along y. None if a box bars the way first.
    std::optional<double> column(Point from, int direction, double yEnd, double step, std::size_t self) const;

private:
    void addNodes(const TimelineLayout& layout);
    void addBoxes(const TimelineLayout& layout);
    void addBands(const TimelineLayout& layout);
    void addPassages();

    std::vector<RouteNode> nodes_;
    std::vector<std::size_t> nodeOfEvent_;
    std::size_t clusterBase_ = 0;
    RouteBoxes boxes_;
    RouteBoxes bars_;
    double height_ = 0;
    std::vector<RouteBand> bands_;
    std::vector<Stretch> corridors_;
};

} // namespace fabula::layout
