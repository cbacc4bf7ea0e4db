#pragma once

#include "graph/scope.hpp"

#include <vector>

namespace fabula::graph {

/// Two claims that cannot both hold.
struct Contradiction
{
    enum class Kind : std::uint8_t {
        claims, ///< a `contradicts` link joins them
        order,  ///< `second` is an effect of `first` (or preceded by it), but must be earlier by the dates written
        delay,  ///< one event that came later than it was planned for; `first` and `second` are the same
    };
    Kind kind = Kind::claims;
    EventId first;
    EventId second;
    /// The link that joins the two; not valid() for a delay, nor where the order follows from a chain of links.
    LinkId link;
};

/// All contradictions in scope: `claims` by link, then `order` (direct links first, by link; then chains, by `second`),
/// then `delay` by event. An event dated before its plan is none: it came early, or it is the announcement of the plan.
/// O(events + links).
std::vector<Contradiction> contradictions(const Scope& scope);

/// Only those of kind `order`.
std::vector<Contradiction> impossibleOrders(const Scope& scope);

} // namespace fabula::graph
