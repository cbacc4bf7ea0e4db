#pragma once

#include "graph/scope.hpp"

#include <cstddef>
#include <variant>
#include <vector>

namespace fabula::graph {

/// What is thought away: an event that did not happen, a link that is no cause, or a source whose report is wrong.
using Removed = std::variant<EventId, LinkId, SourceId>;

/// An event that loses causes.
struct Loss
{
    EventId event;
    std::size_t lost = 0;  ///< direct causes gone, each event once
    std::size_t kept = 0;  ///< direct causes left; 0 for one that falls
    std::size_t layer = 1; ///< the fewest links by which it lies below what is gone
};

/// What a story loses with an event, a link or a source: the events that have it on every chain of causes (those that
/// it dominates, in the graph where one virtual root causes whatever has no cause on record).
struct Removal
{
    Removed removed;
    /// Events that are gone with it: the event itself (with its loop, if it lies on one), or those that no other source
    /// bears out; for a link none. By `order()`.
    std::vector<EventId> gone;
    /// Links that are gone with it: the link itself, or those that no other source bears out; for an event none. By id.
    std::vector<LinkId> goneLinks;
    /// The source and those that repeat it, on and on; empty for an event or link. By id.
    std::vector<SourceId> goneSources;
    /// Lose every cause on record. By layer, then by `order()`.
    std::vector<Loss> fallen;
    /// Lose some direct cause and keep some. By layer, then by `order()`.
    std::vector<Loss> weakened;
    /// Lie further down, but keep all their direct causes. By `order()`.
    std::vector<EventId> standing;
    /// All other events in scope.
    std::size_t untouched = 0;
    /// The loops among the events gone or fallen, and those of which a link is gone, each by id. The events of a loop
    /// stand or fall as one, whatever becomes of the links between them.
    std::vector<std::vector<EventId>> loops;
};

/// Falls are propagated from cause to effect: an event falls once the last of its causes has (on a graph without loops
/// that is domination; with loops, on its condensation). What had no cause on record from the start does not fall.
/// O(events + links).
Removal without(const Scope& scope, const Removed& removed);

} // namespace fabula::graph
