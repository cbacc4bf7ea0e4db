#include "layout/causal/brandes_koepf.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace fabula::layout {

namespace {

constexpr double kUnset = std::numeric_limits<double>::infinity();
constexpr Index kNone = std::numeric_limits<Index>::max();

/// For each entry of an adjacency whether its segment may not be straight.
using Marks = std::vector<bool>;

/// What all runs share.
struct Given
{
    const ProperLayering& graph;
    const LayerOrder& order;
    const LayerSpacing& spacing;
    std::vector<Index> places;  ///< by node, its place in the order
    std::array<Marks, 2> marks; ///< for the neighbours before and after
};

/// The graph as one of the four runs sees it: layers and orders may be turned around.
struct View
{
    const ProperLayering& graph;
    const LayerSpacing& spacing;
    std::vector<std::vector<Index>> layers;
    std::vector<Index> place;   ///< by node
    std::vector<Index> layerOf; ///< by node
    const Adjacency& upper;     ///< neighbours in the layer that comes before in this view
    const Marks& marked;        ///< by entry of `upper`

    Index pred(Index node) const { return layers[layerOf[node]][place[node] - 1]; }
    double gap(Index left, Index right) const { return spacing.between(graph, left, right); }
};

// Run 1 and 3 turn the layers around, 2 and 3 their orders.
View viewOf(const Given& given, std::size_t run)
{
    const ProperLayering& graph = given.graph;
    const bool backward = run % 2 == 1;
    View view{graph,
              given.spacing,
              {},
              given.places,
              graph.layerOf,
              backward ? graph.after : graph.before,
              given.marks[run % 2]};
    for (Index i = 0; i < graph.layers; ++i) {
        const std::span<const Index> nodes = given.order.layer(backward ? graph.layers - 1 - i : i);
        view.layers.emplace_back(nodes.begin(), nodes.end());
        if (run >= 2)
            std::reverse(view.layers.back().begin(), view.layers.back().end());
        for (Index place = 0; place < nodes.size(); ++place) {
            view.place[view.layers.back()[place]] = place;
            view.layerOf[view.layers.back()[place]] = i;
        }
    }
    return view;
}

// The segment between two dummies that ends at `node`, as the dummy before it.
Index innerNeighbour(const ProperLayering& graph, Index node)
{
    if (!graph.isDummy(node))
        return kNone;
    const Index before = graph.before.of(node).front();
    return graph.isDummy(before) ? before : kNone;
}

void mark(const ProperLayering& graph, std::array<Marks, 2>& marks, Index before, Index after)
{
    for (Index entry = graph.before.begin[after]; entry < graph.before.begin[after + 1]; ++entry)
        if (graph.before.list[entry] == before)
            marks[0][entry] = true;
    for (Index entry = graph.after.begin[before]; entry < graph.after.begin[before + 1]; ++entry)
        if (graph.after.list[entry] == after)
            marks[1][entry] = true;
}

// Segments that cross one between two dummies give way to it. Of two such the one that comes later gives way.
std::array<Marks, 2> conflicts(const ProperLayering& graph, const LayerOrder& order, const std::vector<Index>& places)
{
    std::array<Marks, 2> marks{Marks(graph.before.list.size()), Marks(graph.after.list.size())};
    for (Index layer = 1; layer < graph.layers; ++layer) {
        const std::span<const Index> nodes = order.layer(layer);
        Index first = 0;
        std::size_t next = 0;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const Index inner = innerNeighbour(graph, nodes[i]);
            const bool bounds = inner != kNone && places[inner] >= first;
            if (!bounds && i + 1 < nodes.size())
                continue;
            const Index last = bounds ? places[inner] : static_cast<Index>(order.layer(layer - 1).size()) - 1;
            for (; next <= i; ++next)
                for (const Index before : graph.before.of(nodes[next]))
                    if (places[before] < first || places[before] > last)
                        mark(graph, marks, before, nodes[next]);
            first = last;
        }
    }
    return marks;
}

/// Chains of nodes that get the same coordinate. `align` leads around each, `root` is its first.
struct Blocks
{
    std::vector<Index> root;
    std::vector<Index> align;
};

Blocks aligned(const View& view)
{
    const Index count = view.graph.nodes();
    Blocks blocks{std::vector<Index>(count), std::vector<Index>(count)};
    for (Index node = 0; node < count; ++node)
        blocks.root[node] = blocks.align[node] = node;
    std::vector<Index> entries;
    for (std::size_t layer = 1; layer < view.layers.size(); ++layer) {
        Index free = 0; // the first place before the layer to which a node may still be aligned
        for (const Index node : view.layers[layer]) {
            entries.clear();
            for (Index entry = view.upper.begin[node]; entry < view.upper.begin[node + 1]; ++entry)
                entries.push_back(entry);
            if (entries.empty())
                continue;
            const auto placeOf = [&](Index entry) { return view.place[view.upper.list[entry]]; };
            std::sort(entries.begin(), entries.end(), [&](Index a, Index b) { return placeOf(a) < placeOf(b); });
            for (std::size_t median = (entries.size() - 1) / 2; median <= entries.size() / 2; ++median) {
                const Index entry = entries[median];
                if (view.marked[entry] || placeOf(entry) < free)
                    continue;
                const Index upper = view.upper.list[entry];
                blocks.align[upper] = node;
                blocks.root[node] = blocks.root[upper];
                blocks.align[node] = blocks.root[node];
                free = placeOf(entry) + 1;
                break;
            }
        }
    }
    return blocks;
}

