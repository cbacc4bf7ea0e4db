#include "scene/marks.hpp"
#include "scene/timeline_items.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fabula::scene {
namespace {

using layout::LinkRoute;
using layout::LinkShape;

constexpr double kHeadLength = 9;
constexpr double kHeadHalfWidth = 4.5;
constexpr double kSideLinkStrength = 0.5;
constexpr double kRibbonStrength = 0.45;

struct Pen
{
    Colour colour;
    double width = 1;
    LinkMark mark;
    Subject subject;
};

void addHead(const TimelineItems& items, const Pen& pen, Point tip, Point towards)
{
    const Point base = tip - towards * kHeadLength;
    const Point side{-towards.y * kHeadHalfWidth, towards.x * kHeadHalfWidth};
    auto line = [](Point a, Point b) {
        return std::array<Point, 3>{a + (b - a) * (1.0 / 3), a + (b - a) * (2.0 / 3), b};
    };
    Path head;
    head.colour = pen.colour;
    auto to = [&](Point a, Point b) {
        for (Point p : line(a, b))
            head.points.push_back(p);
    };
    if (pen.mark.head == LinkHead::bar) {
        const Point end = tip - towards * 2.5;
        head.points.push_back(end + side * 1.3);
        to(end + side * 1.3, end - side * 1.3);
        head.width = 2.5;
    } else if (pen.mark.head == LinkHead::open) {
        head.points.push_back(base + side);
        to(base + side, tip - towards);
        to(tip - towards, base - side);
        head.width = std::max(1.5, pen.width);
    } else {
        head.points.push_back(base + side);
        to(base + side, tip);
        to(tip, base - side);
        to(base - side, base + side);
        head.width = 0;
        head.closed = true;
    }
    items.picture.add(std::move(head), pen.subject);
}

/// The route as a Bézier chain in the picture; the end is drawn back to make room for a filled head.
std::vector<Point> chainOf(const TimelineItems& items, const LinkRoute& route, const std::vector<Point>& corners,
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

void addPiece(const TimelineItems& items, const LinkRoute& route, const std::vector<Point>& corners, const Pen& pen,
              bool withHead)
{
    const bool filled = withHead && pen.mark.head == LinkHead::filled;
    Path path;
    path.points = chainOf(items, route, corners, filled ? kHeadLength - 1 : 1);
    if (path.points.size() < 4)
        return;
    path.colour = pen.colour;
    path.width = pen.width;
    path.dash = pen.mark.dash;
    path.dashGap = pen.mark.gap;
    items.picture.add(std::move(path), pen.subject);
    if (!withHead || pen.mark.head == LinkHead::none)
        return;
    const Point tip = items.at(corners.back());
    const Point before = items.at(corners[corners.size() - 2]);
    const double length = core::distance(before, tip);
    if (length > 0)
        addHead(items, pen, tip, (tip - before) * (1 / length));
}

bool inView(const TimelineItems& items, const LinkRoute& route)
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
    return box.overlaps(items.view.canvas());
}

/// Links between the weighty events carry the story; the others stay quieter until they are asked for.
bool carriesTheStory(const model::Story& story, const model::Link& link)
{
    return std::min(story[link.from].importance, story[link.to].importance) >= 4;
}

void addNote(const TimelineItems& items, const layout::LinkNote& note, bool lit, const Subject& subject)
{
    if (note.text.empty())
        return;
    const core::TextStyle& style = items.subject.metrics.noteStyle;
    const core::LineMetrics line = items.subject.measurer.metrics(style);
    const Rect box = items.snapped(note.box);
    const double baseline = std::round(box.centre().y + (line.ascent - line.descent) / 2 - 0.5);
    items.picture.add(FillRect{box, 0, cornersNone, {0, 0, 0, 0}}, subject); // to be clicked
    items.picture.add(TextRun{{box.x, baseline}, note.text, style, items.receded(items.theme.text3, lit), {}}, subject);
}

void addRoute(const TimelineItems& items, const LinkRoute& route)
{
    const model::Link& link = items.subject.graph.story()[route.link];
    const Subject subject{SubjectKind::link, route.link.value};
    const bool standsOut = items.view.hovered == subject || (items.lit(route.link) && items.view.emphasis.strength > 0);
    Colour colour = items.receded(items.theme.link(link.kind), items.lit(route.link));
    if (!standsOut && !carriesTheStory(items.subject.graph.story(), link))
        colour = core::mixed(items.theme.ground, colour, kSideLinkStrength);
    const Pen pen{colour, linkWidth(link.basis) + (items.view.hovered == subject ? 0.8 : 0), markOf(link.kind),
                  subject};
    if (route.shape == LinkShape::stubs) {
        addPiece(items, route, route.corners, pen, false);
        addPiece(items, route, route.targetStub, pen, true);
        addNote(items, route.sourceName, items.lit(route.link), subject);
        addNote(items, route.targetName, items.lit(route.link), subject);
    } else {
        addPiece(items, route, route.corners, pen, true);
    }
}

} // namespace

void addLinks(const TimelineItems& items)
{
    const auto& routes = items.subject.layout.links;
    // What recedes lies below what stands out.
    for (const bool lit : {false, true}) {
        for (const LinkRoute& route : routes) {
            if (route.shape != LinkShape::hidden && items.lit(route.link) == lit && inView(items, route))
                addRoute(items, route);
        }
    }
}

void addRibbons(const TimelineItems& items)
{
    const auto& ribbons = items.subject.layout.ribbons;
    for (std::size_t i = 0; i < ribbons.size(); ++i) {
        const layout::LinkRibbon& ribbon = ribbons[i];
        std::vector<Point> corners;
        for (Point corner : ribbon.corners)
            corners.push_back(items.at(corner));
        if (corners.size() < 2)
            continue;
        const Subject subject{SubjectKind::ribbon, static_cast<std::uint32_t>(i)};
        Path path;
        path.points = roundedChain(corners, 10);
        // Opaque, so that ribbons that share a corridor read as one.
        path.colour = core::mixed(items.theme.ground, items.theme.text3, kRibbonStrength);
        path.width = ribbon.width;
        items.picture.add(std::move(path), subject);
        addNote(items, ribbon.count, true, subject);
    }
}

} // namespace fabula::scene
