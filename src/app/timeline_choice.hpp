#pragma once

#include "graph/event_graph.hpp"
#include "layout/timeline/timeline.hpp"

#include <vector>

namespace fabula::app {

/// The events that a scene leaves out, by event index; empty if it shows all.
std::vector<bool> hiddenByScene(const model::Story& story, core::SceneId scene);

/// The timeline of a page, which can't scroll: where the lanes are too many for the height, those whose events weigh
/// least are folded, one by one, until all fit or all are folded. O(lanes) timelines at most.
layout::Timeline timelineForPage(layout::TimelineRequest request);

} // namespace fabula::app
