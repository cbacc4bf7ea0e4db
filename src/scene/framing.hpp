#pragma once

#include "layout/timeline/timeline.hpp"
#include "scene/timeline_view.hpp"

namespace fabula::scene {

/// The pan at which everything placed is centred in a canvas of this width.
double centredPan(const layout::TimelineLayout& layout, double canvasWidth);

/// The layout at which the range fills the view's canvas, whose pan is set to begin with it. Open ends are closed by
/// the story's; open at both, everything is centred.
layout::TimelineLayout framed(layout::Timeline& timeline, const time::Span& range, TimelineView& view);

} // namespace fabula::scene
