#include "layout/causal/link_chains.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::layout {

using core::Point;
using core::Rect;

namespace {

constexpr double kLevel = 0.01; ///< px: less is no difference in height

// The heights at which an edge passes the layers from its first node's to its second's.
double heightAt(const PlacedLayers& placed, const LinkEnds& ends, Index edge, std::size_t at)
{
    const std::vector<Index>& chain = placed.graph.chains[edge];
    if (at == 0)
        return ends.first[edge];
    return at + 1 == chain.size() ? ends.second[edge] : placed.ys[chain[at]];
}

/// A chain of cubic Béziers that grows at its end.
struct ChainPen
{
    std::vector<Point> points;

    Point end() const { return points.back(); }
    void lineTo(Point to)
    {
        const Point from = end();
        points.push_back(from + (to - from) * (1.0 / 3));
        points.push_back(from + (to - from) * (2.0 / 3));
        points.push_back(to);
    }
    void curveTo(Point to, double reach)
    {
        points.push_back(end() + Point{reach, 0});
        points.push_back(to - Point{reach, 0});
        points.push_back(to);
    }
};

class LinkDrawer
{
public:
    LinkDrawer(const PlacedLayers& placed, const LinkEnds& ends, const std::vector<Column>& columns,
               LayeredDrawing& drawing)
        : placed_(placed), ends_(ends), columns_(columns), drawing_(drawing)
    {
    }

    void draw(Index edge)
    {
        std::vector<Point>& points = drawing_.chains[edge];
        const std::vector<Index>& chain = placed_.graph.chains[edge];
        if (chain.empty()) {
            points = withinLayer(edge);
            return;
        }
        points = across(edge);
        if (placed_.request.edges[edge].from != chain.front())
            std::reverse(points.begin(), points.end());
    }

private:
    std::vector<Point> across(Index edge)
    {
        const std::vector<Index>& chain = placed_.graph.chains[edge];
        ChainPen pen;
        pen.points.push_back({drawing_.boxes[chain.front()].right(), ends_.first[edge]});
        const std::vector<Index>& layerOf = placed_.graph.layerOf;
        for (std::size_t at = 0; at + 1 < chain.size(); ++at) {
            const double y = pen.end().y;
            const double next = heightAt(placed_, ends_, edge, at + 1);
            if (std::abs(next - y) < kLevel)
                continue;
            const double from = columns_[layerOf[chain[at]]].right;
            const double to = columns_[layerOf[chain[at + 1]]].left;
            if (from > pen.end().x)
                lineTo(pen, {from, y});
            pen.curveTo({to, next}, (to - from) / 2);
            drawing_.length += std::hypot(to - from, next - y);
            ++drawing_.bends;
        }
        const double end = drawing_.boxes[chain.back()].left();
        if (end > pen.end().x)
            lineTo(pen, {end, pen.end().y});
        return std::move(pen.points);
    }

    // From right side to right side, in the gap after the layer.
    std::vector<Point> withinLayer(Index edge)
    {
        const auto [from, to, direction] = placed_.request.edges[edge];
        const double right = columns_[placed_.graph.layerOf[from]].right;
        const Rect& source = drawing_.boxes[from];
        const Rect& target = drawing_.boxes[to];
        const double y0 = ends_.first[edge];
        const double y1 = ends_.second[edge];
        const double reach = placed_.request.spacing.layerGap * 0.6;
        // A loop at one node need not go round others.
        const double turn = from == to ? source.right() : right;
        ChainPen pen;
        pen.points.push_back({source.right(), y0});
        if (turn > pen.end().x)
            lineTo(pen, {turn, y0});
        pen.points.push_back({turn + reach, y0});
        pen.points.push_back({turn + reach, y1});
        pen.points.push_back({turn, y1});
        drawing_.length += std::abs(y1 - y0) + reach;
        ++drawing_.bends;
        if (turn > target.right())
            lineTo(pen, {target.right(), y1});
        return std::move(pen.points);
    }

    void lineTo(ChainPen& pen, Point to)
    {
        drawing_.length += core::distance(pen.end(), to);
        pen.lineTo(to);
    }

    const PlacedLayers& placed_;
    const LinkEnds& ends_;
    const std::vector<Column>& columns_;
    LayeredDrawing& drawing_;
};

} // namespace

std::vector<Column> columnsFor(const PlacedLayers& placed, const LinkEnds& ends)
{
    const ProperLayering& graph = placed.graph;
    const LayeredSpacing& spacing = placed.request.spacing;
    std::vector<double> widths(graph.layers, 0);
    for (Index node = 0; node < graph.reals; ++node)
        widths[graph.layerOf[node]] = std::max(widths[graph.layerOf[node]], placed.request.nodes[node].width);
    std::vector<double> rises(graph.layers, 0);
    for (Index edge = 0; edge < graph.chains.size(); ++edge)
        for (std::size_t at = 0; at + 1 < graph.chains[edge].size(); ++at) {
            double& rise = rises[graph.layerOf[graph.chains[edge][at]]];
            rise = std::max(rise, std::abs(heightAt(placed, ends, edge, at + 1) - heightAt(placed, ends, edge, at)));
        }
    std::vector<Column> columns;
    double left = 0;
    for (Index layer = 0; layer < graph.layers; ++layer) {
        columns.push_back({left, left + widths[layer]});
        left += widths[layer] + std::clamp(spacing.layerGap + spacing.gapPerRise * rises[layer], spacing.layerGap,
                                           std::max(spacing.layerGap, spacing.mostLayerGap));
    }
    return columns;
}

void drawLinks(const PlacedLayers& placed, const LinkEnds& ends, const std::vector<Column>& columns,
               LayeredDrawing& drawing)
{
    drawing.chains.resize(placed.graph.chains.size());
    LinkDrawer drawer(placed, ends, columns, drawing);
    for (Index edge = 0; edge < placed.graph.chains.size(); ++edge)
        drawer.draw(edge);
}

} // namespace fabula::layout
