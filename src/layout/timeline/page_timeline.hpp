#pragma once

#include "layout/timeline/timeline.hpp"

namespace fabula::layout {

/// The timeline of a page, which can't scroll: where the lanes are too many for the height, those whose events weigh
/// least are folded, one by one, until all fit or all are folded. O(lanes) timelines at most.
Timeline timelineForPage(TimelineRequest request);

} // namespace fabula::layout
