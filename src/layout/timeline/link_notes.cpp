#include "layout/timeline/link_notes.hpp"

#include "layout/timeline/route_field.hpp"
#include "layout/timeline/text_fitting.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fabula::layout {
namespace {

constexpr double kWidest = 240;   ///< px of a name
constexpr double kNarrowest = 40; ///< some six letters: less names nothing
constexpr double kNarrower = 8;   ///< px from one try to the next
constexpr double kOverStub = 6;   ///< px from a stub's edge to the name above or below it
constexpr double kGap = 7;        ///< from the stub's end to its name
constexpr double kAside = 7;      ///< off the best place
constexpr double kClear = 2;      ///< around a name

/// All that a name must keep clear of.
class Obstacles
{
public:
    explicit Obstacles(const TimelineLayout& layout) : height_(layout.height)
    {
        for (const PlacedEvent& event : layout.events) {
            boxes_.push_back(event.box);
            reach(event.box);
            if (event.detail != Detail::dot)
                boxes_.push_back({event.bar.x0, event.bar.y, event.bar.x1 - event.bar.x0, event.bar.height});
        }
        for (const EventCluster& cluster : layout.clusters) {
            boxes_.push_back(cluster.box);
            reach(cluster.box);
        }
        for (const LinkRoute& route : layout.links) {
            addLine(route.corners, route.smooth);
            addLine(route.targetStub, false);
        }
        for (const LinkRibbon& ribbon : layout.ribbons)
            addLine(ribbon.corners, false);
    }

    void add(const Rect& box) { boxes_.push_back(box); }

    /// Those that touch the area.
    Obstacles around(const Rect& area) const
    {
        Obstacles near = *this;
        std::erase_if(near.boxes_, [&](const Rect& box) { return !box.overlaps(area); });
        return near;
    }

    bool areClearOf(const Rect& box) const
    {
        const Rect grown = box.grown(kClear);
        return grown.y >= 0 && grown.bottom() <= height_ && grown.x >= left_ && grown.right() <= right_ &&
               std::none_of(boxes_.begin(), boxes_.end(), [&](const Rect& other) { return other.overlaps(grown); });
    }

private:
    void reach(const Rect& box)
    {
        left_ = std::min(left_, box.x);
        right_ = std::max(right_, box.right());
    }

    void addRun(Point a, Point b)
    {
        boxes_.push_back(
            Rect{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)}.grown(1));
    }

    void addLine(const std::vector<Point>& corners, bool smooth)
    {
        if (smooth && corners.size() == 4) {
            const Cubic cubic{corners[0], corners[1], corners[2], corners[3]};
            const int chords = chordsOf(cubic);
            for (int i = 0; i < chords; ++i)
                addRun(pointOn(cubic, static_cast<double>(i) / chords),
                       pointOn(cubic, static_cast<double>(i + 1) / chords));
            return;
        }
        for (std::size_t i = 1; i < corners.size(); ++i)
            addRun(corners[i - 1], corners[i]);
    }

    double height_;
    // From the first to the last event, which a view of everything shows.
    double left_ = std::numeric_limits<double>::max();
    double right_ = std::numeric_limits<double>::lowest();
    std::vector<Rect> boxes_;
};

/// Where a name of that size can stand, best first: ahead of a level stub, or above or below its outer end; at either
/// side of an upright one, or beyond it; then a little off those places.
std::vector<Rect> placesFor(Point edge, Point end, core::Size size)
{
    std::vector<Rect> places;
    const auto add = [&](double x, double y) { places.push_back({x, y, size.width, size.height}); };
    const double middle = end.y - size.height / 2;
    const double right = end.x + kGap;
    const double left = end.x - kGap - size.width;
    if (edge.y == end.y) {
        const bool rightward = end.x > edge.x;
        const double ahead = rightward ? right : left;
        const double outer = rightward ? edge.x + kOverStub : edge.x - kOverStub - size.width;
        const double above = end.y - kGap - size.height;
        const double below = end.y + kGap;
        add(ahead, middle);
        add(outer, above);
        add(outer, below);
        for (const double x : {ahead, end.x - size.width / 2})
            for (const double y : {middle - kAside, middle + kAside, above, below})
                add(x, y);
        add(ahead + (rightward ? kAside : -kAside), middle);
        return places;
    }
    const double beyond = end.y > edge.y ? end.y + kGap : end.y - kGap - size.height;
    add(right, middle);
    add(left, middle);
    add(end.x - size.width / 2, beyond);
    add(end.x - kOverStub, beyond);
    add(end.x + kOverStub - size.width, beyond);
    for (const double share : {0.25, 0.75})
        add(end.x - size.width * share, beyond);
    const double along = (edge.y + end.y - size.height) / 2;
    for (const double y : {along, middle - kAside, middle + kAside})
        for (const double x : {right, left})
            add(x, y);
    return places;
}

