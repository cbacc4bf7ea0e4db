#pragma once

#include "ui/panel_kit.hpp"

#include <vector>

namespace fabula::ui {

/// What a briefing's screen is drawn from besides the state.
struct BriefingPictures
{
    const scene::DisplayList& slide;               ///< as it is now, perhaps on its way to the next one
    const std::vector<scene::DisplayList>& scenes; ///< of each scene its last slide, for the grid of all
};

/// The slide over the whole window, or what lies over it: a blank screen, the presenter's notes, the pointer, the grid
/// of all scenes, the number that is being typed. A click on an event leaves the slide for it, one elsewhere goes on,
/// one with the right button back.
void drawBriefing(const PanelContext& context, const BriefingPictures& pictures);

} // namespace fabula::ui
