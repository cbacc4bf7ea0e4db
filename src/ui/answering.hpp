#pragma once

#include "ui/app_state.hpp"

#include <optional>

namespace fabula::ui {

/// Whether the question is about what stands in the story shown: what was withdrawn since an older version does not,
/// and is only seen.
bool canBeAsked(const AppState& state, const ask::Question& question);

/// What the answer to a question asked now depends on.
AnswerKey keyOf(const AppState& state, const ask::Question& question);

/// The answer that the picture shows: to the question pointed at, else to the last one asked; null if there is none or
/// it is still worked out.
const Answered* shownAnswer(const AppState& state);

/// The part of the story that questions are put to: what was known on the day, or all of it.
graph::Scope scopeOf(const AppState& state);

/// Works an answer out; nothing of use once the scope's watcher has cancelled. Costs what the question costs; touches
/// nothing but what it is given, so it may run on any thread.
Answered answered(const graph::Scope& scope, AnswerKey key);

/// What the inspector tells of the selected event beyond what is written there, worked out again if the selection, the
/// story or the day has changed. O(events + links) then; in stories too large for that in a frame nothing is told.
void refreshFacts(AppState& state);

/// What changed since an older version, in the language shown.
void refreshChanges(AppState& state);

/// The part of the picture that stands out for an answer, `share` of the way through lighting it in the order of time.
scene::Emphasis emphasisOf(const Answered& answered, const model::Story& story, double share);

} // namespace fabula::ui
