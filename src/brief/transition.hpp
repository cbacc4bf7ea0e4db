#pragma once

#include "brief/slide.hpp"

namespace fabula::brief {

/// No transition lasts longer.
inline constexpr double kMostTransitionSeconds = 1.1;

/// How long the way from one slide to another takes: within a scene by how many events come or go, between two
/// timelines by how far the camera flies. 0 from a slide to itself. The same in both directions. Linear in the scenes.
double secondsOf(const Briefing& briefing, const Slide& from, const Slide& to);

/// What the audience sees on the way: at a `share` of the time of 0 or less the one slide's picture, at 1 or more the
/// other's, item by item, and between them no jump. How fast it goes is in it: `share` runs evenly.
///
/// Within a scene its events come one after the other, or go. Between two scenes cards that both have move, as one,
/// from where they stand to where they will; what only the first has goes before, what only the second has comes after,
/// and so do words. Between two timelines the axis flies, and takes with it what stands on it. Costs about as much as
/// the pictures of both; keeps nothing.
scene::DisplayList pictureBetween(const Briefing& briefing, const Slide& from, const Slide& to, double share);

} // namespace fabula::brief
