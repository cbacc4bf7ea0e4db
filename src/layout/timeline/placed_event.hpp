#pragma once

#include "layout/timeline/lane_packing.hpp"
#include "layout/timeline/timeline_plan.hpp"

namespace fabula::layout {

/// An event where its placement puts it: box, date bar and what it says. `lane` has its height.
PlacedEvent placedEvent(const PlannedEvent& event, const Placement& placement, const TimelineLane& lane,
                        const TimelineMetrics& metrics, const TimeScale& scale);

} // namespace fabula::layout
