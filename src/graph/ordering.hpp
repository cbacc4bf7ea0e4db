#pragma once

#include "graph/boost_graph.hpp"

#include <cstdint>
#include <vector>

namespace fabula::graph {

class BracketTable;

/// What a link says about time once loops are broken.
enum class LinkUse : std::uint8_t {
    none,            ///< nothing: a kind without order, or a link that closes a loop
    order,           ///< it orders two events, but lies on a causal loop and so proves nothing about their dates
    orderAndBracket, ///< `from` is not later than `to`
};

/// The loops of the story and the links that are left to order by.
struct Ordering
{
    /// One for each strong component of the causal links that has a loop: the shortest loop through the component's
    /// smallest id, starting there; among equally short ones that whose ids are smallest, read one after the other.
    /// Ordered by their first ids.
    std::vector<std::vector<EventId>> causalLoops;
    /// By link. The links with a use form no loop.
    std::vector<LinkUse> uses;
    /// All vertices such that links with a use lead forward.
    std::vector<Vertex> topological;
};

/// A causal loop is broken where a search from its smallest id comes back to where it has been, so a lone loop loses
/// the link that enters its smallest id. A `precedes` link that lies on any loop says nothing, for it would not be
/// clear which of the loop's links is wrong, and a causal link weighs more. O(events + links); strong components after
/// Tarjan, *SIAM J. Computing* 1(2), 1972, as in Boost.Graph.
Ordering ordering(const StoryGraph& graph);

/// All events such that links with a use lead forward, and otherwise by earliest derived date, then by id: Kahn's
/// algorithm (CACM 5(11), 1962) over the events sorted by date, with a heap for those that were passed by before they
/// were ready. O((events + links) log events), and near the cost of the sorting where dates and links agree.
std::vector<EventId> orderByDate(const StoryGraph& graph, const std::vector<LinkUse>& uses,
                                 const BracketTable& brackets);

} // namespace fabula::graph
