#include "ui/searching.hpp"

#include <algorithm>
#include <utility>

namespace fabula::ui {

bool isLarge(const model::Story& story)
{
    constexpr std::size_t kMostAtOnce = 20'000;
    return story.events.size() > kMostAtOnce;
}

SearchKey searchKeyOf(const AppState& state)
{
    return {state.story.graph ? &state.story.graph->story() : nullptr, state.search.query, state.asOf.day};
}

FoundEvents found(SearchKey key, const graph::EventGraph& graph, const model::StorySearch& search,
                  const model::Known* known)
{
    FoundEvents found;
    found.hits = search.find(key.query);
    if (known != nullptr)
        std::erase_if(found.hits, [&](core::EventId event) { return !known->events[event.index()]; });
    scene::Emphasis emphasis;
    emphasis.strength = 1;
    emphasis.events.assign(graph.story().events.size(), false);
    emphasis.links.assign(graph.story().links.size(), false);
    for (const core::EventId event : found.hits)
        emphasis.events[event.index()] = true;
    for (const core::EventId event : found.hits) {
        for (const core::LinkId link : graph.linksFrom(event))
            emphasis.links[link.index()] = emphasis.events[graph.story()[link].to.index()];
    }
    if (!key.query.empty())
        found.emphasis = std::make_shared<const scene::Emphasis>(std::move(emphasis));
    found.key = std::move(key);
    return found;
}

void showFound(AppState& state, FoundEvents found)
{
    state.search.found = std::move(found.key);
    state.search.hits = std::move(found.hits);
    state.search.emphasis = std::move(found.emphasis);
    state.search.current = std::min(state.search.current, state.search.hits.empty() ? 0 : state.search.hits.size() - 1);
}

void seekHits(AppState& state)
{
    if (state.story.graph && state.story.search != nullptr && !isLarge(state.story.graph->story()))
        showFound(state, found(searchKeyOf(state), *state.story.graph, *state.story.search, state.asOf.known.get()));
}

} // namespace fabula::ui
