#include "layout/causal/layered_part.hpp"

#include "layout/causal/brandes_koepf.hpp"
#include "layout/causal/kept_order.hpp"
#include "layout/causal/layer_ordering.hpp"
#include "layout/causal/link_chains.hpp"
#include "layout/causal/network_simplex.hpp"
#include "layout/causal/ranking.hpp"
#include "layout/causal/straightening.hpp"

#include <algorithm>
#include <utility>

namespace fabula::layout {

namespace {

/// Whatever the others take.
constexpr std::uint64_t kDummiesPerEdge = 8;

std::vector<Index> ranksOf(const LayeredRequest& request)
{
    const auto count = static_cast<Index>(request.nodes.size());
    std::vector<Arc> arcs;
    std::vector<Direction> directions;
    for (const LayeredEdge& edge : request.edges) {
        arcs.push_back({edge.from, edge.to});
        directions.push_back(edge.direction);
    }
    const std::vector<bool> orders = orderingArcs(count, arcs, directions);
    std::vector<Arc> ordering;
    Index helpers = 0;
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        if (orders[i]) {
            ordering.push_back(arcs[i]);
        } else if (request.buckets.empty() && arcs[i].from != arcs[i].to) {
            // An edge that gives no order still pulls: from a helper before both its ends, the sum of the two lengths
            // is the number of layers between them and a constant.
            const Index helper = count + helpers++;
            ordering.push_back({helper, arcs[i].from});
            ordering.push_back({helper, arcs[i].to});
        }
    }
    std::vector<Index> ranks =
        request.buckets.empty() ? shortestRanks(count + helpers, ordering) : bucketRanks(request.buckets, ordering);
    ranks.resize(count);
    normaliseRanks(ranks);
    return ranks;
}

// A drawing upside down is as good: turns the order so, if more neighbours then stand as in `like`.
void turnLike(LayerOrder& order, const LayerOrder& like)
{
    const std::vector<Index> places = placesOf(like);
    std::uint64_t same = 0;
    std::uint64_t swapped = 0;
    for (Index layer = 0; layer < order.layers(); ++layer) {
        const std::span<const Index> nodes = std::as_const(order).layer(layer);
        for (std::size_t i = 1; i < nodes.size(); ++i)
            ++(places[nodes[i - 1]] < places[nodes[i]] ? same : swapped);
    }
    for (Index layer = 0; swapped > same && layer < order.layers(); ++layer)
        std::reverse(order.layer(layer).begin(), order.layer(layer).end());
}

OrderedLayers orderOf(const ProperLayering& graph, const LayeredRequest& request)
{
    constexpr double kClearly = 0.7;
    constexpr std::uint64_t kFew = 3;
    OrderedLayers fresh = fewCrossings(graph, effortFor(graph));
    if (request.before.empty())
        return fresh;
    OrderedLayers kept = fewerCrossings(graph, keptOrder(graph, request), effortFor(graph));
    const bool clearlyBetter = static_cast<double>(fresh.crossings) < kClearly * static_cast<double>(kept.crossings) &&
                               fresh.crossings + kFew < kept.crossings;
    if (!clearlyBetter)
        return kept;
    turnLike(fresh.order, kept.order);
    return fresh;
}

} // namespace

LayeredDrawing drawPart(const LayeredRequest& request, std::uint64_t& spareDummies)
{
    LayeredDrawing drawing;
    if (request.nodes.empty())
        return drawing;
    std::vector<Arc> arcs;
    for (const LayeredEdge& edge : request.edges)
        arcs.push_back({edge.from, edge.to});
    drawing.layers = ranksOf(request);
    const std::uint64_t ownDummies = kDummiesPerEdge * arcs.size();
    const ProperLayering graph = properLayering(drawing.layers, arcs, ownDummies + spareDummies);
    const std::uint64_t dummies = graph.nodes() - graph.reals;
    spareDummies -= dummies - std::min(dummies, ownDummies);
    const OrderedLayers ordered = orderOf(graph, request);
    drawing.crossings = ordered.crossings;

    LayerSpacing spacing{{}, request.spacing.nodeGap, request.spacing.linkGap};
    for (const core::Size& size : request.nodes)
        spacing.heights.push_back(size.height);
    PlacedLayers placed{graph, request, ordered.order, placesOf(ordered.order),
                        crossCoordinates(graph, ordered.order, spacing)};
    const LinkEnds ends = linkEnds(placed);
    straighten(placed, ends);
    const std::vector<Column> columns = columnsFor(placed, ends);
    for (Index node = 0; node < graph.reals; ++node) {
        const core::Size size = request.nodes[node];
        drawing.boxes.push_back(
            {columns[graph.layerOf[node]].left, placed.ys[node] - size.height / 2, size.width, size.height});
    }
    drawLinks(placed, ends, columns, drawing);
    return drawing;
}

} // namespace fabula::layout
