#pragma once

#include "scene/timeline_picture.hpp"

namespace fabula::scene {

/// What the parts of a timeline's picture share while it is built.
struct TimelineItems
{
    const TimelineSubject& subject;
    const TimelineView& view;
    const Theme& theme;
    DisplayList& picture;

    /// Content space to picture, not rounded.
    Point at(Point content) const { return view.screenFromContent(content); }
    /// The same, moved to whole pixels without changing its size.
    Rect snapped(const Rect& content) const;

    /// Whether anything at all stands on the axis.
    bool hasDates() const { return !subject.layout.events.empty() || !subject.layout.clusters.empty(); }
    bool lit(core::EventId event) const;
    bool lit(core::LinkId link) const;
    bool outlined(core::EventId event) const;
    /// 0 not there to 1 there.
    double present(core::EventId event) const;
    double present(core::LinkId link) const;
    /// How far it has gone into the ground: 0 not at all to 1 out of sight. Something else stands out, or it is not
    /// there yet.
    double gone(core::EventId event) const;
    double gone(core::LinkId link) const;
    /// How far what recedes behind something that stands out goes.
    double behind() const;
    /// The colour moved towards the ground by a share, still opaque.
    Colour receded(Colour colour, double gone) const;
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
void addDayLine(const TimelineItems& items); ///< the day as of which the story is shown, if one is
void addDayWords(const TimelineItems& items);

} // namespace fabula::scene
