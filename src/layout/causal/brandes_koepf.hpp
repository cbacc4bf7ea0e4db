#pragma once

#include "layout/causal/proper_layering.hpp"

namespace fabula::layout {

/// What keeps neighbours in a layer apart, in pixels.
struct LayerSpacing
{
    std::vector<double> heights; ///< of the graph's nodes; dummies have none
    double nodeGap = 24;         ///< between two nodes
    double linkGap = 12;         ///< between two links that pass side by side, and a link and a node

    double between(const ProperLayering& graph, Index above, Index below) const
    {
        const bool links = graph.isDummy(above) || graph.isDummy(below);
        return (height(above) + height(below)) / 2 + (links ? linkGap : nodeGap);
    }
    double height(Index node) const { return node < heights.size() ? heights[node] : 0; }
};

/// By node, the y of its centre: layers keep their orders and the spacing, links that pass through layers are straight
/// there but where two of them cross, and nodes stand near the middle of their neighbours. The mean of the two middle
/// ones of four extreme placements. O(V + E), after Brandes and Köpf ("Fast and Simple Horizontal Coordinate
/// Assignment", GD 2001) with the corrections of their erratum (Brandes, Walter and Zink, arXiv 2008.01252).
std::vector<double> crossCoordinates(const ProperLayering& graph, const LayerOrder& order, const LayerSpacing& spacing);

} // namespace fabula::layout
