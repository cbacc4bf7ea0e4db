#include "ui/answering.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fabula::ui {

bool canBeAsked(const AppState& state, const ask::Question& question)
{
    const model::Story& story = state.story.graph->story();
    const auto stands = [&](auto id) { return !id.valid() || story[id].novelty != model::Novelty::withdrawn; };
    if (const auto* event = std::get_if<core::EventId>(&question.subject))
        return stands(*event) && stands(question.goal);
    const auto* link = std::get_if<core::LinkId>(&question.subject);
    return link == nullptr || stands(*link);
}

AnswerKey keyOf(const AppState& state, const ask::Question& question)
{
    return {question, &state.story.graph->story(), state.asOf.day, state.language()};
}

const Answered* shownAnswer(const AppState& state)
{
    const AskingState& asking = state.asking;
    if (!state.story.graph)
        return nullptr;
    const auto fits = [&](const std::optional<Answered>& answered, const ask::Question& question) {
        return answered && answered->key.story == &state.story.graph->story() && answered->key.question == question;
    };
    if (asking.preview && fits(asking.previewed, *asking.preview))
        return &*asking.previewed;
    return !asking.crumbs.empty() && fits(asking.answered, asking.crumbs.back()) ? &*asking.answered : nullptr;
}

graph::Scope scopeOf(const AppState& state)
{
    return {state.knownGraph(), state.asOf.known};
}

Answered answered(const graph::Scope& scope, AnswerKey key)
{
    Answered result;
    result.answer = ask::answer(scope, key.question);
    if (scope.cancelled())
        return {};
    result.told = ask::told(scope, key.question, result.answer, key.language);
    result.parts = ask::parts(scope, result.answer);
    result.key = std::move(key);
    return result;
}

void refreshChanges(AppState& state)
{
    Since& since = state.story.since;
    if (since.comparison == nullptr || since.language == state.language())
        return;
    since.language = state.language();
    since.told = ask::toldChanges(*since.comparison, since.language);
}

void refreshFacts(AppState& state)
{
    constexpr std::size_t kMostEvents = 50'000;
    if (!state.story.graph || !state.selected.valid()) {
        state.facts.reset();
        return;
    }
    const model::Story& story = state.story.graph->story();
    if (state.facts && state.facts->event == state.selected && state.facts->story == &story &&
        state.facts->day == state.asOf.day)
        return;
    state.facts.reset();
    if (story.events.size() > kMostEvents)
        return;
    const graph::Scope scope = scopeOf(state);
    if (!scope.has(state.selected)) // withdrawn: nothing rests on it
        return;
    state.facts = EventFacts{state.selected, &story, state.asOf.day, graph::without(scope, state.selected),
                             graph::sources(scope, state.selected)};
}

scene::Emphasis emphasisOf(const Answered& answered, const model::Story& story, double share)
{
    scene::Emphasis emphasis;
    const std::vector<core::EventId>& events = answered.parts.events;
    const auto count = static_cast<std::size_t>(std::ceil(share * static_cast<double>(events.size())));
    emphasis.strength = 1;
    emphasis.events.assign(story.events.size(), false);
    for (std::size_t i = 0; i < std::min(count, events.size()); ++i)
        emphasis.events[events[i].index()] = true;
    emphasis.links.assign(story.links.size(), false);
    for (const core::LinkId link : answered.parts.links)
        emphasis.links[link.index()] =
            emphasis.events[story[link].from.index()] && emphasis.events[story[link].to.index()];
    if (!answered.parts.outlined.empty()) {
        emphasis.outlined.assign(story.events.size(), false);
        for (const core::EventId event : answered.parts.outlined)
            emphasis.outlined[event.index()] = emphasis.events[event.index()];
    }
    return emphasis;
}

} // namespace fabula::ui
