#pragma once

#include "core/geometry.hpp"
#include "layout/causal/loops.hpp"

#include <optional>
#include <vector>

namespace fabula::layout {

/// An edge between nodes of a `LayeredRequest`. Parallel edges and edges from a node to itself are drawn too.
struct LayeredEdge
{
    Index from = 0;
    Index to = 0;
    Direction direction = Direction::firm;
};

/// Distances in pixels.
struct LayeredSpacing
{
    double layerGap = 36;    ///< least between a layer's widest node and the next layer
    double gapPerRise = 0;   ///< …and so much more for each pixel that the steepest link there climbs
    double mostLayerGap = 0; ///< …but no more than this, if greater than `layerGap`
    double nodeGap = 18;     ///< between two nodes of a layer
    double linkGap = 18;     ///< between two links that pass a layer side by side, and a link and a node
    double partGap = 36;     ///< between parts that nothing connects
    double portSpacing = 10; ///< between links on a node's side, where there is room
    double portInset = 6;    ///< from a node's corner to the first link
};

/// Where things were in an earlier drawing of nearly the same graph. Both lists may be empty.
struct LayeredBefore
{
    std::vector<std::optional<core::Rect>> boxes; ///< by node of this graph; none where it is new
    std::vector<std::vector<core::Point>> chains; ///< by edge of this graph; empty where it is new

    bool empty() const { return boxes.empty(); }
};

/// A graph to be drawn in layers from left to right.
struct LayeredRequest
{
    std::vector<core::Size> nodes;
    std::vector<LayeredEdge> edges;
    /// If not empty, by node: nodes of a smaller bucket stand left of all nodes of a greater one. All nodes then share
    /// one row of layers, whether connected or not.
    std::vector<int> buckets;
    LayeredSpacing spacing;
    LayeredBefore before;
};

/// Where everything stands. Boxes never overlap, and no chain runs through one, but for the longest of a graph whose
/// edges pass more layers than can be drawn clear of them (`drawLayered`).
struct LayeredDrawing
{
    core::Rect bounds; ///< around everything; its corner is (0, 0) unless the drawing was fitted to an earlier one
    std::vector<core::Rect> boxes;
    /// By edge, a chain of cubic Béziers (3n + 1 points) from its first node to its second: from the right side of the
    /// node further left to the left side of the other; within a layer from right side to right side.
    std::vector<std::vector<core::Point>> chains;
    std::vector<Index> layers;   ///< by node, from 0 at the left of its part
    std::uint64_t crossings = 0; ///< of links between neighbouring layers, counted exactly
    std::uint64_t bends = 0;     ///< places where a link leaves its height
    double length = 0;           ///< of all links, as if the pieces between layers were straight
};

/// Draws the graph: parts that nothing connects each by themselves and packed, the largest first; nodes without edges
/// in rows below. Equal requests give equal drawings; nodes with smaller numbers come first where nothing else decides.
///
/// For each part: loops are broken (`orderingArcs`), layers given (`shortestRanks`, or `bucketRanks`), long edges cut
/// into segments (`properLayering`), layers ordered (`fewCrossings`), heights given (`crossCoordinates`), and links
/// drawn through what is free.
///
/// With `before`, the order of the nodes that were there is kept, bettered only where a move takes crossings away,
/// unless a fresh order has clearly fewer: then it has under seven tenths of the crossings, and over three fewer. The
/// drawing is moved as a whole so that half of what was there moves less far, half farther.
///
/// Each layer that an edge passes is a place to be kept free. Beyond a million of them, and eight more for each edge,
/// the longest edges keep none: they count for no order or height and run in one curve from node to node, which boxes
/// may cover.
LayeredDrawing drawLayered(const LayeredRequest& request);

} // namespace fabula::layout
