#pragma once

#include "core/geometry.hpp"

#include <vector>

namespace fabula::layout {

/// The proportions, width to height, that packed things come close to.
inline constexpr double kPackedAspect = 16.0 / 9.0;

/// Where to put boxes of these sizes so that none is closer than `gap` to another: on shelves from the top, each filled
/// from the left in the order given. Of some shelf widths the one that comes closest to `kPackedAspect`. Left top
/// corners, all at or right of and below (0, 0). O(n) for each of a fixed number of widths.
std::vector<core::Point> packedOnShelves(const std::vector<core::Size>& sizes, double gap);

/// The same for many small boxes: columns as wide as the widest, rows as high as the highest, filled row by row. As
/// wide as `width` if that is not 0, else towards `kPackedAspect`.
std::vector<core::Point> packedInGrid(const std::vector<core::Size>& sizes, double gap, double width);

/// The size that boxes at these places take.
core::Size packedSize(const std::vector<core::Size>& sizes, const std::vector<core::Point>& places);

} // namespace fabula::layout
