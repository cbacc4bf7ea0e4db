#pragma once

#include "layout/timeline/timeline.hpp"
#include "ui/camera.hpp"

#include <vector>

namespace fabula::ui {

/// Where to look to see what. All sizes in picture px; `canvas` is the place where events are drawn.

CameraLimits limitsOf(const layout::Timeline& timeline, double contentHeight, core::Size canvas);

/// The whole story.
Camera viewOfAll(layout::Timeline& timeline, core::Size canvas);

/// These events with their date bars, as near as they all fit; the whole story if none of them is drawn. Tries at most
/// a dozen zooms.
Camera viewOfEvents(layout::Timeline& timeline, const std::vector<core::EventId>& events, core::Size canvas);

/// The event in view with the least movement from `camera`: the same zoom where it stands there by itself, else the
/// next one in which it does.
Camera viewShowing(layout::Timeline& timeline, core::EventId event, const Camera& camera, core::Size canvas);

} // namespace fabula::ui
