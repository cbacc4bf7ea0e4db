#pragma once

#include "layout/causal/layered_graph.hpp"

namespace fabula::layout {

/// By node, the number of its connected part, whichever way the arcs lead; parts are numbered in the order of their
/// first nodes. O(nodes + arcs).
std::vector<Index> connectedParts(Index nodes, std::span<const Arc> arcs);

/// By node, the number of its strong component: the nodes between which arcs lead both ways round. O(nodes + arcs):
/// Tarjan, *SIAM J. Computing* 1(2), 1972.
std::vector<Index> strongParts(Index nodes, std::span<const Arc> arcs);

} // namespace fabula::layout
