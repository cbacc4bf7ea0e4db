#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace fabula::layout {

/// A node, an edge or a layer by number: dense, from 0.
using Index = std::uint32_t;

/// A directed edge of a graph that is to be drawn in layers. Parallel edges are edges of their own.
struct Arc
{
    Index from = 0;
    Index to = 0;

    friend bool operator==(const Arc&, const Arc&) = default;
};

/// For each node a list of indexes, all in one array.
struct Adjacency
{
    std::vector<Index> begin; ///< one more than there are nodes
    std::vector<Index> list;

    std::span<const Index> of(Index node) const { return {list.data() + begin[node], list.data() + begin[node + 1]}; }
};

/// The arcs that leave (`outgoing`) or enter each node, as arc numbers in ascending order. O(nodes + arcs).
Adjacency arcsByNode(Index nodes, std::span<const Arc> arcs, bool outgoing);

} // namespace fabula::layout
