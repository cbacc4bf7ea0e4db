#include "layout/timeline/route_spacing.hpp"

#include "layout/timeline/route_tracks.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace fabula::layout {
namespace {

constexpr double kPortSpacing = 12;
constexpr double kLeastPortSpacing = 4;
constexpr double kTrackSpacing = 6;
constexpr double kLeastTrackSpacing = 3;
/// What the first and the last run of a link keep of their length: a turn, and an arrow head before a turn.
constexpr double kOutRoom = 6;
constexpr double kInRoom = 11;
/// How far a vertical run may be moved from where the search put it.
constexpr double kSway = 64;

struct PortUse
{
    std::size_t node = 0;
    Side side = Side::right;
    std::size_t draft = 0;
    bool out = false;
    bool fixed = false;
    double key = 0;
};

Port& portOf(RouteDraft& draft, bool out)
{
    return out ? draft.shape.out : draft.shape.in;
}

/// Increases from the first port of a side to its last, in the order of what lies in that direction.
double directionKey(const RouteField& field, const RouteDraft& draft, bool out, Side side)
{
    const Point here = field.nodes()[out ? draft.from : draft.to].box.centre();
    const Point other = field.nodes()[out ? draft.to : draft.from].box.centre();
    if (isHorizontal(side)) {
        const double ahead = std::max(40.0, (other.x - here.x) * (side == Side::right ? 1 : -1));
        return (other.y - here.y) / ahead;
    }
    return other.x;
}

/// Moves straight shapes that would lie on each other apart, and gives up those that find no place.
void separateStraights(const RouteField& field, std::vector<RouteDraft>& drafts)
{
    std::vector<std::vector<std::pair<Side, double>>> taken(field.nodes().size());
    const auto isTaken = [&](const Port& port, double along) {
        return std::any_of(taken[port.node].begin(), taken[port.node].end(),
                           [&](const auto& use) { return use.first == port.side && std::abs(use.second - along) < 8; });
    };
    for (RouteDraft& draft : drafts) {
        RouteShape& shape = draft.shape;
        if (shape.kind != ShapeKind::straight)
            continue;
        const Stretch a = portRange(field.nodes()[draft.from], shape.out.side);
        const Stretch b = portRange(field.nodes()[draft.to], shape.in.side);
        const double wanted = shape.out.along;
        bool placed = false;
        for (double offset : {0.0, 10.0, -10.0, 20.0, -20.0, 30.0, -30.0}) {
            const double along = wanted + offset;
            if (!a.contains(along) || !b.contains(along) || isTaken(shape.out, along) || isTaken(shape.in, along))
                continue;
            shape.out.along = shape.in.along = along;
            shape.corners = {portPoint(field, shape.out), portPoint(field, shape.in)};
            placed = field.isFree(shape.corners, draft.from, draft.to, 3);
            if (placed)
                break;
        }
        if (!placed) {
            shape = {};
            continue;
        }
        taken[draft.from].emplace_back(shape.out.side, shape.out.along);
        taken[draft.to].emplace_back(shape.in.side, shape.in.along);
    }
}

void spreadSide(const RouteField& field, std::vector<RouteDraft>& drafts, const PortUse* begin, const PortUse* end)
{
    const Stretch range = portRange(field.nodes()[begin->node], begin->side);
    const auto count = static_cast<std::size_t>(end - begin);
    if (count < 2 || range.hi - range.lo < 1)
        return;
    std::vector<TrackRun> runs(count);
    std::vector<TrackRun*> order;
    for (std::size_t i = 0; i < count; ++i) {
        const double along = portOf(drafts[begin[i].draft], begin[i].out).along;
        runs[i].wanted = range.clamp(along);
        runs[i].lo = begin[i].fixed ? along : range.lo;
        runs[i].hi = begin[i].fixed ? along : range.hi;
        runs[i].end = 1;
        order.push_back(&runs[i]);
    }
    bool done = false;
    for (double spacing = kPortSpacing; !done && spacing >= kLeastPortSpacing; spacing -= 2)
        done = separate(order, spacing);
    for (std::size_t i = 0; i < count; ++i) {
        const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(count);
        if (!begin[i].fixed)
            portOf(drafts[begin[i].draft], begin[i].out).along =
                done ? runs[i].position : range.lo + share * (range.hi - range.lo);
    }
}

int signOf(double value)
{
    return value > 0 ? 1 : (value < 0 ? -1 : 0);
}

/// Where a run's corners are, so that its new position can be written back.
struct RunOwner
{
    std::size_t draft = 0;
    std::size_t corner = 0; ///< the run goes from this corner to the next
    bool fixed = false;
};

double across(Point point, bool vertical)
{
    return vertical ? point.x : point.y;
}

void moveAcross(Point& point, bool vertical, double position)
{
    (vertical ? point.x : point.y) = position;
}

TrackRun runOf(const std::vector<Point>& corners, std::size_t corner, bool vertical)
{
    Point a = corners[corner];
    Point b = corners[corner + 1];
    const auto along = [vertical](Point p) { return vertical ? p.y : p.x; };
    int turnA = 0;
    int turnB = 0;
    if (corner > 0)
        turnA = signOf(across(corners[corner - 1], vertical) - across(a, vertical));
    if (corner + 2 < corners.size())
        turnB = signOf(across(corners[corner + 2], vertical) - across(b, vertical));
    if (along(a) > along(b)) {
        std::swap(a, b);
        std::swap(turnA, turnB);
    }
    TrackRun run;
    run.wanted = run.lo = run.hi = run.position = across(a, vertical);
    run.begin = along(a);
    run.end = along(b);
    run.turnAtBegin = turnA;
    run.turnAtEnd = turnB;
    return run;
}

/// How far an inner vertical run may move: to the next boxes, and not past the ends it hangs between.
void widenColumn(const RouteField& field, const RouteShape& shape, std::size_t corner, TrackRun& run)
{
    const Stretch slack = field.columnSlack(run.wanted, run.begin, run.end);
    run.lo = std::max(slack.lo, run.wanted - kSway);
    run.hi = std::min(slack.hi, run.wanted + kSway);
    const auto keepBeyond = [&run](Point port, Side side, double least) {
        if (side == Side::right)
            run.lo = std::max(run.lo, port.x + least);
        if (side == Side::left)
            run.hi = std::min(run.hi, port.x - least);
    };
    if (corner == 1)
        keepBeyond(shape.corners.front(), shape.out.side, kOutRoom);
    if (corner + 3 == shape.corners.size())
        keepBeyond(shape.corners.back(), shape.in.side, kInRoom);
    if (run.lo > run.wanted || run.hi < run.wanted)
        run.lo = run.hi = run.wanted;
}

/// How far an inner horizontal run may move: to the next boxes, and not past the far ends of the runs it joins.
void widenRow(const RouteField& field, const RouteShape& shape, std::size_t corner, TrackRun& run)
{
    const Stretch slack = field.rowSlack(run.wanted, run.begin, run.end);
    run.lo = std::max(slack.lo, run.wanted - kSway);
    run.hi = std::min(slack.hi, run.wanted + kSway);
    for (const std::size_t far : {corner - 1, corner + 2}) {
        const double y = shape.corners[far].y;
        // An arrow head needs more of a run than a mere turn.
        const double rise = far + 1 == shape.corners.size() ? 9 : 4;
        if (y < run.wanted)
            run.lo = std::max(run.lo, std::min(run.wanted, y + rise));
        else
            run.hi = std::min(run.hi, std::max(run.wanted, y - rise));
    }
    if (run.lo > run.wanted || run.hi < run.wanted)
        run.lo = run.hi = run.wanted;
}

void spaceDirection(const RouteField& field, std::vector<RouteDraft>& drafts, bool vertical)
{
    std::vector<TrackRun> runs;
    std::vector<RunOwner> owners;
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        const RouteShape& shape = drafts[d].shape;
        if (shape.kind != ShapeKind::bent && shape.kind != ShapeKind::straight)
            continue;
        for (std::size_t corner = 0; corner + 1 < shape.corners.size(); ++corner) {
            // Runs alternate from the first one on, even where one has no length left.
            const bool isVertical = isHorizontal(shape.out.side) == (corner % 2 == 1);
            if (isVertical != vertical)
                continue;
            TrackRun run = runOf(shape.corners, corner, vertical);
            const bool inner = corner > 0 && corner + 2 < shape.corners.size();
            if (inner && vertical)
                widenColumn(field, shape, corner, run);
            else if (inner)
                widenRow(field, shape, corner, run);
            runs.push_back(run);
            owners.push_back({d, corner, !inner});
        }
    }
    assignTracks(runs, kTrackSpacing, kLeastTrackSpacing);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        RouteShape& shape = drafts[owners[i].draft].shape;
        if (owners[i].fixed || shape.kind == ShapeKind::none)
            continue;
        if (!runs[i].placed) {
            shape.kind = ShapeKind::none;
            continue;
        }
        moveAcross(shape.corners[owners[i].corner], vertical, runs[i].position);
        moveAcross(shape.corners[owners[i].corner + 1], vertical, runs[i].position);
    }
}

