#pragma once

#include "graph/knots.hpp"

#include <cstdint>
#include <vector>

namespace fabula::graph {

/// By event, how many events have it on every chain of causes, in scope, its own knot not counted; events of one knot
/// share the number. O(links log events), by what is told at `pivots`. (Boost's Lengauer-Tarjan recurses as deep as a
/// chain is long, which a story of a million events would not survive; without loops one pass does.)
std::vector<std::uint32_t> dominatedCounts(const Scope& scope, const Knots& knots);

} // namespace fabula::graph
