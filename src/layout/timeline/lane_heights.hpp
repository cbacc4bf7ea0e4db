#pragma once

#include "layout/timeline/timeline_plan.hpp"

namespace fabula::layout {

/// Gives the plan's lanes their rows, tops and heights, from what they hold at the fitting zoom and the height there
/// is, never from the zoom in use. Every lane gets a slot; the slots left go one by one to the lane that lacks most.
/// What is then left over makes the lanes taller, up to 1.35 times their need; what is missing makes the content
/// overflow. Returns the height of the content. O(n log n + lanes · slots).
double giveHeights(TimelinePlan& plan, const TimelineRequest& request);

/// Where the parts of a lane stand, in content y.
struct LaneParts
{
    double firstSlotTop = 0;
    double clusterTop = 0;
    double clusterHeight = 0;
    double lineHeight = 0; ///< from line to line in a slot; the box of a label is `labelHeight`, its bar below it
    double labelHeight = 0;
};
LaneParts partsOf(const TimelineLane& lane, const TimelineMetrics& metrics);

} // namespace fabula::layout
