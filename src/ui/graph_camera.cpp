#include "ui/graph_camera.hpp"

#include "scene/graph_picture.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::ui {
namespace {

using core::Point;
using core::Rect;

constexpr double kMargin = 40;
constexpr double kLeastReadable = 0.42; ///< below, cards have no room for two lines of words

GraphCamera about(Point content, double zoom, core::Size frame)
{
    return {{content.x - frame.width / 2 / zoom, content.y - frame.height / 2 / zoom}, zoom};
}

Rect boxOf(const layout::CausalLayout& layout, const std::vector<core::EventId>& events)
{
    Rect box;
    for (const core::EventId event : events) {
        if (const layout::PlacedEvent* placed = layout.place(event))
            box = core::united(box, placed->box);
    }
    return box;
}

GraphCamera fitting(const Rect& box, double most, core::Size frame)
{
    const double wide = std::max(32.0, frame.width - 2 * kMargin);
    const double high = std::max(32.0, frame.height - 2 * kMargin);
    const double zoom = std::min({most, wide / std::max(1.0, box.width), high / std::max(1.0, box.height)});
    return about(box.centre(), zoom, frame);
}

/// The weightiest of the events most to the left, so that one begins where the story does.
core::EventId heartOf(const layout::CausalLayout& layout)
{
    const layout::PlacedEvent* best = nullptr;
    for (const layout::PlacedEvent& placed : layout.events) {
        if (best == nullptr || placed.importance > best->importance ||
            (placed.importance == best->importance && placed.box.x < best->box.x))
            best = &placed;
    }
    return best != nullptr ? best->event : core::EventId{};
}

} // namespace

GraphCamera graphOpening(const layout::CausalLayout& layout, core::EventId event, core::Size frame)
{
    const GraphCamera all = graphOfAll(layout, frame);
    if (all.zoom >= kLeastReadable)
        return all;
    const layout::PlacedEvent* placed = layout.place(event);
    if (placed == nullptr)
        placed = layout.place(heartOf(layout));
    const Point centre = placed != nullptr ? placed->box.centre() : layout.bounds.centre();
    // As much of the graph around it as there is room for, rather than the void beyond its edge.
    GraphCamera camera = about(centre, kLeastReadable, frame);
    const Rect& bounds = layout.bounds;
    const auto held = [](double corner, double from, double length, double room) {
        const double least = from - kMargin;
        const double most = from + length + kMargin - room;
        return least <= most ? std::clamp(corner, least, most) : from + (length - room) / 2;
    };
    camera.corner.x = held(camera.corner.x, bounds.x, bounds.width, frame.width / camera.zoom);
    camera.corner.y = held(camera.corner.y, bounds.y, bounds.height, frame.height / camera.zoom);
    return camera;
}

GraphCamera graphOfAll(const layout::CausalLayout& layout, core::Size frame)
{
    return fitting(layout.bounds, 1, frame);
}

GraphCamera graphOfEvents(const layout::CausalLayout& layout, const std::vector<core::EventId>& events,
                          core::Size frame)
{
    const Rect box = boxOf(layout, events);
    return box.empty() ? graphOfAll(layout, frame) : fitting(box, 1, frame);
}

GraphCamera graphShowing(const layout::CausalLayout& layout, core::EventId event, const GraphCamera& camera,
                         core::Size frame)
{
    const layout::PlacedEvent* placed = layout.place(event);
    if (placed == nullptr || !(camera.zoom > 0))
        return camera;
    GraphCamera shown = camera;
    const auto moved = [&](double corner, double from, double length, double room) {
        const double margin = std::max(0.0, std::min(kMargin / camera.zoom, (room - length) / 2));
        // A card wider than the frame shows its beginning.
        return std::min(std::max(corner, from + length + margin - room), from - margin);
    };
    const Rect& box = placed->box;
    shown.corner.x = moved(camera.corner.x, box.x, box.width, frame.width / camera.zoom);
    shown.corner.y = moved(camera.corner.y, box.y, box.height, frame.height / camera.zoom);
    return shown;
}

bool showsAll(const layout::CausalLayout& layout, const std::vector<core::EventId>& events, const GraphCamera& camera,
              core::Size frame)
{
    const Rect seen{camera.corner.x, camera.corner.y, frame.width / camera.zoom, frame.height / camera.zoom};
    const Rect box = boxOf(layout, events);
    return camera.zoom >= kLeastReadable && box.left() >= seen.left() && box.right() <= seen.right() &&
           box.top() >= seen.top() && box.bottom() <= seen.bottom();
}

GraphCamera zoomedAbout(const GraphCamera& camera, double factor, Point at)
{
    const double zoom = camera.zoom * factor;
    const Point content = camera.corner + at * (1 / camera.zoom);
    return {content - at * (1 / zoom), zoom};
}

double limitedZoom(double zoom, const layout::CausalLayout& layout, core::Size frame)
{
    const GraphCamera all = graphOfAll(layout, frame);
    return std::clamp(zoom, std::min(all.zoom, 0.5) / 2, scene::kMostGraphZoom);
}

GraphCamera clamped(GraphCamera camera, const layout::CausalLayout& layout, core::Size frame)
{
    const double zoom = limitedZoom(camera.zoom, layout, frame);
    const Point middle = camera.corner + Point{frame.width, frame.height} * (0.5 / camera.zoom);
    const Rect& bounds = layout.bounds;
    const Point held{std::clamp(middle.x, bounds.left(), bounds.right()),
                     std::clamp(middle.y, bounds.top(), bounds.bottom())};
    return about(held, zoom, frame);
}

GraphCamera between(const GraphCamera& a, const GraphCamera& b, double share, core::Size frame)
{
    if (share >= 1 || !(a.zoom > 0))
        return b;
    if (share <= 0)
        return a;
    const auto middle = [&](const GraphCamera& camera) {
        return camera.corner + Point{frame.width, frame.height} * (0.5 / camera.zoom);
    };
    const Point centre = middle(a) + (middle(b) - middle(a)) * share;
    return about(centre, a.zoom * std::pow(b.zoom / a.zoom, share), frame);
}

} // namespace fabula::ui
