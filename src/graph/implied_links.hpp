#pragma once

#include "graph/event_graph.hpp"

#include <vector>

namespace fabula::graph {

/// A link and a longer way of links of the same kind that says the same.
struct ImpliedLink
{
    LinkId link;
    /// From the link's first event to its second, both included: three events or more; a shortest such way.
    std::vector<EventId> way;
};

/// Which of `candidates` (causal links, in any order) are implied by others of their kind, in the order given. The
/// causal links must form no loop. A breadth-first search for each candidate, kept between the two events by the order
/// of the story: O(candidates · links) at worst, so that the searches share a fixed number of steps. It is enough for
/// each to see the whole of a story of 7,000 links; in far larger ones a long way round may be missed.
std::vector<ImpliedLink> impliedLinks(const EventGraph& graph, const std::vector<LinkId>& candidates);

} // namespace fabula::graph
