#pragma once

#include "layout/timeline/route_spacing.hpp"

#include <vector>

namespace fabula::layout {

/// Finds room for what stands for a link that has no way: a short piece at either end, straight out of its box. The
/// free end of a piece is what a reader takes for its origin, so it keeps well away from every other box and line: a
/// piece that seemed to come from another event would tell a cause that nobody wrote.
class StubPlacer
{
public:
    static constexpr double kEndClearance = 8; ///< px from the free end to anything foreign
    static constexpr double kShortest = 14;    ///< px; an arrow head and enough line to see where it points

    /// Keeps references to both.
    StubPlacer(const RouteField& field, const TimelineLayout& layout) : field_(field), layout_(layout) {}

    /// A line that is drawn: a route, pieces already placed, or a ribbon. Keep all in before the first piece is placed.
    void avoid(const LinkRoute& route);
    void avoid(const LinkRibbon& ribbon);

    /// Gives the route of a draft without a way its pieces; one of them, or both, may find no room. With none the route
    /// is `hidden`. O(runs).
    void place(const RouteDraft& draft, LinkRoute& route);

private:
    /// A piece from the edge outwards, and how little a reader would like it.
    struct Piece
    {
        std::vector<Point> points;
        double cost = 0;
    };

    void avoidLine(const std::vector<Point>& corners, bool smooth, double halfWidth);
    void avoidPiece(const std::vector<Point>& piece);
    std::vector<Rect> runsNear(const Rect& area) const;
    std::vector<Point> pieceAt(std::size_t node, const Port& preferred, const std::vector<Side>& sides) const;
    bool hasRoom(std::size_t node, Point at, Point end, const std::vector<Rect>& runs) const;
    double costAt(std::size_t node, Point at, Point end, const std::vector<Rect>& runs) const;

    const RouteField& field_;
    const TimelineLayout& layout_;
    std::vector<Rect> runs_;
};

} // namespace fabula::layout
