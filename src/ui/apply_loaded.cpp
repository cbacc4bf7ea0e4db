#include "ui/apply.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace fabula::ui {
namespace {

/// The same event in another reading of the story.
core::EventId again(core::EventId event, const model::Story& before, const model::Story& now)
{
    return event.valid() ? model::eventNamed(now, before[event].id) : core::EventId{};
}

void startAfresh(AppState& state)
{
    state.search = {};
    state.filter = {};
    state.foldedLanes.clear();
    state.foldGaps = false;
    state.grouping = layout::Grouping::actor;
    state.selected = {};
    state.fitted = true;
}

std::optional<model::Facet> facetOf(layout::Grouping grouping)
{
    switch (grouping) {
    case layout::Grouping::actor:
        return model::Facet::actor;
    case layout::Grouping::kind:
        return model::Facet::kind;
    case layout::Grouping::tag:
        return model::Facet::tag;
    case layout::Grouping::source:
        return model::Facet::source;
    case layout::Grouping::none:
        break;
    }
    return std::nullopt;
}

/// A choice that nothing has any more would hide the whole story, and no panel would show it to take it back.
void forgetWhatIsGone(AppState& state, const model::Story& now)
{
    state.filter = model::withoutUnknown(state.filter, now);
    model::StoryFilter lanes;
    const auto facet = facetOf(state.grouping);
    if (!facet)
        return;
    lanes[*facet] = state.foldedLanes;
    std::set<std::string> left = model::withoutUnknown(lanes, now)[*facet];
    // The lane of all the rest has no name, and is none of an actor that only has a lane.
    for (const model::Event& event : now.events) {
        if (*facet == model::Facet::actor && event.lane.valid() && state.foldedLanes.count(now[event.lane].id) > 0)
            left.insert(now[event.lane].id);
    }
    if (state.foldedLanes.count("") > 0)
        left.insert("");
    state.foldedLanes = std::move(left);
}

void remember(std::vector<std::string>& recent, const std::string& path)
{
    constexpr std::size_t kMostRecent = 10;
    recent.erase(std::remove(recent.begin(), recent.end(), path), recent.end());
    recent.insert(recent.begin(), path);
    if (recent.size() > kMostRecent)
        recent.resize(kMostRecent);
}

} // namespace

void showLoaded(AppState& state, LoadedFile loaded)
{
    state.loading = {};
    if (loaded.cancelled)
        return;
    const bool same = state.story.path == loaded.path && state.story.graph && loaded.graph &&
                      state.story.graph->story().id == loaded.graph->story().id;
    state.story.diagnostics = std::move(loaded.diagnostics);
    state.story.broken = !loaded.graph.has_value();
    state.story.checkedPath = loaded.path;
    if (!loaded.graph) {
        state.panel = Panel::findings;
        return;
    }
    if (state.panel == Panel::findings)
        state.panel = Panel::none;
    state.story.path = loaded.path;
    state.opened.clear();
    state.hovered = {};
    if (same) {
        state.selected = again(state.selected, state.story.graph->story(), loaded.graph->story());
        forgetWhatIsGone(state, loaded.graph->story());
    } else {
        startAfresh(state);
    }
    state.story.graph = std::move(loaded.graph);
    state.story.search = std::move(loaded.search);
    state.search.hits = state.story.search.find(state.search.query);
    state.search.current = std::min(state.search.current, state.search.hits.empty() ? 0 : state.search.hits.size() - 1);
    remember(state.preferences.recentFiles, state.story.path.string());
}

} // namespace fabula::ui
