#pragma once

#include "graph/scope.hpp"

#include <cstddef>
#include <vector>

namespace fabula::graph {

/// A chain of causal links picked for the telling.
struct Strand
{
    std::vector<EventId> events; ///< from cause to effect
    std::vector<LinkId> links;   ///< between them, one fewer
    double weight = 0;           ///< what the chain is the maximum of; see `mainline`
};

struct Mainline
{
    /// The chain that best tells the story; then up to two more among the events that are left, each of three events or
    /// more. Empty only if nothing is in scope.
    std::vector<Strand> strands;
    /// Loops in scope, each by id; the links that close them were left out.
    std::vector<std::vector<EventId>> loops;
};

inline constexpr std::size_t kMainlineEvents = 12;

/// How likely a claim is, 0 to 1: the middle of the range that ICD 203 gives for its term (likely is 55–80 %); where
/// none was stated an even chance.
double probability(const std::optional<model::Confidence>& confidence);

/// The chain of at most `most` (1 or more) events that weighs most, where an event weighs its importance times its own
/// probability times that of the link by which the chain comes to it. Among equals the one found first by the order of
/// the story's links. Longest paths by dynamic programming over the number of events: O(most · links).
Mainline mainline(const Scope& scope, std::size_t most = kMainlineEvents);

} // namespace fabula::graph
