#pragma once

#include "graph/scope.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fabula::graph {

/// How much of the story depends on an event.
struct Pivot
{
    EventId event;
    /// Events that have it on every chain of causes on record: those it dominates, without its own loop.
    std::size_t dominated = 0;
    /// The share of pairs of events joined by a chain whose shortest chains run over it, 0 to 1: its betweenness. Where
    /// several chains are equally short, each counts its part.
    double betweenness = 0;
    /// Without it the graph of causal links falls into more parts.
    bool articulation = false;
};

struct Pivots
{
    /// Those with any of the three, by `dominated`, then `betweenness`, then importance, then in the order of the
    /// story.
    std::vector<Pivot> ranked;
    std::size_t events = 0; ///< in scope
    /// The betweenness was estimated from some of the events only.
    bool sampled = false;
    /// Loops in scope, each by id; their events share what the loop dominates.
    std::vector<std::vector<EventId>> loops;
};

/// Where the events with effects, times the links, are more than this (20,000 times 50,000), the betweenness is
/// sampled.
inline constexpr std::uint64_t kMostForExactBetweenness = 1'000'000'000;

/// Dominators under a virtual root that causes what has no cause on record: each event's nearest common ancestor in the
/// tree of its causes' dominators, in topological order, found over jump pointers (E. Myers, *Information Processing
/// Letters* 17(5), 1983) in O(links log events). Betweenness after U. Brandes, *J. Mathematical Sociology* 25(2), 2001,
/// in O(events · links) up to `kMostForExactBetweenness`, beyond it from a fixed number of steps spread evenly over the
/// story (Brandes and Pich, *Int. J. Bifurcation and Chaos* 17(7), 2007). Articulation points after Tarjan, as in
/// Boost.Graph.
Pivots pivots(const Scope& scope);

} // namespace fabula::graph
