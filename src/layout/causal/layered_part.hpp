#pragma once

#include "layout/causal/layered_drawing.hpp"

namespace fabula::layout {

/// Draws a graph as one part: see `drawLayered`. Its edges must connect it, unless it has buckets.
LayeredDrawing drawPart(const LayeredRequest& request);

} // namespace fabula::layout
