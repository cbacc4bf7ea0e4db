#include "layout/causal/sifting.hpp"

#include <algorithm>

namespace fabula::layout {

Sifter::Sifter(const ProperLayering& graph) : graph_(graph)
{
}

// For each node a: weight[p] is how much a segment that ends at place p of the side crosses when its node comes after
// a, less what it crosses when its node comes before a. A pair's gain is then a sum over one node's segments.
void Sifter::compareSide(std::span<const Index> nodes, const Adjacency& side, const std::vector<Index>& places)
{
    const std::size_t count = nodes.size();
    Index width = 0;
    Index segments = 0;
    for (const Index node : nodes) {
        for (const Index other : side.of(node))
            width = std::max(width, places[other] + 1);
        segments += static_cast<Index>(side.of(node).size());
    }
    for (std::size_t a = 0; a + 1 < count; ++a) {
        const auto ends = side.of(nodes[a]);
        if (ends.empty())
            continue;
        weight_.assign(width + 1, 0);
        for (const Index end : ends)
            ++weight_[places[end]];
        const auto degree = static_cast<int>(ends.size());
        int before = 0;
        for (Index place = 0; place < width; ++place) {
            const int here = weight_[place];
            weight_[place] = degree - 2 * before - here;
            before += here;
        }
        int* row = gain_.data() + a * count;
        for (std::size_t b = a + 1; b < count; ++b) {
            int sum = 0;
            for (const Index end : side.of(nodes[b]))
                sum += weight_[places[end]];
            row[b] += sum;
        }
        steps_ += width + segments;
    }
}

void Sifter::compare(std::span<const Index> nodes, const std::vector<Index>& places)
{
    const std::size_t count = nodes.size();
    gain_.assign(count * count, 0);
    compareSide(nodes, graph_.before, places);
    compareSide(nodes, graph_.after, places);
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = a + 1; b < count; ++b)
            gain_[b * count + a] = -gain_[a * count + b];
}

int Sifter::moveToBest(std::vector<Index>& line, Index at, bool drift) const
{
    const std::size_t count = line.size();
    const Index node = line[at];
    const int* row = gain_.data() + node * count;
    int best = 0;
    Index bestPlace = at;
    int sum = 0;
    const int tie = drift ? 1 : 0;
    for (Index place = at; place > 0; --place) {
        sum += row[line[place - 1]];
        if (sum < best + tie) {
            best = sum;
            bestPlace = place - 1;
        }
    }
    sum = 0;
    for (Index place = at + 1; place < count; ++place) {
        sum -= row[line[place]];
        if (sum < best) {
            best = sum;
            bestPlace = place;
        }
    }
    if (bestPlace < at)
        std::rotate(line.begin() + bestPlace, line.begin() + at, line.begin() + at + 1);
    else
        std::rotate(line.begin() + at, line.begin() + at + 1, line.begin() + bestPlace + 1);
    return best;
}

Index Sifter::sift(OrderInWork& work, Index layer, bool drift)
{
    const std::span<const Index> nodes = work.layer(layer);
    const auto count = static_cast<Index>(nodes.size());
    if (count < 2)
        return 0;
    compare(nodes, work.places);
    std::vector<Index>& line = line_;
    line.resize(count);
    for (Index i = 0; i < count; ++i)
        line[i] = i;
    int total = 0;
    for (int round = 0; round < 8; ++round) {
        int gained = 0;
        for (Index node = 0; node < count; ++node) {
            const auto at = static_cast<Index>(std::find(line.begin(), line.end(), node) - line.begin());
            gained += moveToBest(line, at, drift && round == 0);
        }
        steps_ += 2 * count * count;
        total += gained;
        if (gained == 0)
            break;
    }
    sorted_.resize(count);
    for (Index i = 0; i < count; ++i)
        sorted_[i] = nodes[line[i]];
    work.assign(layer, sorted_);
    return static_cast<Index>(-total);
}

} // namespace fabula::layout
