#pragma once

#include "scene/graph_picture.hpp"
#include "scene/timeline_picture.hpp"

namespace fabula::scene {

/// The frame that a page of this size leaves for a timeline or graph, between the title band and the legend.
core::Rect frameOfPage(core::Size page);

/// A page that stands on its own: the story's title, its timeline in `view.frame`, and a legend of what was drawn.
DisplayList storyPage(const TimelineSubject& subject, const TimelineView& view, const Theme& theme, core::Size page);
/// The same with its graph.
DisplayList storyPage(const GraphSubject& subject, const GraphView& view, const Theme& theme, core::Size page);

} // namespace fabula::scene
