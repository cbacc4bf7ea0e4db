#pragma once

#include "ui/apply.hpp"

namespace fabula::ui {

/// The parts of `apply` that are about a briefing.
std::vector<Effect> beginBriefing(AppState& state, bool fromHere);
std::vector<Effect> present(AppState& state, const command::Present& act);

/// Back from a question of the room, which is put away.
void returnToSlide(AppState& state);

} // namespace fabula::ui
