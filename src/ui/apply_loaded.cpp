#include "ui/apply.hpp"
#include "ui/apply_ask.hpp"
#include "ui/searching.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace fabula::ui {
namespace {

/// The same event in another reading of the story; not valid() if it is gone.
core::EventId again(core::EventId event, const model::Story& before, const model::Story& now)
{
    if (!event.valid())
        return {};
    const core::EventId its = model::eventNamed(now, before[event].id);
    return its.valid() && now[its].novelty != model::Novelty::withdrawn ? its : core::EventId{};
}

/// A link has no name: the first of the same kind between the same two events.
core::LinkId again(core::LinkId id, const model::Story& before, const model::Story& now)
{
    const model::Link& link = before[id];
    const core::EventId from = again(link.from, before, now);
    const core::EventId to = again(link.to, before, now);
    for (std::size_t i = 0; from.valid() && to.valid() && i < now.links.size(); ++i) {
        const model::Link& other = now.links[i];
        if (other.from == from && other.to == to && other.kind == link.kind)
            return core::LinkId(i);
    }
    return {};
}

void startAfresh(AppState& state)
{
    state.search = {};
    state.filter = {};
    state.foldedLanes.clear();
    state.foldGaps = false;
    state.grouping = layout::Grouping::actor;
    state.selected = {};
    state.walk.clear();
    state.asking = {};
    state.asOf = {};
    state.graphCamera = {};
    state.graphFitted = false;
    state.fitted = true;
}

/// The question about the same things in another reading of the story; nothing if one of them is gone.
std::optional<ask::Question> again(const ask::Question& question, const model::Story& before, const model::Story& now)
{
    ask::Question same = question;
    if (question.goal.valid()) {
        same.goal = again(question.goal, before, now);
        if (!same.goal.valid())
            return std::nullopt;
    }
    if (const auto* event = std::get_if<core::EventId>(&question.subject)) {
        same.subject = again(*event, before, now);
        if (!std::get<core::EventId>(same.subject).valid())
            return std::nullopt;
    } else if (const auto* source = std::get_if<core::SourceId>(&question.subject)) {
        const core::SourceId its = model::sourceNamed(now, before[*source].id);
        if (!its.valid())
            return std::nullopt;
        same.subject = its;
    } else if (const auto* link = std::get_if<core::LinkId>(&question.subject)) {
        const core::LinkId its = again(*link, before, now);
        if (!its.valid())
            return std::nullopt;
        same.subject = its;
    }
    return same;
}

void keepQuestions(AppState& state, const model::Story& before, const model::Story& now)
{
    std::vector<ask::Question> kept;
    for (const ask::Question& question : state.asking.crumbs) {
        if (auto same = again(question, before, now))
            kept.push_back(*same);
    }
    const bool sheet = state.asking.sheet;
    state.asking = {};
    state.asking.crumbs = std::move(kept);
    state.asking.sheet = sheet;
    if (!state.asking.crumbs.empty())
        state.asking.kept = state.asking.crumbs.back();
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

effect::OpenFile reading(const AppState& state, const std::filesystem::path& path)
{
    return {path, path == state.story.path ? state.story.since.path : std::filesystem::path()};
}

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
    const bool compared = loaded.since.comparison != nullptr && loaded.since.path != state.story.since.path;
    if (compared)
        state.panel = Panel::changes;
    if (!loaded.since.path.empty())
        state.notice = loaded.since.problem;
    state.story.since = std::move(loaded.since);
    state.story.path = loaded.path;
    state.opened.clear();
    state.hovered = {};
    if (same) {
        keepQuestions(state, state.story.graph->story(), loaded.graph->story());
        state.walk.clear();
        state.selected = again(state.selected, state.story.graph->story(), loaded.graph->story());
        forgetWhatIsGone(state, loaded.graph->story());
    } else {
        startAfresh(state);
    }
    state.facts.reset();
    state.story.graph = std::move(loaded.graph);
    state.story.search = std::move(loaded.search);
    state.story.knowledge = std::move(loaded.knowledge);
    state.story.daysOfChange = model::daysOfChange(state.story.knowledge);
    const time::Edtf day = state.asOf.day;
    const std::size_t current = state.search.current;
    setAsOf(state, day);
    state.search.current = current;
    seekHits(state);
    remember(state.preferences.recentFiles, state.story.path.string());
}

} // namespace fabula::ui
