#include "layout/causal/layered_graph.hpp"

namespace fabula::layout {

Adjacency arcsByNode(Index nodes, std::span<const Arc> arcs, bool outgoing)
{
    Adjacency result;
    result.begin.assign(nodes + 2, 0);
    result.list.resize(arcs.size());
    const auto nodeOf = [&](const Arc& arc) { return outgoing ? arc.from : arc.to; };
    for (const Arc& arc : arcs)
        ++result.begin[nodeOf(arc) + 2];
    for (Index node = 0; node < nodes; ++node)
        result.begin[node + 2] += result.begin[node + 1];
    // Filling moves each node's begin to its end, which is the next node's begin.
    for (Index arc = 0; arc < arcs.size(); ++arc)
        result.list[result.begin[nodeOf(arcs[arc]) + 1]++] = arc;
    result.begin.pop_back();
    return result;
}

} // namespace fabula::layout
