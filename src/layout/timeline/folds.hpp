#pragma once

#include "layout/timeline/time_scale.hpp"

#include <vector>

namespace fabula::layout {

/// The stretches of the extent in which nothing is dated and that are long enough to be worth folding: at least 12 % of
/// the extent and more than four times the median gap. What is kept open on both sides of a fold leaves room for the
/// cards there. `spans` are closed at both ends, in any order; O(n log n). The folds are sorted and disjoint, and no
/// span reaches into one.
std::vector<TimeScale::Fold> foldsFor(std::vector<time::Span> spans, time::Span extent);

} // namespace fabula::layout
