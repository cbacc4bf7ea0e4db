#pragma once

#include "layout/timeline/timeline_layout.hpp"
#include "layout/timeline/timeline_request.hpp"

#include <vector>

namespace fabula::layout {

/// Finds where date bars run under the text of other events (see `DateBar::covered`). The packing avoids that, but
/// where a long date and many events share few rows some always meet. O(n log n) and the number of meetings.
void coverBars(std::vector<PlacedEvent>& events, const TimelineMetrics& metrics);

} // namespace fabula::layout
