#pragma once

#include "graph/scope.hpp"

#include <cstddef>
#include <vector>

namespace fabula::graph {

/// A chain of causal links from one event to another that meets no event twice.
struct Chain
{
    std::vector<EventId> events; ///< from cause to effect, both ends included
    std::vector<LinkId> links;   ///< between them, one fewer; of parallel links the strongest
    LinkId weakest;              ///< the first of its weakest links; not valid() for a chain without links
};

/// How two events hang together.
struct Paths
{
    enum class Join : std::uint8_t {
        chain,        ///< chains lead from the first to the second
        backwards,    ///< none does, but chains lead from the second to the first
        commonCause,  ///< neither, but both go back to `meeting`
        commonEffect, ///< neither, but both lead to `meeting`
        none,         ///< nothing on record joins them
    };
    EventId from;
    EventId to;
    Join join = Join::none;
    /// For `chain` and `backwards` the strongest first and up to five others, best first. For a common cause or effect
    /// two: the best between it and `from`, then between it and `to`, each from cause to effect.
    std::vector<Chain> chains;
    EventId meeting;
    /// The search for others was given up in a large story: there may be better ones than those listed after the first.
    bool cutShort = false;
    /// The loops on which one of the chains' events lies, each by id.
    std::vector<std::vector<EventId>> loops;
};

inline constexpr std::size_t kOtherChains = 5;

/// The strongest chain, by its weakest link (maximin), then by length, then by the order of the story's links; and the
/// next best ones that differ in an event, by the partition of E. Lawler (*Management Science* 18(7), 1972) after
/// J. Yen (*Management Science* 17(11), 1971). If no chain joins the two either way: the event nearest to both up or
/// down the links, by the sum of links, then causes before effects, then in the order of the story's dates.
/// O(events + links) for the first and for a common cause or effect; the others share a fixed number of steps.
Paths paths(const Scope& scope, EventId from, EventId to);

} // namespace fabula::graph
