#include "layout/causal/sifting.hpp"

#include <algorithm>
#include <numeric>

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
    ends_.clear();
    begin_.assign(1, 0);
    for (const Index node : nodes) {
        for (const Index other : side.of(node)) {
            ends_.push_back(places[other]);
            width = std::max(width, places[other] + 1);
        }
        begin_.push_back(static_cast<Index>(ends_.size()));
    }
    for (std::size_t a = 0; a + 1 < count; ++a) {
        if (begin_[a] == begin_[a + 1])
            continue;
        weight_.assign(width, 0);
        for (Index k = begin_[a]; k < begin_[a + 1]; ++k)
            ++weight_[ends_[k]];
        int before = 0;
        const auto degree = static_cast<int>(begin_[a + 1] - begin_[a]);
        for (int& weight : weight_) {
            const int here = weight;
            weight = degree - 2 * before - here;
            before += here;
        }
        int* const row = gain_.data() + a * count;
        Index k = begin_[a + 1];
        for (std::size_t b = a + 1; b < count; ++b) {
            int sum = 0;
            for (; k < begin_[b + 1]; ++k)
                sum += weight_[ends_[k]];
            row[b] += sum;
        }
    }
    steps_ += count * (width + ends_.size());
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

int Sifter::moveToBest(Index at, bool drift)
{
    std::vector<Index>& line = line_;
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

Index Sifter::siftWindow(OrderInWork& work, Index layer, Index first, bool drift)
{
    constexpr int kMostRounds = 8;
    const std::span<const Index> whole = work.layer(layer);
    const std::span<const Index> nodes = whole.subspan(first, std::min<std::size_t>(kWindow, whole.size() - first));
    const auto count = static_cast<Index>(nodes.size());
    compare(nodes, work.places);
    line_.resize(count);
    std::iota(line_.begin(), line_.end(), Index{0});
    int total = 0;
    for (int round = 0; round < kMostRounds; ++round) {
        int gained = 0;
        for (Index node = 0; node < count; ++node) {
            const auto at = static_cast<Index>(std::find(line_.begin(), line_.end(), node) - line_.begin());
            gained -= moveToBest(at, drift && round == 0);
        }
        steps_ += 2 * std::uint64_t{count} * count;
        total += gained;
        if (gained == 0)
            break;
    }
    sorted_.assign(whole.begin(), whole.end());
    for (Index i = 0; i < count; ++i)
        sorted_[first + i] = nodes[line_[i]];
    work.assign(layer, sorted_);
    return static_cast<Index>(total);
}

Index Sifter::sift(OrderInWork& work, Index layer, bool drift)
{
    const auto size = static_cast<Index>(work.layer(layer).size());
    Index total = 0;
    for (Index first = 0; first == 0 || first + kWindow / 2 < size; first += kWindow / 2)
        if (first + 1 < size)
            total += siftWindow(work, layer, first, drift);
    return total;
}

} // namespace fabula::layout
