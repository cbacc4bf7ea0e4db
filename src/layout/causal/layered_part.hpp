#pragma once

#include "layout/causal/layered_drawing.hpp"

namespace fabula::layout {

/// Draws a graph as one part: see `drawLayered`. Its edges must connect it, unless it has buckets. Long edges take
/// their dummies, beyond some for each edge, from `spareDummies`.
LayeredDrawing drawPart(const LayeredRequest& request, std::uint64_t& spareDummies);

} // namespace fabula::layout
