#pragma once

#include "ui/panel_kit.hpp"
#include "ui/panel_strip.hpp"

#include <string>

namespace fabula::ui {

/// The second clock in the overview: as of which day the story is shown. Its hand hangs in the strip and can be dragged
/// by its knob, or set by a press on the years; the story steps through the days on which something became known.

/// "24 of 38 events": those known on the day of the state.
std::string knownWords(const PanelContext& context);
/// In the place of the overview's heading: the day, what was known on it, play and ghosts.
void drawClockHeader(const PanelContext& context, ImVec2 origin);
/// The hand over the strip, with the days of change under it.
void drawClockHand(const PanelContext& context, const Strip& strip);

} // namespace fabula::ui
