#pragma once

#include "layout/timeline/axis.hpp"
#include "scene/timeline_picture.hpp"

namespace fabula::scene {

/// What the parts of a timeline's picture share while it is built.
struct TimelineItems
{
    const TimelineSubject& subject;
    const TimelineView& view;
    const Theme& theme;
    DisplayList& picture;
    layout::Axis axis{}; ///< in view; empty without dates, where any axis would be made up

    /// Content space to picture, not rounded.
    Point at(Point content) const { return view.screenFromContent(content); }
    /// The same, moved to whole pixels without changing its size.
    Rect snapped(const Rect& content) const;

    /// Whether anything at all stands on the axis.
    bool hasDates() const { return !subject.layout.events.empty() || !subject.layout.clusters.empty(); }
    bool lit(core::EventId event) const;
    bool lit(core::LinkId link) const;
    /// The colour as it is where something else stands out: moved towards the ground, still opaque.
    Colour receded(Colour colour, bool isLit) const;
};

void addLaneGrounds(const TimelineItems& items);
void addGrid(const TimelineItems& items);
void addNothingHere(const TimelineItems& items); ///< instead of the grid, where there are no dates
void addLinks(const TimelineItems& items);
void addRibbons(const TimelineItems& items);
void addDateBars(const TimelineItems& items);
void addEvents(const TimelineItems& items);
void addClusters(const TimelineItems& items);
void addLaneHeaders(const TimelineItems& items);
void addAxis(const TimelineItems& items);

} // namespace fabula::scene
