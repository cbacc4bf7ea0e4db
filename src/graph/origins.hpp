#pragma once

#include "graph/scope.hpp"

#include <cstddef>
#include <variant>
#include <vector>

namespace fabula::graph {

/// What a source can carry.
using Claim = std::variant<EventId, LinkId>;

/// An independent origin of a claim.
struct Origin
{
    SourceId source;
    /// Whether the claim cites it; if not, it is known through its relays only.
    bool cited = false;
    /// The sources cited for the claim that repeat it, in the order cited.
    std::vector<SourceId> relays;
};

/// What carries a claim, and what else stands and falls with that.
struct Sources
{
    Claim claim;
    std::vector<SourceId> carriers; ///< as `carriers()` gives them
    /// Their origins, in the order in which the carriers lead to them: ten outlets that quote one report count once.
    std::vector<Origin> origins;
    /// If there is one origin alone: the other events and links in scope that rest on it alone, by id.
    std::vector<EventId> eventsOnIt;
    std::vector<LinkId> linksOnIt;
};

/// The sources in scope that the claim cites, each once, in the order cited. O(citations of the claim).
std::vector<SourceId> carriers(const Scope& scope, const Claim& claim);

/// O(citations of the story) where there is one origin, else of the claim.
Sources sources(const Scope& scope, const Claim& claim);

/// The claim's one origin, or not valid() if it has none or several. O(citations of the claim).
SourceId onlyOrigin(const Scope& scope, const Claim& claim);

} // namespace fabula::graph
