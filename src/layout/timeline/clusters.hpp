#pragma once

#include "layout/timeline/step_ladder.hpp"
#include "layout/timeline/timeline_plan.hpp"

#include <vector>

namespace fabula::layout {

/// Buckets are from here to just under twice as wide; wider only for counts of more than five digits.
inline constexpr double kLeastBucketPx = 48;

/// Sums up the events without a place of their own: per lane, in buckets of a power of two of seconds anchored to
/// absolute time (folds taken out), whose length follows from the zoom alone. A cluster's box lies within its bucket,
/// so no two overlap, as near as it can to the middle of its events. By lane, then time. O(n log n).
std::vector<EventCluster> clustersFor(const TimelinePlan& plan, const TimelineMetrics& metrics,
                                      const std::vector<Placement>& placements, const TimeScale& scale);

/// The bucket of an anchor: events without a place of their own are summed up if they have the same in their lane.
std::int64_t clusterBucket(const TimelinePlan& plan, double pxPerSecond, time::Instant anchor);

} // namespace fabula::layout
