#pragma once

#include "graph/scope.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace fabula::graph {

/// The causal links in scope with each loop drawn together into one knot (their condensation), which has no loops: so
/// questions have an answer where a story, against the rules of the format, says that something caused itself. Events
/// of one knot stand and fall together. In a story without loops each event is its own.
class Knots
{
public:
    /// O(events + links) where the graph has a causal loop (Tarjan's strong components, *SIAM J. Computing* 1(2), 1972,
    /// as in Boost.Graph), else O(1).
    explicit Knots(const Scope& scope);

    /// The number that all events of a knot share.
    std::size_t knotOf(EventId event) const { return knots_.empty() ? event.index() : numbers_[event.index()]; }
    bool together(EventId a, EventId b) const { return knotOf(a) == knotOf(b); }

    /// The events of the knot, the event's own included, by id. O(1).
    std::span<const EventId> around(EventId event) const;

    /// One event of each knot, such that causes stand before effects. O(events).
    std::vector<EventId> inOrder() const;

    /// Every knot of two events or more, each by id, in the order of their first ids.
    const std::vector<std::vector<EventId>>& all() const { return knots_; }

private:
    EventGraph graph_;
    std::vector<std::size_t> numbers_; ///< by event; empty where the story has no loop
    std::vector<std::vector<EventId>> knots_;
    std::vector<std::size_t> placeOf_; ///< by number, the knot's place in `knots_`, or past its end for a lone event
};

} // namespace fabula::graph
