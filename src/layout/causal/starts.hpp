#pragma once

#include "layout/causal/proper_layering.hpp"

namespace fabula::layout {

/// The order to begin attempt `number` with. Numbers 0 to 3 put the nodes into their layers as a search through the
/// graph meets them: breadth first from the first node and from the last, depth first from the first and from the last.
/// The others are shuffled, each number in its own way, the same everywhere. O(V + E).
LayerOrder startingOrder(const ProperLayering& graph, int number);

} // namespace fabula::layout
