#pragma once

#include "brief/flight.hpp"
#include "brief/stage.hpp"

#include <optional>

namespace fabula::brief {

/// Where an x of one picture lies in another with the same time at both.
struct Course
{
    double from = 0;
    double to = 0;
    double factor = 1;

    double operator()(double x) const { return to + (x - from) * factor; }
};

/// The axis of two timelines on its way from the one to the other.
struct FlyingAxis
{
    double factor = 1; ///< px of the slide for one of the layout
    layout::TimeScale scale;
    scene::TimelineView view; ///< what is in view, in px of the layout
    Course old;               ///< from the one slide's x to that on the way
    Course young;             ///< from the other's
};

/// How far it is from one timeline to the other; nothing unless both are timelines with an axis that runs evenly.
std::optional<Flight> flightBetween(const Stage& from, const Stage& to);

/// After a share of the way of a flight between these two.
FlyingAxis axisAt(const Stage& from, const Stage& to, const Flight& flight, double share);

} // namespace fabula::brief
