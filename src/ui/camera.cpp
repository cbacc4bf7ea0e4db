#include "ui/camera.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::ui {
namespace {

/// So much of the story stays in view, unless the canvas is too narrow for it.
constexpr double kKeptInView = 160;

} // namespace

layout::TimeScale scaleAt(const layout::TimeScale& scale, double pxPerSecond)
{
    return {scale.origin(), pxPerSecond, scale.folds()};
}

double zoomedX(const layout::TimeScale& scale, double x, double pxPerSecond)
{
    const layout::TimeScale other = scaleAt(scale, pxPerSecond);
    const double ratio = pxPerSecond / scale.pxPerSecond();
    // Between two folds content grows from the end of the first; before them all it grows from the origin.
    double from = 0;
    double to = 0;
    for (const layout::TimeScale::Fold& fold : scale.folds()) {
        const double begin = scale.screenFromTime(fold.span.begin);
        if (x < begin)
            break;
        const double otherBegin = other.screenFromTime(fold.span.begin);
        if (x < begin + fold.widthPx)
            return otherBegin + (x - begin);
        from = begin + fold.widthPx;
        to = otherBegin + fold.widthPx;
    }
    return to + (x - from) * ratio;
}

Camera zoomedAbout(const Camera& camera, const layout::TimeScale& scale, double factor, double canvasX,
                   const CameraLimits& limits)
{
    Camera zoomed = camera;
    zoomed.pxPerSecond = std::clamp(camera.pxPerSecond * factor, limits.minPxPerSecond, limits.maxPxPerSecond);
    const double x = zoomedX(scale, camera.panX + canvasX, zoomed.pxPerSecond);
    zoomed.panX = x - canvasX;
    return zoomed;
}

Camera clamped(Camera camera, const layout::TimeScale& scale, const CameraLimits& limits)
{
    camera.pxPerSecond = std::clamp(camera.pxPerSecond, limits.minPxPerSecond, limits.maxPxPerSecond);
    const layout::TimeScale own = scaleAt(scale, camera.pxPerSecond);
    const double x0 = own.screenFromTime(limits.extent.begin);
    const double x1 = own.screenFromTime(limits.extent.end);
    const double kept = std::min(kKeptInView, limits.canvas.width / 4);
    camera.panX =
        std::clamp(camera.panX, x0 - limits.canvas.width + kept, std::max(x1 - kept, x0 - limits.canvas.width + kept));
    const double lowest = std::max(0.0, limits.contentHeight - limits.canvas.height);
    camera.scrollY = std::clamp(camera.scrollY, 0.0, lowest);
    return camera;
}

Camera carriedOver(const Camera& camera, const layout::TimeScale& from, const layout::TimeScale& to)
{
    const time::Instant left = from.timeFromScreen(camera.panX);
    const layout::TimeScale own = scaleAt(to, camera.pxPerSecond);
    // Whole seconds are all an instant has; the rest of a pixel is taken along.
    const double rest = camera.panX - from.screenFromTime(left);
    Camera carried = camera;
    carried.panX = own.screenFromTime(left) + (std::abs(rest) <= from.pxPerSecond() ? rest : 0);
    return carried;
}

Camera between(const Camera& a, const Camera& b, double share)
{
    if (share <= 0)
        return a;
    if (share >= 1)
        return b;
    Camera camera;
    camera.pxPerSecond = a.pxPerSecond * std::pow(b.pxPerSecond / a.pxPerSecond, share);
    const double difference = b.pxPerSecond - a.pxPerSecond;
    const double path =
        std::abs(difference) > a.pxPerSecond * 1e-9 ? (camera.pxPerSecond - a.pxPerSecond) / difference : share;
    camera.panX = a.panX + (b.panX - a.panX) * path;
    camera.scrollY = a.scrollY + (b.scrollY - a.scrollY) * share;
    return camera;
}

double easedOut(double t)
{
    const double rest = 1 - std::clamp(t, 0.0, 1.0);
    return 1 - rest * rest * rest;
}

Camera Flight::at(double now) const
{
    if (over(now))
        return to;
    return between(from, to, easedOut((now - beganAt) / lasts));
}

} // namespace fabula::ui