/// A jog shorter than this looks like a slip of the pen.
constexpr double kSmallJog = 16;

/// Whether another link comes near to the run from `a` to `b` anywhere along it; to cross it is no harm.
bool runIsTaken(const std::vector<RouteDraft>& drafts, std::size_t self, Point a, Point b)
{
    const bool vertical = a.x == b.x;
    const auto along = [vertical](Point p) { return vertical ? p.y : p.x; };
    const double at = across(a, vertical);
    const auto [begin, end] = std::minmax({along(a), along(b)});
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        const RouteShape& shape = drafts[d].shape;
        if (d == self || shape.kind == ShapeKind::none)
            continue;
        for (std::size_t i = 1; i < shape.corners.size(); ++i) {
            const Point c = shape.corners[i - 1];
            const Point e = shape.corners[i];
            const auto [low, high] = std::minmax({across(c, vertical), across(e, vertical)});
            const auto [first, last] = std::minmax({along(c), along(e)});
            const bool crossesStraight = shape.kind != ShapeKind::curve && first == last;
            if (!crossesStraight && low < at + kTrackSpacing && high > at - kTrackSpacing && first < end &&
                last > begin)
                return true;
        }
    }
    return false;
}

void straightenEnd(const RouteField& field, std::vector<RouteDraft>& drafts, std::size_t index, bool out)
{
    RouteDraft& draft = drafts[index];
    std::vector<Point> corners = draft.shape.corners;
    Port port = out ? draft.shape.out : draft.shape.in;
    // The last run moves nothing but its port; with fewer corners it would be the other port's as well.
    if (draft.shape.kind != ShapeKind::bent || isHorizontal(port.side) || corners.size() < 5)
        return;
    if (!out)
        std::reverse(corners.begin(), corners.end());
    const double x = corners[2].x;
    const bool small = std::abs(x - corners[0].x) < kSmallJog && x != corners[0].x;
    if (!small || !portRange(field.nodes()[port.node], port.side).contains(x))
        return;
    port.along = x;
    corners[0] = portPoint(field, port);
    corners[1].x = x;
    if (runIsTaken(drafts, index, corners[0], corners[1]))
        return;
    if (!out)
        std::reverse(corners.begin(), corners.end());
    if (!field.isFree(corners, draft.from, draft.to, 2))
        return;
    draft.shape.corners = std::move(corners);
    (out ? draft.shape.out : draft.shape.in) = port;
}

