#include "layout/causal/layered_drawing.hpp"

#include "layout/causal/components.hpp"
#include "layout/causal/layered_part.hpp"
#include "layout/causal/packing.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace fabula::layout {

using core::Point;
using core::Rect;
using core::Size;

namespace {

/// What long edges may pass in all, beyond a few layers for each: about a second's work and 100 MB.
constexpr std::uint64_t kSpareDummies = 1'000'000;

/// A connected part as a graph of its own, with the numbers that its nodes and edges have in the whole.
struct Part
{
    LayeredRequest request;
    std::vector<Index> nodes;
    std::vector<Index> edges;
    LayeredDrawing drawing;
};

std::vector<Part> partsOf(const LayeredRequest& request)
{
    const auto count = static_cast<Index>(request.nodes.size());
    std::vector<Arc> arcs;
    for (const LayeredEdge& edge : request.edges)
        arcs.push_back({edge.from, edge.to});
    std::vector<Index> partOf(count, 0);
    if (request.buckets.empty())
        partOf = connectedParts(count, arcs);
    const Index partCount = count == 0 ? 0 : *std::max_element(partOf.begin(), partOf.end()) + 1;
    std::vector<Part> parts(partCount);
    std::vector<Index> localOf(count);
    for (Index node = 0; node < count; ++node) {
        Part& part = parts[partOf[node]];
        localOf[node] = static_cast<Index>(part.nodes.size());
        part.nodes.push_back(node);
        part.request.nodes.push_back(request.nodes[node]);
        if (!request.buckets.empty())
            part.request.buckets.push_back(request.buckets[node]);
        if (!request.before.empty())
            part.request.before.boxes.push_back(request.before.boxes[node]);
    }
    for (Index edge = 0; edge < request.edges.size(); ++edge) {
        const LayeredEdge& given = request.edges[edge];
        Part& part = parts[partOf[given.from]];
        part.edges.push_back(edge);
        part.request.edges.push_back({localOf[given.from], localOf[given.to], given.direction});
        if (edge < request.before.chains.size())
            part.request.before.chains.push_back(request.before.chains[edge]);
    }
    for (Part& part : parts)
        part.request.spacing = request.spacing;
    return parts;
}

Rect boundsOf(const LayeredDrawing& drawing)
{
    double left = std::numeric_limits<double>::infinity();
    double top = left;
    double right = -left;
    double bottom = -left;
    const auto around = [&](Point low, Point high) {
        left = std::min(left, low.x);
        top = std::min(top, low.y);
        right = std::max(right, high.x);
        bottom = std::max(bottom, high.y);
    };
    for (const Rect& box : drawing.boxes)
        around({box.left(), box.top()}, {box.right(), box.bottom()});
    for (const std::vector<Point>& chain : drawing.chains)
        for (const Point& point : chain)
            around(point, point);
    return left <= right ? Rect{left, top, right - left, bottom - top} : Rect{};
}

// Where a part stood: the top left corner of the nodes that were there.
std::optional<Point> cornerBefore(const Part& part)
{
    std::optional<Point> corner;
    for (const std::optional<Rect>& box : part.request.before.boxes)
        if (box.has_value())
            corner = corner.has_value() ? Point{std::min(corner->x, box->x), std::min(corner->y, box->y)}
                                        : Point{box->x, box->y};
    return corner;
}

// Parts that were there first, as they stood; then the larger first.
std::vector<std::size_t> packingOrder(const std::vector<Part>& parts)
{
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&](std::size_t i) {
        const std::optional<Point> corner = cornerBefore(parts[i]);
        const Rect& bounds = parts[i].drawing.bounds;
        return std::tuple(!corner.has_value(), corner.has_value() ? corner->y : -bounds.height,
                          corner.has_value() ? corner->x : -bounds.width, i);
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return order;
}

void addPart(LayeredDrawing& whole, const Part& part, Point place)
{
    const LayeredDrawing& drawing = part.drawing;
    const Point by = place - Point{drawing.bounds.x, drawing.bounds.y};
    for (std::size_t i = 0; i < part.nodes.size(); ++i) {
        whole.boxes[part.nodes[i]] = drawing.boxes[i].moved(by.x, by.y);
        whole.layers[part.nodes[i]] = drawing.layers[i];
    }
    for (std::size_t i = 0; i < part.edges.size(); ++i)
        for (const Point& point : drawing.chains[i])
            whole.chains[part.edges[i]].push_back(point + by);
    whole.crossings += drawing.crossings;
    whole.bends += drawing.bends;
    whole.length += drawing.length;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Moves the whole so that what was there moves little.
void fitToBefore(LayeredDrawing& drawing, const LayeredBefore& before)
{
    std::vector<double> xs;
    std::vector<double> ys;
    for (std::size_t i = 0; i < before.boxes.size(); ++i) {
        if (before.boxes[i].has_value()) {
            xs.push_back(before.boxes[i]->x - drawing.boxes[i].x);
            ys.push_back(before.boxes[i]->centre().y - drawing.boxes[i].centre().y);
        }
    }
    if (xs.empty())
        return;
    const Point by{median(std::move(xs)), median(std::move(ys))};
    for (Rect& box : drawing.boxes)
        box = box.moved(by.x, by.y);
    for (std::vector<Point>& chain : drawing.chains)
        for (Point& point : chain)
            point = point + by;
}

void pack(LayeredDrawing& whole, const std::vector<Part>& parts, const LayeredSpacing& spacing)
{
    std::vector<std::size_t> joined;
    std::vector<std::size_t> lone;
    std::vector<Size> joinedSizes;
    std::vector<Size> loneSizes;
    for (const std::size_t i : packingOrder(parts))
        if (!parts[i].edges.empty() || !parts[i].request.buckets.empty()) {
            joined.push_back(i);
            joinedSizes.push_back({parts[i].drawing.bounds.width, parts[i].drawing.bounds.height});
        }
    // Nodes without edges stay in the order of their numbers.
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i].edges.empty() && parts[i].request.buckets.empty()) {
            lone.push_back(i);
            loneSizes.push_back(parts[i].request.nodes.front());
        }
    const std::vector<Point> joinedPlaces = packedOnShelves(joinedSizes, spacing.partGap);
    const Size taken = packedSize(joinedSizes, joinedPlaces);
    for (std::size_t i = 0; i < joined.size(); ++i)
        addPart(whole, parts[joined[i]], joinedPlaces[i]);
    const std::vector<Point> lonePlaces = packedInGrid(loneSizes, spacing.nodeGap, taken.width);
    const double top = joined.empty() ? 0 : taken.height + spacing.partGap;
    for (std::size_t i = 0; i < lone.size(); ++i)
        addPart(whole, parts[lone[i]], lonePlaces[i] + Point{0, top});
}

} // namespace

LayeredDrawing drawLayered(const LayeredRequest& request)
{
    std::vector<Part> parts = partsOf(request);
    std::uint64_t spareDummies = kSpareDummies;
    for (Part& part : parts) {
        part.drawing = drawPart(part.request, spareDummies);
        part.drawing.bounds = boundsOf(part.drawing);
    }
    LayeredDrawing whole;
    whole.boxes.resize(request.nodes.size());
    whole.layers.resize(request.nodes.size());
    whole.chains.resize(request.edges.size());
    pack(whole, parts, request.spacing);
    if (!request.before.empty())
        fitToBefore(whole, request.before);
    whole.bounds = boundsOf(whole);
    return whole;
}

} // namespace fabula::layout
