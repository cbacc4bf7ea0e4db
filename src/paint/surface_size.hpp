#pragma once

#include "core/geometry.hpp"
#include "core/result.hpp"

namespace fabula::paint {

/// The longest side of a picture in pixels: Cairo's limit.
inline constexpr double kLongestSidePx = 32'767;

/// The size of a surface, the picture's times `scale`, or an error ("paint.size") if it is not positive or too large.
core::Result<core::Size> surfaceSize(core::Size picture, double scale);

} // namespace fabula::paint
