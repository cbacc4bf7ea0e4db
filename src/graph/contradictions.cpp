#include "graph/contradictions.hpp"

#include <algorithm>

namespace fabula::graph {
namespace {

using Kind = Contradiction::Kind;

bool mustBeEarlier(const model::Event& event, const model::Event& other)
{
    return event.when.span().end <= other.when.span().begin;
}

/// An event that must be earlier than a far cause of it; a direct cause is told at its link.
bool isBeforeFarCause(const Scope& scope, EventId event, const Bracket& bracket)
{
    if (!bracket.conflict || !mustBeEarlier(scope.story()[event], scope.story()[bracket.against]))
        return false;
    const auto links = scope.graph().linksTo(event);
    return std::none_of(links.begin(), links.end(), [&](LinkId id) {
        const model::Link& link = scope.story()[id];
        return link.from == bracket.against && model::isOrdering(link.kind) && scope.has(id);
    });
}

} // namespace

std::vector<Contradiction> impossibleOrders(const Scope& scope)
{
    const model::Story& story = scope.story();
    std::vector<Contradiction> found;
    for (std::size_t i = 0; i < story.links.size(); ++i) {
        const model::Link& link = story.links[i];
        if (scope.has(LinkId(i)) && model::isOrdering(link.kind) && mustBeEarlier(story[link.to], story[link.from]))
            found.push_back({Kind::order, link.from, link.to, LinkId(i)});
    }
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        const Bracket bracket = scope.graph().bracket(EventId(i));
        if (scope.has(EventId(i)) && isBeforeFarCause(scope, EventId(i), bracket))
            found.push_back({Kind::order, bracket.against, EventId(i), {}});
    }
    return found;
}

std::vector<Contradiction> contradictions(const Scope& scope)
{
    const model::Story& story = scope.story();
    std::vector<Contradiction> found;
    for (std::size_t i = 0; i < story.links.size(); ++i) {
        const model::Link& link = story.links[i];
        if (link.kind == model::LinkKind::contradicts && scope.has(LinkId(i)))
            found.push_back({Kind::claims, link.from, link.to, LinkId(i)});
    }
    const std::vector<Contradiction> orders = impossibleOrders(scope);
    found.insert(found.end(), orders.begin(), orders.end());
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        const model::Event& event = story.events[i];
        if (scope.has(EventId(i)) && event.planned.known() && event.when.known() &&
            event.planned.span().end <= event.when.span().begin)
            found.push_back({Kind::delay, EventId(i), EventId(i), {}});
    }
    return found;
}

} // namespace fabula::graph
