#pragma once

#include "layout/causal/layered_drawing.hpp"
#include "layout/causal/proper_layering.hpp"

namespace fabula::layout {

/// The order that an earlier drawing suggests: nodes and the links that pass their layers as they stood from above, new
/// ones by the mean height of their neighbours. O(V log V + E).
LayerOrder keptOrder(const ProperLayering& graph, const LayeredRequest& request);

} // namespace fabula::layout
