#pragma once

#include "layout/causal/layered_graph.hpp"

namespace fabula::layout {

/// The nodes such that arcs lead forward; among those that could come next the smallest first. If the arcs form loops,
/// the nodes on and behind them are missing. O((nodes + arcs) log nodes): Kahn, CACM 5(11), 1962, on a heap.
std::vector<Index> topologicalOrder(Index nodes, std::span<const Arc> arcs);

/// Each node in the first layer, from 0, that comes after all nodes with arcs to it. O((nodes + arcs) log nodes); the
/// arcs must form no loop.
std::vector<Index> longestPathRanks(Index nodes, std::span<const Arc> arcs);

/// Layers by date: all nodes of a smaller bucket stand before all of a greater one, and within a bucket arcs lead at
/// least one layer on. Arcs from a greater bucket to a smaller one say nothing. `buckets` are any numbers, by node.
std::vector<Index> bucketRanks(std::span<const int> buckets, std::span<const Arc> arcs);

/// Takes out layers that hold no node, so that the first is 0. Ranks may lie around 0, wrapping below it.
void normaliseRanks(std::vector<Index>& ranks);

} // namespace fabula::layout
