#pragma once

#include "ui/app_state.hpp"
#include "ui/command.hpp"

namespace fabula::ui {

/// Where a step leads from the selected event; not valid() where there is nothing that way. Hidden events are passed
/// over. With nothing selected every step leads to the most important event.
/// - cause, effect: along the strongest link: the surer its basis, then its confidence, then the more important event.
/// - siblings: the other effects of the strongest cause, or without a cause the other causes of the strongest effect,
/// in
///   the order of time.
/// - earlier, later: the neighbour in time; events without any date have none.
core::EventId steppedTo(const AppState& state, command::Step step);

/// The same, but back on the way by which steps to causes or effects have come, as long as there is one; keeps it.
core::EventId walkedTo(AppState& state, command::Step step);

/// The causes and effects of an event and itself, as far as they are shown.
std::vector<core::EventId> neighbourhood(const AppState& state, core::EventId event);

} // namespace fabula::ui
