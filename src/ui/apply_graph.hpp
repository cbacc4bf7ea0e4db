#pragma once

#include "ui/apply.hpp"

namespace fabula::ui {

/// What the commands that move the view do while the graph is shown; nothing for all others, which do the same in both
/// views.
std::optional<std::vector<Effect>> applyToGraph(AppState& state, const Command& command, const ApplyContext& context);

/// Brings the selected event into view.
std::vector<Effect> showSelectedInGraph(AppState& state, const ApplyContext& context);

} // namespace fabula::ui
