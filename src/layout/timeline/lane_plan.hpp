#pragma once

#include "layout/timeline/timeline_layout.hpp"
#include "layout/timeline/timeline_request.hpp"

#include <vector>

namespace fabula::layout {

/// The lanes in their order from the top, and the lane of each event.
struct LanePlan
{
    std::vector<TimelineLane> lanes; ///< without heights; only those with an event that is `shown`
    std::vector<LaneId> laneOf;      ///< by event index; not valid() where not shown
};

/// Groups the events into lanes. Order and colours come from the whole story, so that hiding events moves no lane past
/// another; the lane of events that belong to no group comes last. `shown` is by event index.
LanePlan lanesFor(const TimelineRequest& request, const std::vector<bool>& shown);

} // namespace fabula::layout
