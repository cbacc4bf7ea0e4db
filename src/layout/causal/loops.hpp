#pragma once

#include "layout/causal/layered_graph.hpp"

namespace fabula::layout {

/// How much an edge says about who stands left of whom.
enum class Direction : std::uint8_t {
    firm, ///< from left to right, unless firm edges alone form a loop
    soft, ///< from left to right, unless it lies on a loop
    none, ///< nothing: the edge is drawn whichever way its ends come to stand
};

/// Which edges give an order: all firm and soft ones but those that close loops, so that the rest form none. Soft edges
/// on any loop give way first, all of them, for it isn't clear which is wrong; then of a loop of firm edges the one
/// that a search from its smallest node finds to lead back. Edges from a node to itself give none. `directions` is by
/// arc. O(nodes + arcs).
std::vector<bool> orderingArcs(Index nodes, std::span<const Arc> arcs, std::span<const Direction> directions);

} // namespace fabula::layout
