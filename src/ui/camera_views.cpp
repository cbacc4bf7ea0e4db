#include "ui/camera_views.hpp"

#include "scene/framing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace fabula::ui {
namespace {

using core::Rect;
using layout::PlacedEvent;
using layout::TimelineLayout;

constexpr double kMargin = 48;  ///< between what is shown and the canvas's edge
constexpr double kAround = 600; ///< of an event that is looked for: wider than any card
constexpr double kClosest = 16; ///< times the fitting zoom
constexpr double kStep = 1.4142135623730951;

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
    const Rect whole = timeline.boxOf(events, fit);
    if (whole.empty())
        return viewOfAll(timeline, canvas);
    Camera camera;
    const double closest = timeline.crowded() ? std::numeric_limits<double>::max() : fit * kClosest;
    camera.pxPerSecond = std::clamp(std::min(fit * room / whole.width * 1.5, closest), fit, timeline.maxPxPerSecond());
    for (int tries = 0; tries < 12; ++tries) {
        const Rect box = timeline.boxOf(events, camera.pxPerSecond);
        if (box.width <= room || camera.pxPerSecond <= fit) {
            camera.panX = std::round(box.centre().x - canvas.width / 2);
            camera.scrollY = scrolledTo(0, box.top(), box.bottom(), canvas.height);
            return camera;
        }
        camera.pxPerSecond = std::max(fit, camera.pxPerSecond / kStep);
    }
    return viewOfAll(timeline, canvas);
}

namespace {

/// The event by itself at the zoom, if it stands so.
std::optional<PlacedEvent> standing(layout::Timeline& timeline, core::EventId event, double pxPerSecond)
{
    const Rect around = timeline.boxOf({event}, pxPerSecond).grown(kAround);
    const TimelineLayout layout = timeline.placementAt(pxPerSecond, around);
    const PlacedEvent* placed = layout.place(event);
    return placed != nullptr ? std::optional(*placed) : std::nullopt;
}

} // namespace

Camera viewShowing(layout::Timeline& timeline, core::EventId event, const Camera& camera, core::Size canvas)
{
    // What is undated or filtered out no zoom brings up.
    if (timeline.boxOf({event}, camera.pxPerSecond).empty())
        return camera;
    Camera shown = camera;
    std::optional<PlacedEvent> placed = standing(timeline, event, shown.pxPerSecond);
    while (!placed && shown.pxPerSecond < timeline.maxPxPerSecond() * 0.999) {
        shown.pxPerSecond = std::min(shown.pxPerSecond * kStep, timeline.maxPxPerSecond());
        placed = standing(timeline, event, shown.pxPerSecond);
    }
    if (!placed)
        shown.pxPerSecond = camera.pxPerSecond;
    const Rect box = timeline.boxOf({event}, shown.pxPerSecond);
    if (shown.pxPerSecond == camera.pxPerSecond) {
        // A bar wider than the canvas is not worth moving for: the card is what must be seen.
        const Rect card = placed && box.width > canvas.width - 2 * kMargin ? placed->box : box;
        shown.panX = nearestPan(camera.panX, card, canvas.width);
    } else {
        shown.panX = std::round(box.centre().x - canvas.width / 2);
    }
    shown.scrollY = scrolledTo(camera.scrollY, box.top(), box.bottom(), canvas.height);
    return shown;
}

} // namespace fabula::ui
