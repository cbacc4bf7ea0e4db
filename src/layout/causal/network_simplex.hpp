#pragma once

#include "layout/causal/layered_graph.hpp"

namespace fabula::layout {

/// Layers such that every arc leads at least one layer on and the sum of the arcs' lengths, in layers, is least, so
/// that long arcs pass through as few layers as possible; the lowest layer is 0. Where a node can stand in several
/// layers at the same cost, it stands in the emptiest.
///
/// The network simplex of Gansner, Koutsofios, North and Vo ("A Technique for Drawing Directed Graphs", *IEEE
/// Trans. Software Engineering* 19(3), 1993). The graph must be connected and without loops. O((nodes + arcs) log
/// (nodes + arcs)) for a first tree, then in practice about O(nodes · arcs); once it has looked at nodes and arcs
/// `mostSteps` times the best found so far stands, which is still valid.
std::vector<Index> shortestRanks(Index nodes, std::span<const Arc> arcs, std::uint64_t mostSteps = 40'000'000);

} // namespace fabula::layout
