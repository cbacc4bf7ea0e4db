#pragma once

#include "layout/timeline/timeline_layout.hpp"
#include "layout/timeline/timeline_request.hpp"

namespace fabula::layout {

/// Beyond this many links without a way their stubs stay without names: the page is too full to read them.
inline constexpr std::size_t kMostNamedStubs = 40;
/// So many ribbons, the greatest ones, bear their counts.
inline constexpr std::size_t kMostCounts = 40;

/// Writes at each stub the title of the link's other end and at each ribbon its count, where a place is free of boxes,
/// links and other notes; of a title as much as fits. O(notes · (events + runs)).
void annotateLinks(const TimelineRequest& request, TimelineLayout& layout);

} // namespace fabula::layout
