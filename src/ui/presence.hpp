#pragma once

#include "ui/app_state.hpp"

namespace fabula::ui {

inline constexpr double kComeAndGoSeconds = 0.25;

/// What is there as of the day that is chosen: 0 or 1 for each event and link; empty vectors where everything is.
scene::Presence presenceOf(const AppState& state);

/// Brings what is shown nearer to the goal by at most `step` each. Empty vectors stand for 1 throughout. True if it
/// got there. Linear in the story while something comes or goes, else free.
bool ease(scene::Presence& shown, const scene::Presence& goal, double step);

} // namespace fabula::ui
