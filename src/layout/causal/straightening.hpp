#pragma once

#include "layout/causal/link_chains.hpp"

namespace fabula::layout {

/// Takes small steps out of links: where a link leaves or reaches a node at another height than that at which it passes
/// the layers next to it, its dummies there move to the node's port, if that saves a bend and leaves the link's
/// neighbours most of their distance. Orders are kept. O(nodes + dummies).
void straighten(PlacedLayers& placed, const LinkEnds& ends);

} // namespace fabula::layout