/// Whether the run from `moved` to `beyond` still leads the same way as before its corner moved, and is long enough for
/// a turn, or for an arrow head, where it ends at a port.
bool keepsItsWay(const std::vector<Point>& before, const std::vector<Point>& corners, std::size_t moved,
                 std::size_t beyond)
{
    const Point was = before[beyond] - before[moved];
    const Point is = corners[beyond] - corners[moved];
    const double least = beyond == 0 ? kOutRoom : beyond + 1 == corners.size() ? kInRoom : 0;
    return was.x * is.x + was.y * is.y > 0 && core::distance({}, is) >= std::min(core::distance({}, was), least);
}

/// Puts the two runs that an inner jog joins, which goes from `corner` to the next, on one track: that of the run
/// before it or that of the run after it. Runs that turn back stay apart.
bool joinRuns(const RouteField& field, std::vector<RouteDraft>& drafts, std::size_t index, std::size_t corner,
              bool keepFirst)
{
    RouteDraft& draft = drafts[index];
    std::vector<Point> corners = draft.shape.corners;
    const std::size_t moved = keepFirst ? corner + 2 : corner - 1;
    if (moved == 0 || moved + 1 == corners.size())
        return false;
    const Point before = corners[corner] - corners[corner - 1];
    const Point after = corners[corner + 2] - corners[corner + 1];
    if (before.x * after.x + before.y * after.y <= 0)
        return false;
    const bool vertical = before.x == 0;
    const double at = across(corners[keepFirst ? corner : corner + 1], vertical);
    for (const std::size_t i : {corner, corner + 1, moved})
        moveAcross(corners[i], vertical, at);
    const std::size_t beyond = keepFirst ? moved + 1 : moved - 1;
    if (!keepsItsWay(draft.shape.corners, corners, moved, beyond) ||
        runIsTaken(drafts, index, corners[corner - 1], corners[corner + 2]) ||
        runIsTaken(drafts, index, corners[moved], corners[beyond]) || !field.isFree(corners, draft.from, draft.to, 2))
        return false;
    draft.shape.corners = std::move(corners);
    return true;
}

