#include "ui/camera_views.hpp"

#include "scene/framing.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace fabula::ui {
namespace {

using core::Rect;
using layout::PlacedEvent;
using layout::TimelineLayout;

constexpr double kMargin = 48; ///< between what is shown and the canvas's edge

/// Card and date bar together; an open side of a bar may stay out of view.
Rect shownBox(const PlacedEvent& placed)
{
    const double left = placed.bar.openBegin ? placed.anchorX : placed.bar.x0;
    const double right = placed.bar.openEnd ? placed.anchorX : placed.bar.x1;
    return core::united(placed.box, {left, placed.box.y, std::max(1.0, right - left), placed.box.height});
}

std::optional<Rect> boxOf(const TimelineLayout& layout, core::EventId event)
{
    if (const PlacedEvent* placed = layout.place(event))
        return shownBox(*placed);
    for (const layout::EventCluster& cluster : layout.clusters) {
        if (std::find(cluster.events.begin(), cluster.events.end(), event) != cluster.events.end())
            return cluster.box;
    }
    return std::nullopt;
}

Rect boxOf(const TimelineLayout& layout, const std::vector<core::EventId>& events)
{
    Rect box;
    for (const core::EventId event : events) {
        if (const auto one = boxOf(layout, event))
            box = core::united(box, *one);
    }
    return box;
}

/// The scroll nearest to `scrollY` that shows [top, bottom].
double scrolledTo(double scrollY, double top, double bottom, double height)
{
    const double margin = std::max(0.0, std::min(kMargin, (height - (bottom - top)) / 2));
    return std::clamp(scrollY, std::max(0.0, bottom + margin - height), std::max(0.0, top - margin));
}

double nearestPan(double panX, const Rect& box, double width)
{
    const double margin = std::max(0.0, std::min(kMargin, (width - box.width) / 2));
    const double least = box.right() + margin - width;
    const double most = box.left() - margin;
    return least <= most ? std::clamp(panX, least, most) : box.centre().x - width / 2;
}

} // namespace

CameraLimits limitsOf(const layout::Timeline& timeline, double contentHeight, core::Size canvas)
{
    return {timeline.minPxPerSecond(), timeline.maxPxPerSecond(), timeline.extent(), contentHeight, canvas};
}

Camera viewOfAll(layout::Timeline& timeline, core::Size canvas)
{
    Camera camera;
    camera.pxPerSecond = timeline.fitPxPerSecond();
    camera.panX = scene::centredPan(timeline.placementAt(camera.pxPerSecond), canvas.width);
    return camera;
}

Camera viewOfEvents(layout::Timeline& timeline, const std::vector<core::EventId>& events, core::Size canvas)
{
    const double room = std::max(64.0, canvas.width - 2 * kMargin);
    // Cards keep their width, so what fits is found by trying: from a zoom at which the dates alone would fill the
    // room, outwards. A single date is looked at closely, but with a fair stretch of time around it.
    const double fit = timeline.fitPxPerSecond();
    const Rect whole = boxOf(timeline.placementAt(fit), events);
    if (whole.empty())
        return viewOfAll(timeline, canvas);
    Camera camera;
    camera.pxPerSecond = std::clamp(fit * std::min(room / whole.width * 1.5, 16.0), fit, timeline.maxPxPerSecond());
    for (int tries = 0; tries < 12; ++tries) {
        const TimelineLayout layout = timeline.placementAt(camera.pxPerSecond);
        const Rect box = boxOf(layout, events);
        if (box.width <= room || camera.pxPerSecond <= fit) {
            camera.panX = std::round(box.centre().x - canvas.width / 2);
            camera.scrollY = scrolledTo(0, box.top(), box.bottom(), canvas.height);
            return camera;
        }
        camera.pxPerSecond = std::max(fit, camera.pxPerSecond / 1.4142135623730951);
    }
    return viewOfAll(timeline, canvas);
}

Camera viewShowing(layout::Timeline& timeline, core::EventId event, const Camera& camera, core::Size canvas)
{
    Camera shown = camera;
    TimelineLayout layout = timeline.placementAt(shown.pxPerSecond);
    // What is undated or filtered out no zoom brings up.
    if (!boxOf(layout, event))
        return camera;
    const auto stands = [&] { return layout.place(event) != nullptr; };
    while (!stands() && shown.pxPerSecond < timeline.maxPxPerSecond() * 0.999) {
        shown.pxPerSecond = std::min(shown.pxPerSecond * 1.4142135623730951, timeline.maxPxPerSecond());
        layout = timeline.placementAt(shown.pxPerSecond);
    }
    if (!stands())
        layout = timeline.placementAt(shown.pxPerSecond = camera.pxPerSecond);
    const auto box = boxOf(layout, event);
    if (!box)
        return camera;
    if (shown.pxPerSecond == camera.pxPerSecond) {
        // A bar wider than the canvas is not worth moving for: the card is what must be seen.
        const PlacedEvent* placed = layout.place(event);
        const Rect card = placed != nullptr && box->width > canvas.width - 2 * kMargin ? placed->box : *box;
        shown.panX = nearestPan(camera.panX, card, canvas.width);
    } else {
        shown.panX = std::round(box->centre().x - canvas.width / 2);
    }
    shown.scrollY = scrolledTo(camera.scrollY, box->top(), box->bottom(), canvas.height);
    return shown;
}

} // namespace fabula::ui
