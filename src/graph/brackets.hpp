#pragma once

#include "graph/ordering.hpp"

#include <vector>

namespace fabula::graph {

/// The bracket of each event by the rules told at `Bracket`: lower bounds in one pass forward, upper bounds in one
/// pass backward along the links that bracket. O(events + links).
std::vector<Bracket> brackets(const model::Story& story, const StoryGraph& graph, const Ordering& ordering);

} // namespace fabula::graph
