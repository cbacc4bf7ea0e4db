#include "graph/chain_search.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace fabula::graph {

ChainSearch::ChainSearch(const Scope& scope, EventId start, EventId goal)
    : scope_(scope), goal_(goal), reaches_(scope.story().events.size(), false),
      searchOf_(scope.story().events.size(), 0), reachedBy_(scope.story().events.size())
{
    const EventGraph& graph = scope.graph();
    // Without loops, what stands before the start in the order of the story cannot lie below it.
    const std::size_t first = graph.causalLoop().empty() ? graph.position(start) : 0;
    std::vector<EventId> queue{goal};
    reaches_[goal.index()] = true;
    while (!queue.empty()) {
        const EventId event = queue.back();
        queue.pop_back();
        scope.eachLink(event, Way::causes, [&](LinkId, EventId cause) {
            if (reaches_[cause.index()] || graph.position(cause) < first)
                return;
            reaches_[cause.index()] = true;
            queue.push_back(cause);
        });
    }
}

Chain ChainSearch::best(const Limits& limits, std::size_t& steps)
{
    if (!reaches_[limits.gone.back().index()])
        return {};
    steps -= std::min(steps, limits.gone.size());
    const std::optional<Strength> strength = widest(limits, steps);
    if (!strength.has_value())
        return {};
    return shortest(limits, *strength, steps);
}

void ChainSearch::begin(const Limits& limits)
{
    ++search_;
    for (const EventId event : limits.gone)
        searchOf_[event.index()] = search_;
}

bool ChainSearch::mayEnter(const Limits& limits, EventId from, EventId to)
{
    if (!reaches_[to.index()] || visited(to))
        return false;
    const std::vector<EventId>& no = limits.notNext;
    return from != limits.gone.back() || std::find(no.begin(), no.end(), to) == no.end();
}

std::optional<Strength> ChainSearch::widest(const Limits& limits, std::size_t& steps)
{
    begin(limits);
    // By the strength of a chain, the events at its end. An event may wait in several; the strongest comes first.
    std::array<std::vector<EventId>, kStrongest + 1> queues;
    const EventId start = limits.gone.back();
    searchOf_[start.index()] = search_ - 1;
    queues[limits.atMost].push_back(start);
    for (std::size_t level = queues.size(); level-- > 0;) {
        while (!queues[level].empty()) {
            const EventId event = queues[level].back();
            queues[level].pop_back();
            if (visited(event))
                continue;
            searchOf_[event.index()] = search_;
            if (event == goal_)
                return static_cast<Strength>(level);
            bool over = false;
            scope_.eachStep(event, Way::effects, [&](const CausalStep& link) {
                over = over || steps == 0;
                if (over)
                    return;
                --steps;
                if (mayEnter(limits, event, link.other))
                    queues[std::min<std::size_t>(level, link.strength)].push_back(link.other);
            });
            if (over)
                return std::nullopt;
        }
    }
    return std::nullopt;
}

Chain ChainSearch::shortest(const Limits& limits, Strength atLeast, std::size_t& steps)
{
    begin(limits);
    std::vector<EventId> queue{limits.gone.back()};
    for (std::size_t next = 0; next < queue.size() && !visited(goal_); ++next) {
        const EventId event = queue[next];
        scope_.eachStep(event, Way::effects, [&](const CausalStep& link) {
            if (steps == 0)
                return;
            --steps;
            if (link.strength < atLeast || !mayEnter(limits, event, link.other))
                return;
            searchOf_[link.other.index()] = search_;
            reachedBy_[link.other.index()] = link.link;
            queue.push_back(link.other);
        });
    }
    return visited(goal_) ? wayFrom(limits.gone.back()) : Chain();
}

Chain ChainSearch::wayFrom(EventId start) const
{
    Chain chain;
    chain.events.push_back(goal_);
    while (chain.events.back() != start)
        chain.events.push_back(scope_.story()[reachedBy_[chain.events.back().index()]].from);
    std::reverse(chain.events.begin(), chain.events.end());
    return chain;
}

} // namespace fabula::graph
