#include "graph/origins.hpp"

#include <unordered_map>
#include <unordered_set>

namespace fabula::graph {
namespace {

std::span<const model::Citation> citations(const model::Story& story, const Claim& claim)
{
    if (const auto* event = std::get_if<EventId>(&claim))
        return story[*event].sources;
    return story[std::get<LinkId>(claim)].sources;
}

template <class Id>
std::vector<Id> restingOn(const Scope& scope, SourceId origin, const Claim& but, std::size_t count)
{
    std::vector<Id> found;
    for (std::size_t i = 0; i < count; ++i) {
        const Claim claim = Id(i);
        if (scope.has(Id(i)) && claim != but && onlyOrigin(scope, claim) == origin)
            found.push_back(Id(i));
    }
    return found;
}

} // namespace

SourceId onlyOrigin(const Scope& scope, const Claim& claim)
{
    SourceId only;
    for (const model::Citation& citation : citations(scope.story(), claim)) {
        if (!scope.has(citation.source))
            continue;
        const SourceId origin = scope.graph().originOf(citation.source);
        if (only.valid() && origin != only)
            return {};
        only = origin;
    }
    return only;
}

std::vector<SourceId> carriers(const Scope& scope, const Claim& claim)
{
    std::vector<SourceId> found;
    std::unordered_set<SourceId> met;
    for (const model::Citation& citation : citations(scope.story(), claim)) {
        if (scope.has(citation.source) && met.insert(citation.source).second)
            found.push_back(citation.source);
    }
    return found;
}

Sources sources(const Scope& scope, const Claim& claim)
{
    const model::Story& story = scope.story();
    Sources found;
    found.claim = claim;
    found.carriers = carriers(scope, claim);
    std::unordered_map<SourceId, std::size_t> places;
    for (const SourceId source : found.carriers) {
        const SourceId root = scope.graph().originOf(source);
        const auto [place, isNew] = places.try_emplace(root, found.origins.size());
        if (isNew)
            found.origins.push_back({root, false, {}});
        Origin& origin = found.origins[place->second];
        if (source == root)
            origin.cited = true;
        else
            origin.relays.push_back(source);
    }
    if (found.origins.size() == 1) {
        const SourceId origin = found.origins.front().source;
        found.eventsOnIt = restingOn<EventId>(scope, origin, claim, story.events.size());
        found.linksOnIt = restingOn<LinkId>(scope, origin, claim, story.links.size());
    }
    return found;
}

} // namespace fabula::graph
