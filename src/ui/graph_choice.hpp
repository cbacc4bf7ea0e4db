#pragma once

#include "ui/app_state.hpp"

namespace fabula::ui {

/// A graph of more events than these says nothing, and takes longer to lay out than anybody waits.
inline constexpr std::size_t kMostInGraph = 3000;
/// So many are chosen where there are more.
inline constexpr std::size_t kChosenForGraph = 240;

/// Which events a graph shows of a story that has too many of them: those of the answer on show, else the selected one
/// with what it comes from and leads to, step by step, else the most important. `hidden` as by the filter. Of the most
/// important O(events), else O(links near).
std::vector<core::EventId> chosenForGraph(const AppState& state, const std::vector<bool>& hidden);

} // namespace fabula::ui