LinkNote nameAt(const TimelineRequest& request, Obstacles& taken, Point edge, Point end, EventId other)
{
    const model::Story& story = request.graph.story();
    const core::TextStyle& style = request.metrics.noteStyle;
    const std::string title = singleLine(model::choose(story[other].title, request.language, story.languages).text);
    const Obstacles near = taken.around(Rect{end.x, end.y, 0, 0}.grown(kWidest + 2 * kGap));
    for (double most = kWidest; most >= kNarrowest; most -= kNarrower) {
        LinkNote name;
        name.text = fitted(*request.measurer, title, style, most);
        const double width = std::ceil(request.measurer->width(name.text, style));
        for (const Rect& place : placesFor(edge, end, {width, style.sizePx + 3})) {
            if (!near.areClearOf(place))
                continue;
            name.box = place;
            taken.add(place);
            return name;
        }
        most = std::min(most, width + kNarrower); // what all of it takes: nothing between that and the limit is new
    }
    return {};
}

/// Beside the run, over its middle or its ends.
std::vector<Rect> placesBeside(Point a, Point b, double halfWidth, core::Size size)
{
    const double away = halfWidth + kGap;
    std::vector<Rect> places;
    for (const double t : {0.5, 0.25, 0.75}) {
        const Point at = a + (b - a) * t;
        if (a.x == b.x)
            for (const double x : {at.x + away, at.x - away - size.width})
                places.push_back({x, at.y - size.height / 2, size.width, size.height});
        else
            for (const double y : {at.y - away - size.height, at.y + away})
                places.push_back({at.x - size.width / 2, y, size.width, size.height});
    }
    return places;
}

LinkNote countOf(const TimelineRequest& request, Obstacles& taken, const LinkRibbon& ribbon)
{
    const core::TextStyle& style = request.metrics.noteStyle;
    LinkNote note{std::to_string(ribbon.links.size()), {}};
    const core::Size size{std::ceil(request.measurer->width(note.text, style)), style.sizePx};
    for (std::size_t i = 1; i < ribbon.corners.size(); ++i) {
        for (const Rect& place : placesBeside(ribbon.corners[i - 1], ribbon.corners[i], ribbon.width / 2, size)) {
            if (!taken.areClearOf(place))
                continue;
            note.box = place;
            taken.add(place);
            return note;
        }
    }
    return {};
}

void nameStubs(const TimelineRequest& request, Obstacles& taken, TimelineLayout& layout)
{
    for (LinkRoute& route : layout.links) {
        if (route.shape != LinkShape::stubs)
            continue;
        const std::vector<Point>& source = route.corners;
        const std::vector<Point>& target = route.targetStub;
        if (!source.empty())
            route.sourceName = nameAt(request, taken, source.front(), source.back(), route.to);
        if (!target.empty())
            route.targetName = nameAt(request, taken, target.back(), target.front(), route.from);
    }
}

void countRibbons(const TimelineRequest& request, Obstacles& taken, TimelineLayout& layout)
{
    std::vector<LinkRibbon*> greatest;
    for (LinkRibbon& ribbon : layout.ribbons)
        greatest.push_back(&ribbon);
    std::stable_sort(greatest.begin(), greatest.end(),
                     [](const LinkRibbon* a, const LinkRibbon* b) { return a->links.size() > b->links.size(); });
    greatest.resize(std::min(greatest.size(), kMostCounts));
    for (LinkRibbon* ribbon : greatest)
        ribbon->count = countOf(request, taken, *ribbon);
}

} // namespace

void annotateLinks(const TimelineRequest& request, TimelineLayout& layout)
{
    const auto isStub = [](const LinkRoute& route) { return route.shape == LinkShape::stubs; };
    const auto stubs = static_cast<std::size_t>(std::count_if(layout.links.begin(), layout.links.end(), isStub));
    const bool names = stubs > 0 && stubs <= kMostNamedStubs;
    if (!names && layout.ribbons.empty())
        return;
    Obstacles taken(layout);
    if (names)
        nameStubs(request, taken, layout);
    countRibbons(request, taken, layout);
}

} // namespace fabula::layout
