#pragma once

#include "graph/scope.hpp"

#include <vector>

namespace fabula::graph {

/// A link and a longer way of links of the same kind that says the same.
struct ImpliedLink
{
    LinkId link;
    /// From the link's first event to its second, both included: three events or more; a shortest such way.
    std::vector<EventId> way;
};

/// Which of `candidates` (causal links in scope, in any order) are implied by others of their kind, in the order given.
/// A breadth-first search for each candidate, kept between the two events by the order of the story: O(candidates ·
/// links) at worst, so that the searches share a fixed number of steps; beside them O(events + links + candidates). It
/// is enough for each to see the whole of a story of 7,000 links; in far larger ones a long way round may be missed.
/// Where causal links form loops, those on a loop are not candidates (everything there would imply everything), and a
/// link found implied implies no other.
std::vector<ImpliedLink> impliedLinks(const Scope& scope, const std::vector<LinkId>& candidates);

/// The same of all causal links in scope: what a transitive reduction leaves out (Aho, Garey and Ullman, *SIAM J.
/// Computing* 1(2), 1972), kind by kind.
std::vector<ImpliedLink> impliedLinks(const Scope& scope);

} // namespace fabula::graph
