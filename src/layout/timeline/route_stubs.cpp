#include "layout/timeline/route_stubs.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::layout {
namespace {

constexpr std::array<double, 4> kLengths{24, 20, 17, StubPlacer::kShortest};
/// Of a piece's sides from boxes and from lines: as much as any run keeps, so that arrow heads stay apart.
constexpr double kBoxClearance = RouteField::kClearance;
constexpr double kLineClearance = 5;
constexpr double kBarClearance = 2;
/// By the rank of a side: the last ones go against the way time runs.
constexpr std::array<double, 4> kSideCost{0, 8, 12, 30};
constexpr double kMissingLengthCost = 0.4;
constexpr double kOnBarCost = 45;
constexpr double kNoNameCost = 18;
constexpr double kAwayFromPortCost = 2;
/// Of an arc's radius: how far its middle lies inside the corner, in x and in y.
constexpr double kCutCorner = 0.3;
/// Room that a name of a few letters would take.
constexpr core::Size kName{52, 14};
constexpr double kNameGap = 5;

Rect around(Point a, Point b)
{
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

bool meetsAny(const std::vector<Rect>& runs, const Rect& area)
{
    return std::any_of(runs.begin(), runs.end(), [&](const Rect& run) { return run.overlaps(area); });
}

std::vector<double> portsAlong(const RouteNode& node, Side side, double preferred)
{
    const Stretch range = portRange(node, side);
    std::vector<double> ports{range.clamp(preferred)};
    for (const double share : {0.5, 0.25, 0.75, 0.0, 1.0})
        ports.push_back(range.lo + share * (range.hi - range.lo));
    return ports;
}

/// The sides of a piece by preference. Of a label none is at the far end of a text that stands left of its dot, and
/// none for an arrow at the end of a text at all: there a piece would tell a time that is not the event's.
std::vector<Side> leavingSides(const RouteNode& node, Side towards, Side away)
{
    std::vector<Side> sides{Side::right, towards, away};
    if (!textStandsLeft(node))
        sides.push_back(Side::left);
    return sides;
}

std::vector<Side> arrivingSides(const RouteNode& node, Side towards, Side away)
{
    std::vector<Side> sides{arrivalSides(node).front(), away, towards};
    if (node.detail != Detail::label)
        sides.push_back(Side::right);
    return sides;
}

/// Where a name could stand ahead of a level piece, and around the end of an upright one.
std::vector<Rect> nameRooms(Point at, Point end)
{
    const double middle = end.y - kName.height / 2;
    const Rect right{end.x + kNameGap, middle, kName.width, kName.height};
    const Rect left{end.x - kNameGap - kName.width, middle, kName.width, kName.height};
    if (at.y == end.y)
        return {end.x > at.x ? right : left};
    return {right, left};
}

} // namespace

void StubPlacer::avoidLine(const std::vector<Point>& corners, bool smooth, double halfWidth)
{
    const auto add = [&](Point a, Point b) { runs_.push_back(around(a, b).grown(halfWidth)); };
    if (smooth && corners.size() == 4) {
        const Cubic cubic{corners[0], corners[1], corners[2], corners[3]};
        const int chords = chordsOf(cubic);
        for (int i = 0; i < chords; ++i)
            add(pointOn(cubic, static_cast<double>(i) / chords), pointOn(cubic, static_cast<double>(i + 1) / chords));
        return;
    }
    for (std::size_t i = 1; i < corners.size(); ++i)
        add(corners[i - 1], corners[i]);
}

void StubPlacer::avoid(const LinkRoute& route)
{
    // A hair's breadth, so that a run has an inside to overlap.
    avoidLine(route.corners, route.smooth, 0.01);
    avoidLine(route.targetStub, false, 0.01);
    // A rounded corner is cut short: what lies inside the bend is nearer to the line than to its runs.
    for (std::size_t i = 1; !route.smooth && i + 1 < route.corners.size(); ++i) {
        const Point corner = route.corners[i];
        const auto cut = [&](Point towards) {
            const double length = core::distance(corner, towards);
            const double r = std::min(route.radius, length / 2);
            return length > 0 ? corner + (towards - corner) * (r / length * kCutCorner) : corner;
        };
        runs_.push_back(around(cut(route.corners[i - 1]), cut(route.corners[i + 1])));
    }
}

// Later pieces keep off its free end as it kept off the earlier ones.
void StubPlacer::avoidPiece(const std::vector<Point>& piece)
{
    avoidLine(piece, false, 0.01);
    if (!piece.empty())
        runs_.push_back(Rect{piece.back().x, piece.back().y, 0, 0}.grown(kEndClearance - kLineClearance));
}

void StubPlacer::avoid(const LinkRibbon& ribbon)
{
    avoidLine(ribbon.corners, false, ribbon.width / 2);
}

std::vector<Rect> StubPlacer::runsNear(const Rect& area) const
{
    std::vector<Rect> near;
    std::copy_if(runs_.begin(), runs_.end(), std::back_inserter(near),
                 [&](const Rect& run) { return run.overlaps(area); });
    return near;
}

bool StubPlacer::hasRoom(std::size_t node, Point at, Point end, const std::vector<Rect>& runs) const
{
    const Rect piece = around(at, end);
    const Rect tip = Rect{end.x, end.y, 0, 0}.grown(kEndClearance);
    return tip.top() >= 0 && tip.bottom() <= layout_.height && field_.isFree(tip, node) &&
           field_.isFree(piece.grown(kBoxClearance), node) && !meetsAny(runs, tip) &&
           !meetsAny(runs, piece.grown(kLineClearance));
}

double StubPlacer::costAt(std::size_t node, Point at, Point end, const std::vector<Rect>& runs) const
{
    double cost = kMissingLengthCost * (kLengths.front() - core::distance(at, end));
    if (!field_.isClearOfBars(around(at, end).grown(kBarClearance), node))
        cost += kOnBarCost;
    const std::vector<Rect> names = nameRooms(at, end);
    if (std::none_of(names.begin(), names.end(),
                     [&](const Rect& name) { return field_.isFree(name) && !meetsAny(runs, name); }))
        cost += kNoNameCost;
    return cost;
}

std::vector<Point> StubPlacer::pieceAt(std::size_t node, const Port& preferred, const std::vector<Side>& sides) const
{
    const RouteNode& here = field_.nodes()[node];
    const std::vector<Rect> runs = runsNear(here.box.grown(kLengths.front() + kName.width + 2 * kEndClearance));
    Piece best;
    for (std::size_t rank = 0; rank < sides.size(); ++rank) {
        const Side side = sides[rank];
        const bool own = preferred.node == node && preferred.side == side;
        const double wish = own ? preferred.along : portMiddle(here, side);
        for (const double along : portsAlong(here, side, wish)) {
            const Point at = portPoint(field_, {node, side, along});
            for (const double length : kLengths) {
                const Point end = at + outward(side) * length;
                if (!hasRoom(node, at, end, runs))
                    continue;
                const double cost =
                    kSideCost[rank] + (along == wish ? 0 : kAwayFromPortCost) + costAt(node, at, end, runs);
                if (best.points.empty() || cost < best.cost)
                    best = {{at, end}, cost};
            }
        }
    }
    return best.points;
}

void StubPlacer::place(const RouteDraft& draft, LinkRoute& route)
{
    const bool later = field_.nodes()[draft.from].box.centre().y < field_.nodes()[draft.to].box.centre().y;
    const Side towards = later ? Side::bottom : Side::top;
    const Side away = later ? Side::top : Side::bottom;
    route.corners = pieceAt(draft.from, draft.shape.out, leavingSides(field_.nodes()[draft.from], towards, away));
    avoidPiece(route.corners);
    route.targetStub = pieceAt(draft.to, draft.shape.in, arrivingSides(field_.nodes()[draft.to], towards, away));
    avoidPiece(route.targetStub);
    std::reverse(route.targetStub.begin(), route.targetStub.end());
    route.shape = route.corners.empty() && route.targetStub.empty() ? LinkShape::hidden : LinkShape::stubs;
}

} // namespace fabula::layout
