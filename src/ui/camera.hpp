#pragma once

#include "core/geometry.hpp"
#include "layout/timeline/time_scale.hpp"
#include "ui/app_state.hpp"

namespace fabula::ui {

/// How far a camera may go. All lengths in picture px.
struct CameraLimits
{
    double minPxPerSecond = 0;
    double maxPxPerSecond = 0;
    time::Span extent;        ///< of the story; closed at both ends
    double contentHeight = 0; ///< of all lanes
    core::Size canvas;
};

/// The scale of another zoom with the same origin and folds.
layout::TimeScale scaleAt(const layout::TimeScale& scale, double pxPerSecond);

/// Content x at zoom `pxPerSecond` of the instant that stands at content x `x` on `scale`; in a fold, whose width no
/// zoom changes, the same place in it. To fractions of a second. Linear in the folds.
double zoomedX(const layout::TimeScale& scale, double x, double pxPerSecond);

/// The camera after a zoom by `factor` about `canvasX` (from the canvas's left edge): the instant there stays there,
/// also when a limit stops the zoom. `scale` is that of the camera's zoom.
Camera zoomedAbout(const Camera& camera, const layout::TimeScale& scale, double factor, double canvasX,
                   const CameraLimits& limits);

/// The camera moved so that zoom keeps its limits, a piece of the story stays in view (the story can't be lost), and
/// scrolling ends at the first and the last lane.
Camera clamped(Camera camera, const layout::TimeScale& scale, const CameraLimits& limits);

/// The camera that shows on `to` what it showed on `from`: the instant at the left edge stays there.
Camera carriedOver(const Camera& camera, const layout::TimeScale& from, const layout::TimeScale& to);

/// On the way from `a` to `b`, `share` in [0, 1]: zoom changes by equal ratios, and the instant that both show at the
/// same place stays there all the way.
Camera between(const Camera& a, const Camera& b, double share);

/// 0 to 1 with a soft landing: 1 - (1 - t)³; below 0 it is 0, above 1 it is 1.
double easedOut(double t);

/// How a flying camera moves in time. Pure: the clock is the caller's, in seconds.
struct Flight
{
    Camera from;
    Camera to;
    double beganAt = 0;
    double lasts = 0; ///< 0 is there at once

    Camera at(double now) const;
    bool over(double now) const { return now >= beganAt + lasts; }
};

inline constexpr double kFlySeconds = 0.28;
inline constexpr double kZoomSeconds = 0.12;
inline constexpr double kGlideSeconds = 0.3;

/// How far content travels that was let go at `pxPerSecond` and lands after kGlideSeconds by `easedOut`, which leaves
/// at just that speed.
inline double glideLength(double pxPerSecond)
{
    return pxPerSecond * kGlideSeconds / 3;
}

} // namespace fabula::ui
