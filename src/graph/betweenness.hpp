#pragma once

#include "graph/scope.hpp"

#include <cstdint>
#include <vector>

namespace fabula::graph {

struct Betweenness
{
    /// By event: the share of the pairs of events joined by a chain whose shortest chains run over it (see `Pivot`).
    std::vector<double> shares;
    bool sampled = false;
};

/// Exact where the events with effects times the links are `mostExact` or fewer; else from sources spread evenly over
/// the order of the story, until a fixed number of links was followed (`sampled` if that was before every source had
/// its turn). Parallel links count once.
Betweenness betweenness(const Scope& scope, std::uint64_t mostExact);

} // namespace fabula::graph
