#pragma once

#include "layout/causal/layered_graph.hpp"

#include <limits>
#include <utility>

namespace fabula::layout {

/// A layered graph in which every segment joins two neighbouring layers: an edge that passes through layers has a dummy
/// node in each. Nodes below `reals` are those of the graph, the others dummies.
struct ProperLayering
{
    Index layers = 0;
    Index reals = 0;
    std::vector<Index> layerOf; ///< by node
    /// By edge: the nodes from the lower layer to the upper one, ends included; empty for edges within a layer. An edge
    /// without segments has its two ends alone, however far apart.
    std::vector<std::vector<Index>> chains;
    Adjacency before; ///< by node, its neighbours in the layer before, and in the one after, parallel ones repeated
    Adjacency after;

    Index nodes() const { return static_cast<Index>(layerOf.size()); }
    bool isDummy(Index node) const { return node >= reals; }
};

/// `ranks` are the layers of the graph's nodes, without empty ones. Edges may lead forward, backward, or stay within a
/// layer. Should they need more than `mostDummies`, the longest go without dummies and segments until the others need
/// no more. O(nodes + edges + dummies), and a sort of the edges where they are too many.
ProperLayering properLayering(std::span<const Index> ranks, std::span<const Arc> edges,
                              std::uint64_t mostDummies = std::numeric_limits<std::uint64_t>::max());

/// The order of the nodes within each layer, all layers in one array.
struct LayerOrder
{
    std::vector<Index> begin; ///< by layer, and the end of the last
    std::vector<Index> nodes;

    Index layers() const { return static_cast<Index>(begin.size()) - 1; }
    std::span<Index> layer(Index which) { return {nodes.data() + begin[which], nodes.data() + begin[which + 1]}; }
    std::span<const Index> layer(Index which) const
    {
        return {nodes.data() + begin[which], nodes.data() + begin[which + 1]};
    }
    friend bool operator==(const LayerOrder&, const LayerOrder&) = default;
};

/// The nodes of each layer by number.
LayerOrder orderByNumber(const ProperLayering& graph);

/// By node, its place in its layer, from 0.
std::vector<Index> placesOf(const LayerOrder& order);

/// An order that is being worked on, with what is derived from it.
struct OrderInWork
{
    LayerOrder order;
    std::vector<Index> places;   ///< as from `placesOf`
    std::vector<Index> versions; ///< by layer, a number that grows with each change

    explicit OrderInWork(LayerOrder from) : order(std::move(from)), places(placesOf(order)), versions(order.layers(), 0)
    {
    }

    std::span<const Index> layer(Index which) const { return order.layer(which); }
    /// Gives a layer its nodes in a new order; they must be those that it has.
    void assign(Index layer, std::span<const Index> nodes);
    /// Moves a node to another place of its layer; those between close up.
    void move(Index layer, Index from, Index to);
};

} // namespace fabula::layout
