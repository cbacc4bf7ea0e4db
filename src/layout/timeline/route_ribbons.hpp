#pragma once

#include "layout/timeline/route_load.hpp"
#include "model/story.hpp"

namespace fabula::layout {

/// A link that has both its ends on the page, in the order of the story.
struct DrawnLink
{
    LinkId link;
    std::size_t from = RouteField::kNoNode;
    std::size_t to = RouteField::kNoNode;
};

/// Sums all links up as ribbons by the lanes they join and by the stretch of time, a power of two of seconds long and
/// anchored to absolute time (160 to 320 px at this zoom), in which they start. Ribbons run through corridors and
/// passages like links, so through no box; each pair of lanes has its own place within the stretch. O(n log n).
std::vector<LinkRibbon> ribbonsOf(const RouteField& field, const TimelineLayout& layout,
                                  const std::vector<DrawnLink>& links);

/// The width of a ribbon that stands for so many links, in px: grows with the logarithm, stays within a gap.
double ribbonWidth(std::size_t links);

} // namespace fabula::layout
