#pragma once

#include "core/geometry.hpp"
#include "layout/causal/causal_layout.hpp"
#include "ui/app_state.hpp"

#include <optional>
#include <vector>

namespace fabula::ui {

/// How the graph is looked at: pure functions of its layout, in picture px. `frame` is the size of the area in which it
/// is drawn.

/// The whole graph, but no smaller than its cards can be read: then about the event, or where most of it is.
GraphCamera graphOpening(const layout::CausalLayout& layout, core::EventId about, core::Size frame);
/// The whole graph, however small.
GraphCamera graphOfAll(const layout::CausalLayout& layout, core::Size frame);
/// These events as large as they fit, at most at their natural size.
GraphCamera graphOfEvents(const layout::CausalLayout& layout, const std::vector<core::EventId>& events,
                          core::Size frame);
/// The camera moved no farther than needed for the event to be in view.
GraphCamera graphShowing(const layout::CausalLayout& layout, core::EventId event, const GraphCamera& camera,
                         core::Size frame);
/// Whether all of these are whole in view, and large enough to be read.
bool showsAll(const layout::CausalLayout& layout, const std::vector<core::EventId>& events, const GraphCamera& camera,
              core::Size frame);

/// After a zoom about a place in the frame, which stays where it is.
GraphCamera zoomedAbout(const GraphCamera& camera, double factor, core::Point at);
/// The zoom within its limits.
double limitedZoom(double zoom, const layout::CausalLayout& layout, core::Size frame);
/// Zoom within its limits, and a piece of the graph always in view.
GraphCamera clamped(GraphCamera camera, const layout::CausalLayout& layout, core::Size frame);
/// On the way from `a` to `b`: zoom by equal ratios, the middle in a straight line.
GraphCamera between(const GraphCamera& a, const GraphCamera& b, double share, core::Size frame);

} // namespace fabula::ui