void straightenInside(const RouteField& field, std::vector<RouteDraft>& drafts, std::size_t index)
{
    const RouteShape& shape = drafts[index].shape;
    if (shape.kind != ShapeKind::bent)
        return;
    for (std::size_t corner = 1; corner + 2 < shape.corners.size(); ++corner) {
        const double jog = core::distance(shape.corners[corner], shape.corners[corner + 1]);
        if (jog > 0 && jog < kSmallJog && !joinRuns(field, drafts, index, corner, true))
            joinRuns(field, drafts, index, corner, false);
    }
}

} // namespace

void straightenJogs(const RouteField& field, std::vector<RouteDraft>& drafts)
{
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        straightenEnd(field, drafts, i, true);
        straightenEnd(field, drafts, i, false);
        straightenInside(field, drafts, i);
    }
}

void spreadPorts(const RouteField& field, std::vector<RouteDraft>& drafts)
{
    separateStraights(field, drafts);
    std::vector<PortUse> uses;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const RouteShape& shape = drafts[i].shape;
        if (shape.kind == ShapeKind::none)
            continue;
        const bool fixed = shape.kind == ShapeKind::straight;
        for (const bool out : {true, false}) {
            const Port& port = out ? shape.out : shape.in;
            const double key = directionKey(field, drafts[i], out, port.side);
            uses.push_back({port.node, port.side, i, out, fixed, key});
        }
    }
    std::sort(uses.begin(), uses.end(), [](const PortUse& a, const PortUse& b) {
        return std::tuple(a.node, a.side, a.key, a.draft) < std::tuple(b.node, b.side, b.key, b.draft);
    });
    for (std::size_t i = 0; i < uses.size();) {
        std::size_t j = i + 1;
        while (j < uses.size() && uses[j].node == uses[i].node && uses[j].side == uses[i].side)
            ++j;
        spreadSide(field, drafts, &uses[i], &uses[i] + (j - i));
        i = j;
    }
}

void spaceRuns(const RouteField& field, std::vector<RouteDraft>& drafts)
{
    spaceDirection(field, drafts, true);
    spaceDirection(field, drafts, false);
}

} // namespace fabula::layout
