#pragma once

#include "layout/causal/layered_drawing.hpp"
#include "layout/causal/proper_layering.hpp"

namespace fabula::layout {

/// Where the links of a layered drawing touch its nodes. For an edge between layers, the first end is that in the lower
/// layer, on its node's right side, the second on the other's left side; within a layer both are on right sides.
struct LinkEnds
{
    std::vector<double> first; ///< y, by edge
    std::vector<double> second;
};

/// The left and right side of a layer.
struct Column
{
    double left = 0;
    double right = 0;
};

/// What links are drawn from: the heights of all nodes and dummies, but not yet where the layers stand.
struct PlacedLayers
{
    const ProperLayering& graph;
    const LayeredRequest& request;
    const LayerOrder& order;
    std::vector<Index> places; ///< by node, its place in its layer
    std::vector<double> ys;    ///< by node, its centre
};

/// Ends in the order of the links' other ends, so that links of one side don't cross where they leave it; straight on
/// where that is possible. O(E log E).
LinkEnds linkEnds(const PlacedLayers& placed);

/// The columns of the layers from x 0 on, with gaps as wide as `LayeredSpacing` wants them for the links that climb in
/// them.
std::vector<Column> columnsFor(const PlacedLayers& placed, const LinkEnds& ends);

/// Draws the links into `drawing`, whose boxes are final: chains, bends, length. Through layers they run straight at
/// the height of their dummies, between layers in a curve that leaves and arrives level. Those without segments are one
/// such curve from node to node.
void drawLinks(const PlacedLayers& placed, const LinkEnds& ends, const std::vector<Column>& columns,
               LayeredDrawing& drawing);

} // namespace fabula::layout
