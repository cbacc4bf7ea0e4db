#pragma once

#include "ui/panel_kit.hpp"

#include <optional>
#include <vector>

namespace fabula::ui {

/// What a briefing's screens are drawn from besides the state.
struct BriefingPictures
{
    const scene::DisplayList& slide;               ///< as it is now, perhaps on its way to the next one
    const scene::DisplayList& next;                ///< the slide after it; empty after the last
    const std::vector<scene::DisplayList>& scenes; ///< of each scene its last slide, for the grid of all
};

/// The slide over the whole window, or what lies over it: a blank screen, the presenter's notes, the pointer, the grid
/// of all scenes, the number that is being typed. A click on an event leaves the slide for it, one elsewhere goes on,
/// one with the right button back.
void drawBriefing(const PanelContext& context, const BriefingPictures& pictures);

/// The presenter's side where the audience has a window of its own: this slide, which can be clicked as above, the next
/// one, the notes, and the time.
void drawPresenter(const PanelContext& context, const BriefingPictures& pictures);

/// Where drawPresenter shows a slide of that size: all in window px, of which `scale` are one px of the design.
core::Rect slideOfPresenter(const core::Rect& area, double scale, core::Size slide);

/// What the audience sees in its own window, over the whole of `area`: a picture, or a blank screen; `pointer` is where
/// the presenter points, in px of the picture.
void drawAudience(const PanelContext& context, const scene::DisplayList& picture, std::optional<core::Point> pointer);

} // namespace fabula::ui
