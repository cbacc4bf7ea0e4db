#pragma once

#include "ui/app_state.hpp"
#include "ui/command.hpp"

namespace fabula::ui {

/// The steps of `apply` that have to do with questions and with the second clock.

/// Shows what the question would light; nothing if it can't be asked.
void previewQuestion(AppState& state, const std::optional<ask::Question>& question);

void putQuestion(AppState& state, const ask::Question& question);
/// Without a subject it says what is missing in the status bar.
void askAbout(AppState& state, ask::Ask ask);
void beginPath(AppState& state);
/// While the end of a path is picked, takes the event for it; none ends the picking. True if one was picked.
bool endPath(AppState& state, core::EventId event);
void goToCrumb(AppState& state, std::size_t index);
/// One step back in what was asked; false if nothing was.
bool backFromAnswer(AppState& state);

Looks looksOf(const AppState& state);
/// Has the last answer's flight kept, which began at `from`.
void keepFlight(AppState& state, const Looks& from);
/// Where the view on show goes back to: it was moved by answers that are gone now, and by nobody since. Forgets them.
std::optional<Looks> flightBack(AppState& state);

/// What nobody could know on the day that is shown can't be gone to; what was withdrawn has its place.
bool canBeGoneTo(const AppState& state, core::EventId event);

/// Of these the events that are known on the day shown, in the same order.
std::vector<core::EventId> knownOnly(const AppState& state, std::vector<core::EventId> events);

void toggleAsOf(AppState& state);
/// Days outside those on which something changes are brought to the first or to today.
void setAsOf(AppState& state, const time::Edtf& day);
void stepAsOf(AppState& state, int by);
void playAsOf(AppState& state, bool play);

} // namespace fabula::ui
