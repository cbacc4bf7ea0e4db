#include "layout/causal/components.hpp"

#include <algorithm>
#include <limits>

namespace fabula::layout {

namespace {

constexpr Index kNone = std::numeric_limits<Index>::max();

} // namespace

std::vector<Index> connectedParts(Index nodes, std::span<const Arc> arcs)
{
    const Adjacency out = arcsByNode(nodes, arcs, true);
    const Adjacency in = arcsByNode(nodes, arcs, false);
    std::vector<Index> parts(nodes, kNone);
    std::vector<Index> waiting;
    Index count = 0;
    for (Index first = 0; first < nodes; ++first) {
        if (parts[first] != kNone)
            continue;
        parts[first] = count;
        waiting.assign(1, first);
        while (!waiting.empty()) {
            const Index node = waiting.back();
            waiting.pop_back();
            const auto reach = [&](Index other) {
                if (parts[other] != kNone)
                    return;
                parts[other] = count;
                waiting.push_back(other);
            };
            for (const Index arc : out.of(node))
                reach(arcs[arc].to);
            for (const Index arc : in.of(node))
                reach(arcs[arc].from);
        }
        ++count;
    }
    return parts;
}

std::vector<Index> strongParts(Index nodes, std::span<const Arc> arcs)
{
    struct Visit
    {
        Index node;
        std::size_t next;
    };
    const Adjacency out = arcsByNode(nodes, arcs, true);
    std::vector<Index> met(nodes, kNone);
    std::vector<Index> low(nodes, 0);
    std::vector<Index> parts(nodes, kNone);
    std::vector<Index> open;
    std::vector<Visit> visits;
    Index time = 0;
    Index count = 0;
    const auto enter = [&](Index node) {
        met[node] = low[node] = time++;
        open.push_back(node);
        visits.push_back({node, 0});
    };
    for (Index first = 0; first < nodes; ++first) {
        if (met[first] == kNone)
            enter(first);
        while (!visits.empty()) {
            const Index node = visits.back().node;
            if (visits.back().next < out.of(node).size()) {
                const Index other = arcs[out.of(node)[visits.back().next++]].to;
                if (met[other] == kNone)
                    enter(other);
                else if (parts[other] == kNone)
                    low[node] = std::min(low[node], met[other]);
                continue;
            }
            visits.pop_back();
            if (!visits.empty())
                low[visits.back().node] = std::min(low[visits.back().node], low[node]);
            if (low[node] != met[node])
                continue;
            while (parts[node] == kNone) {
                parts[open.back()] = count;
                open.pop_back();
            }
            ++count;
        }
    }
    return parts;
}

} // namespace fabula::layout
