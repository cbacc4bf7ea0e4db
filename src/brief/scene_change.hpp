#pragma once

#include "brief/axis_flight.hpp"
#include "brief/slide.hpp"
#include "scene/blended.hpp"

namespace fabula::brief {

/// Adds the timeline or graph of one slide on its way to that of another slide of another scene, see pictureBetween.
void addSceneChange(const Briefing& briefing, const Slide& from, const Slide& to, const scene::Blend& blend,
                    scene::DisplayList& picture);

} // namespace fabula::brief
