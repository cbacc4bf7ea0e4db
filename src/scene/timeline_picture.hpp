#pragma once

#include "graph/event_graph.hpp"
#include "layout/timeline/timeline_layout.hpp"
#include "layout/timeline/timeline_request.hpp"
#include "scene/display_list.hpp"
#include "scene/theme.hpp"
#include "scene/timeline_view.hpp"

namespace fabula::scene {

/// What a timeline's picture is made from. The referenced things outlive the call only.
struct TimelineSubject
{
    const graph::EventGraph& graph;
    const layout::TimelineLayout& layout;
    const layout::TimelineMetrics& metrics;
    const core::TextMeasurer& measurer;
};

/// Adds the timeline to the picture, inside `view.frame`: axis, lanes, date bars, links, events, clusters. Draws only
/// what meets the frame; cost linear in the layout. Positions of cards and texts are rounded to whole pixels, so that
/// edges are crisp and x stays true to half a pixel.
void addTimeline(const TimelineSubject& subject, const TimelineView& view, const Theme& theme, DisplayList& picture);

/// The same picture taken apart, from the ground up and without its clips, for pictures on their way to another.
struct TimelineLayers
{
    DisplayList grounds; ///< tinted lanes, grid
    DisplayList dayLine;
    DisplayList ribbons;
    DisplayList bars;
    DisplayList links;
    DisplayList events;
    DisplayList clusters; ///< and the name of what is selected in one
    DisplayList dayWords;
    DisplayList headers; ///< of lanes
    DisplayList axis;
};
TimelineLayers timelineLayers(const TimelineSubject& subject, const TimelineView& view, const Theme& theme);

/// Grid and axis alone, without lanes and events; of the layout only the scale counts.
struct AxisLayers
{
    DisplayList grid;
    DisplayList axis;
};
AxisLayers axisLayers(const TimelineSubject& subject, const TimelineView& view, const Theme& theme);

} // namespace fabula::scene
