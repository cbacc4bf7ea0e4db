#include "scene/marks.hpp"
#include "scene/story_items.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace fabula::scene {
namespace {

using layout::LinkRoute;
using layout::LinkShape;

constexpr double kSideLinkStrength = 0.5;
constexpr double kFarEndRadius = 2.5;
constexpr double kStrengthForWhole = 0.5; ///< of the emphasis

/// The route as a Bézier chain in the picture; the end is drawn back to make room for a filled head.
std::vector<Point> chainOf(const StoryItems& items, const LinkRoute& route, const std::vector<Point>& corners,
                           double shorten)
{
    std::vector<Point> points;
    points.reserve(corners.size());
    for (Point corner : corners)
        points.push_back(items.at(corner));
    if (points.size() < 2)
        return {};
    Point& end = points.back();
    const Point before = points[points.size() - 2];
    const double length = core::distance(before, end);
    if (length > shorten)
        end = end + (before - end) * (shorten / length);
    return route.smooth && points.size() % 3 == 1 ? points : roundedChain(points, route.radius);
}

/// A broad pale stroke under a link that is new since an older version of the story, a broken one if it changed.
void addHalo(const StoryItems& items, Path path, core::LinkId link)
{
    const model::Novelty novelty = items.graph.story()[link].novelty;
    if (novelty != model::Novelty::added && novelty != model::Novelty::changed)
        return;
    path.colour = core::mixed(items.theme.ground, items.theme.text1, 0.22 * (1 - items.gone(link)));
    path.width += 7 * items.lineScale();
    path.dash = novelty == model::Novelty::changed ? 8 : 0;
    path.dashGap = novelty == model::Novelty::changed ? 8 : 0;
    items.picture.add(std::move(path));
}

void addPiece(const StoryItems& items, const LinkRoute& route, const std::vector<Point>& corners, const LinkPen& pen,
              bool withHead)
{
    const bool filled = withHead && pen.mark.head == LinkHead::filled;
    Path path;
    path.points = chainOf(items, route, corners, filled ? (kLinkHeadLength - 1) * items.lineScale() : 1);
    if (path.points.size() < 4)
        return;
    path.colour = pen.colour;
    path.width = pen.width;
    path.dash = pen.mark.dash;
    path.dashGap = pen.mark.gap;
    addHalo(items, path, route.link);
    items.picture.add(std::move(path), pen.subject);
    if (!withHead)
        return;
    const Point tip = items.at(corners.back());
    const Point before = items.at(corners[corners.size() - 2]);
    const double length = core::distance(before, tip);
    if (length > 0)
        addLinkHead(items.picture, pen, items.lineScale(), tip, (tip - before) * (1 / length));
}

bool inView(const StoryItems& items, const LinkRoute& route)
{
    Rect box;
    auto around = [&](const std::vector<Point>& points) {
        for (Point p : points) {
            const Point q = items.at(p);
            box = core::united(box, Rect{q.x - 8, q.y - 8, 16, 16});
        }
    };
    around(route.corners);
    around(route.targetStub);
    return box.overlaps(items.canvas);
}

/// Links between the weighty events carry the story, and contradictions are what a reader must not miss; the others
/// stay quieter until they are asked for.
bool carriesTheStory(const StoryItems& items, const model::Link& link)
{
    const auto importance = [&](core::EventId event) {
        const layout::PlacedEvent* placed = items.placed.place(event);
        return placed != nullptr ? placed->importance : items.graph.story()[event].importance;
    };
    if (link.kind == model::LinkKind::contradicts)
        return true;
    return std::min(importance(link.from), importance(link.to)) >= 4;
}

/// The free end of a cut link, in the colour of the lane where it goes on: it says so also where a name has no room.
void addFarEnd(const StoryItems& items, Point end, layout::EventId other, double gone, const Subject& subject)
{
    const layout::LaneId in = (*items.placed.laneOf)[other.index()];
    if (!in.valid())
        return;
    const Colour lane = items.theme.lane(items.placed.lanes[in.index()].colour);
    const double radius = kFarEndRadius * items.lineScale();
    const Colour colour = items.receded(lane, gone);
    items.picture.add(Disc{items.at(end), radius, colour, colour, 0}, subject);
}

struct LinkEnd
{
    Point at;  ///< content
    Point out; ///< away from the event, of length 1
};

/// Where a cut link meets its event: where its piece does, else at its date.
std::optional<LinkEnd> endAt(const StoryItems& items, layout::EventId event, const std::vector<Point>& piece,
                             layout::EventId other)
{
    if (piece.size() >= 2) {
        const double length = core::distance(piece.front(), piece.back());
        return length > 0 ? std::optional(LinkEnd{piece.front(), (piece.back() - piece.front()) * (1 / length)})
                          : std::nullopt;
    }
    const layout::PlacedEvent* placed = items.placed.place(event);
    const layout::PlacedEvent* far = items.placed.place(other);
    if (placed == nullptr || far == nullptr)
        return std::nullopt;
    const Rect& box = placed->box;
    const bool down = far->box.centre().y > box.centre().y;
    return LinkEnd{{std::clamp(placed->anchorX, box.left(), box.right()), down ? box.bottom() : box.top()},
                   {0, down ? 1.0 : -1.0}};
}

/// A cut link whole, as a curve behind the cards: only while the rest recedes, so that what it crosses is not what is
/// looked at. False if one of its ends is not drawn by itself.
bool addWhole(const StoryItems& items, const LinkRoute& route, const LinkPen& pen)
{
    constexpr double kLeast = 24;
    constexpr double kMost = 160;
    const std::vector<Point> target(route.targetStub.rbegin(), route.targetStub.rend());
    const auto from = endAt(items, route.from, route.corners, route.to);
    const auto to = endAt(items, route.to, target, route.from);
    if (!from || !to)
        return false;
    const Point start = items.at(from->at);
    const Point end = items.at(to->at);
    const double reach = std::clamp(core::distance(start, end) * 0.4, kLeast, kMost);
    const bool filled = pen.mark.head == LinkHead::filled;
    const Point tip = filled ? end + to->out * ((kLinkHeadLength - 1) * items.lineScale()) : end;
    Path path;
    path.points = {start, start + from->out * reach, tip + to->out * reach, tip};
    path.colour = pen.colour;
    path.width = pen.width;
    path.dash = pen.mark.dash;
    path.dashGap = pen.mark.gap;
    addHalo(items, path, route.link);
    items.picture.add(std::move(path), pen.subject);
    addLinkHead(items.picture, pen, items.lineScale(), end, to->out * -1);
    return true;
}

/// Whether the rest recedes behind the link.
bool standsAlone(const StoryItems& items, const LinkRoute& route)
{
    return items.lit(route.link) && items.view.emphasis.strength >= kStrengthForWhole;
}

void addRoute(const StoryItems& items, const LinkRoute& route)
{
    const model::Link& link = items.graph.story()[route.link];
    const Subject subject{SubjectKind::link, route.link.value};
    const bool standsOut = items.view.hovered == subject || (items.lit(route.link) && items.view.emphasis.strength > 0);
    const double gone = items.gone(route.link);
    Colour colour = items.receded(items.theme.link(link.kind), gone);
    if (!standsOut && !carriesTheStory(items, link))
        colour = core::mixed(items.theme.ground, colour, kSideLinkStrength);
    const double width = linkWidth(link.basis) * items.lineScale();
    LinkPen pen{colour, width + (items.view.hovered == subject ? 0.8 : 0), markOf(link.kind), subject};
    if (link.novelty == model::Novelty::withdrawn) { // a faint trace of what was claimed
        pen.colour = items.receded(items.theme.text3, gone);
        pen.mark.dash = 1.5;
        pen.mark.gap = 5;
    }
    if (route.shape != LinkShape::routed && standsAlone(items, route) && addWhole(items, route, pen))
        return;
    if (route.shape == LinkShape::stubs) {
        addPiece(items, route, route.corners, pen, false);
        addPiece(items, route, route.targetStub, pen, true);
        if (!route.corners.empty())
            addFarEnd(items, route.corners.back(), route.to, gone, subject);
        if (!route.targetStub.empty())
            addFarEnd(items, route.targetStub.front(), route.from, gone, subject);
        addNote(items, route.sourceName, gone, subject);
        addNote(items, route.targetName, gone, subject);
    } else {
        addPiece(items, route, route.corners, pen, true);
    }
}

} // namespace

void addNote(const StoryItems& items, const layout::LinkNote& note, double gone, const Subject& subject)
{
    if (note.text.empty())
        return;
    const core::TextStyle& style = items.metrics.noteStyle;
    const core::LineMetrics line = items.measurer.metrics(style);
    const Rect box = items.snapped(note.box);
    const double baseline = std::round(box.centre().y + (line.ascent - line.descent) / 2 - 0.5);
    items.picture.add(FillRect{box, 0, cornersNone, {0, 0, 0, 0}}, subject); // to be clicked
    items.picture.add(TextRun{{box.x, baseline}, note.text, style, items.receded(items.theme.text3, gone), {}},
                      subject);
}

void addLinks(const StoryItems& items)
{
    const auto& routes = items.placed.links;
    // What recedes lies below what stands out.
    for (const bool lit : {false, true}) {
        for (const LinkRoute& route : routes) {
            // What has no room for any piece of it is drawn where it stands alone.
            const bool drawn = route.shape == LinkShape::hidden ? standsAlone(items, route) : inView(items, route);
            if (drawn && items.lit(route.link) == lit && items.present(route.link) > 0)
                addRoute(items, route);
        }
    }
}

} // namespace fabula::scene