/// Algorithm 3 of the erratum: blocks as far to one side as their classes allow, then the classes against each other.
class Compaction
{
public:
    Compaction(const View& view, const Blocks& blocks)
        : view_(view), blocks_(blocks), x_(view.graph.nodes(), kUnset), sink_(view.graph.nodes()),
          shift_(view.graph.nodes(), kUnset)
    {
        for (Index node = 0; node < sink_.size(); ++node)
            sink_[node] = node;
    }

    std::vector<double> run()
    {
        for (Index node = 0; node < sink_.size(); ++node)
            if (blocks_.root[node] == node)
                place(node);
        for (Index node = 0; node < sink_.size(); ++node) {
            x_[node] = x_[blocks_.root[node]];
            sink_[node] = sink_[blocks_.root[node]];
        }
        for (Index layer = 0; layer < view_.layers.size(); ++layer)
            shiftFrom(layer);
        for (Index node = 0; node < sink_.size(); ++node)
            x_[node] += shift_[sink_[node]];
        return std::move(x_);
    }

private:
    // A root that stands before a node of this block and has no coordinate yet.
    Index unplacedBefore(Index root) const
    {
        Index node = root;
        do {
            if (view_.place[node] > 0)
                if (const Index before = blocks_.root[view_.pred(node)]; x_[before] == kUnset)
                    return before;
            node = blocks_.align[node];
        } while (node != root);
        return kNone;
    }

    void place(Index first)
    {
        std::vector<Index>& waiting = waiting_;
        waiting.assign(1, first);
        while (!waiting.empty()) {
            const Index root = waiting.back();
            if (const Index before = x_[root] == kUnset ? unplacedBefore(root) : kNone; before != kNone) {
                waiting.push_back(before);
                continue;
            }
            waiting.pop_back();
            if (x_[root] == kUnset)
                placeBlock(root);
        }
    }

    void placeBlock(Index root)
    {
        double x = 0;
        Index node = root;
        do {
            if (view_.place[node] > 0) {
                const Index before = view_.pred(node);
                const Index other = blocks_.root[before];
                if (sink_[root] == root)
                    sink_[root] = sink_[other];
                if (sink_[root] == sink_[other])
                    x = std::max(x, x_[other] + view_.gap(before, node));
            }
            node = blocks_.align[node];
        } while (node != root);
        x_[root] = x;
    }

    // Walks down the far side of the class that begins in this layer and pushes the classes that stand before it away.
    void shiftFrom(Index layer)
    {
        Index node = view_.layers[layer].front();
        const Index sink = sink_[node];
        if (sink != node)
            return;
        if (shift_[sink] == kUnset)
            shift_[sink] = 0;
        for (;;) {
            while (blocks_.align[node] != blocks_.root[node]) {
                node = blocks_.align[node];
                if (view_.place[node] == 0)
                    continue;
                const Index before = view_.pred(node);
                shift_[sink_[before]] =
                    std::min(shift_[sink_[before]], shift_[sink] + x_[node] - (x_[before] + view_.gap(before, node)));
            }
            const std::vector<Index>& line = view_.layers[view_.layerOf[node]];
            const Index next = view_.place[node] + 1;
            if (next >= line.size() || sink_[line[next]] != sink)
                return;
            node = line[next];
        }
    }

    const View& view_;
    const Blocks& blocks_;
    std::vector<double> x_;
    std::vector<Index> sink_;
    std::vector<double> shift_;
    std::vector<Index> waiting_;
};

struct Extent
{
    double from = kUnset;
    double to = -kUnset;
};

Extent extentOf(const std::vector<double>& coordinates, const LayerSpacing& spacing)
{
    Extent extent;
    for (Index node = 0; node < coordinates.size(); ++node) {
        extent.from = std::min(extent.from, coordinates[node] - spacing.height(node) / 2);
        extent.to = std::max(extent.to, coordinates[node] + spacing.height(node) / 2);
    }
    return extent;
}

} // namespace

std::vector<double> crossCoordinates(const ProperLayering& graph, const LayerOrder& order, const LayerSpacing& spacing)
{
    Given given{graph, order, spacing, placesOf(order), {}};
    given.marks = conflicts(graph, order, given.places);
    std::array<std::vector<double>, 4> runs;
    std::array<Extent, 4> extents;
    std::size_t narrowest = 0;
    for (std::size_t run = 0; run < 4; ++run) {
        const View view = viewOf(given, run);
        const Blocks blocks = aligned(view);
        runs[run] = Compaction(view, blocks).run();
        if (run >= 2)
            for (double& y : runs[run])
                y = -y;
        extents[run] = extentOf(runs[run], spacing);
        if (extents[run].to - extents[run].from < extents[narrowest].to - extents[narrowest].from)
            narrowest = run;
    }
    std::vector<double> result(graph.nodes());
    for (Index node = 0; node < graph.nodes(); ++node) {
        std::array<double, 4> values{};
        for (std::size_t run = 0; run < 4; ++run)
            values[run] = runs[run][node] + (run < 2 ? extents[narrowest].from - extents[run].from
                                                     : extents[narrowest].to - extents[run].to);
        std::sort(values.begin(), values.end());
        result[node] = (values[1] + values[2]) / 2;
    }
    return result;
}

} // namespace fabula::layout
