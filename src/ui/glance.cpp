#include "ui/glance.hpp"

#include "model/revision.hpp"
#include "ui/searching.hpp"

#include <algorithm>
#include <utility>

namespace fabula::ui {
namespace {

/// Where one can begin: in the order of cause, the most important of what is shown.
std::vector<core::EventId> beginnings(const GlanceKey& key, const graph::EventGraph& graph,
                                      const std::vector<bool>& hidden)
{
    constexpr std::size_t kMost = 40;
    std::vector<core::EventId> first;
    for (int importance = 5; importance > 0 && first.empty(); --importance) {
        for (const core::EventId event : graph.order()) {
            const bool shown = (hidden.empty() || !hidden[event.index()]) &&
                               (key.known == nullptr || key.known->events[event.index()]);
            if (shown && graph.story()[event].importance == importance)
                first.push_back(event);
            if (first.size() == kMost)
                return first;
        }
    }
    return first;
}

} // namespace

GlanceKey glanceKeyOf(const AppState& state)
{
    GlanceKey key;
    key.story = state.story.graph ? &state.story.graph->story() : nullptr;
    key.filter = state.filter;
    key.known = state.asOf.known;
    key.facets = state.panel == Panel::filters;
    if (key.facets)
        key.language = state.language();
    return key;
}

Glance glanceOf(GlanceKey key, const graph::EventGraph& graph)
{
    const model::Story& story = graph.story();
    const std::vector<bool> hidden = model::hiddenBy(key.filter, story);
    Glance glance;
    glance.events = model::eventsLeft(story);
    glance.links = model::linksLeft(story);
    glance.shown = glance.events;
    for (std::size_t i = 0; i < hidden.size(); ++i)
        glance.shown -= hidden[i] && story.events[i].novelty != model::Novelty::withdrawn ? 1 : 0;
    glance.known = key.known != nullptr
                       ? static_cast<std::size_t>(std::count(key.known->events.begin(), key.known->events.end(), true))
                       : glance.events;
    glance.first = beginnings(key, graph, hidden);
    if (key.facets) {
        for (std::size_t i = 0; i < model::kFacets; ++i)
            glance.facets[i] = model::facetValues(key.filter, static_cast<model::Facet>(i), story, key.language);
    }
    glance.key = std::move(key);
    return glance;
}

void refreshGlance(AppState& state)
{
    if (!state.story.graph || isLarge(state.story.graph->story()))
        return;
    if (GlanceKey key = glanceKeyOf(state); !state.glance || !(state.glance->key == key))
        state.glance = glanceOf(std::move(key), *state.story.graph);
}

const Glance* shownGlance(const AppState& state)
{
    const bool ours = state.glance && state.story.graph && state.glance->key.story == &state.story.graph->story();
    return ours ? &*state.glance : nullptr;
}

} // namespace fabula::ui
