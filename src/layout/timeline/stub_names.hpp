#pragma once

#include "layout/timeline/timeline_layout.hpp"
#include "layout/timeline/timeline_request.hpp"

namespace fabula::layout {

/// Beyond this many links without a way their stubs stay without names: the page is too full to read them.
inline constexpr std::size_t kMostNamedStubs = 40;

/// Writes at each stub the title of the link's other end, where a place is free of boxes, links and other names; as
/// much of it as fits, or nothing. O(stubs · (events + runs)).
void nameStubs(const TimelineRequest& request, TimelineLayout& layout);

} // namespace fabula::layout
