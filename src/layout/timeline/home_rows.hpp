#pragma once

#include "layout/timeline/lane_packing.hpp"

namespace fabula::layout {

/// Gives each event the row that is least taken around its card and bar when the whole story is in view, in order of
/// importance, so that cards spread evenly and bars meet as little as possible. O(events · rows · width in buckets).
void chooseHomeRows(LaneEvents& lane, const TimelinePlan& plan, double gap);

} // namespace fabula::layout
