#pragma once

#include "layout/timeline/timeline_layout.hpp"
#include "layout/timeline/timeline_request.hpp"

#include <string>
#include <vector>

namespace fabula::layout {

/// What does not change with the zoom about an event: its lane, its date as drawn, its texts and their widths.
struct PlannedEvent
{
    EventId event;
    LaneId lane;
    int importance = 3;
    time::Span span; ///< as drawn (see DrawnDate); one side may be open, never both
    time::Instant anchor;
    BarKind bar = BarKind::point;
    double softBegin = 0; ///< px (see DateBar)
    double softEnd = 0;
    FlatTime anchorAt;
    FlatTime beginAt; ///< the anchor's where the begin is open
    FlatTime endAt;
    double cardLeft = 0; ///< px from the card's left edge to the anchor; at least 0, at most the width
    double cardWidth = 0;
    double labelWidth = 0;       ///< of dot and text; the anchor is the dot's centre
    bool labelMayGoRight = true; ///< the text stands right of the dot, or left of it: not beyond the story's two ends
    bool labelMayGoLeft = true;
    std::string title;
    std::string date;
    std::string label;
    std::string titleMark; ///< see PlacedEvent
    EventBadges badges;
};

/// Everything of a timeline that does not depend on the zoom. Lanes have their order, but no heights yet.
struct TimelinePlan
{
    std::vector<TimelineLane> lanes;
    std::vector<PlannedEvent> events; ///< visible and dated, by anchor, then id
    std::vector<EventId> undated;
    time::Span extent;
    std::vector<TimeScale::Fold> folds;
    time::Instant origin; ///< content x 0 of every zoom; at the fitting zoom the left end of the fitting width
    double fitPxPerSecond = 1;

    TimeScale scale(double pxPerSecond) const { return TimeScale(origin, pxPerSecond, folds); }
};

/// An event's date as drawn, its texts and their widths: its lane and its places on the axis are left to the plan.
PlannedEvent plannedEvent(const TimelineRequest& request, EventId event);

/// Sets the origin and the zoom at which the plan's extent fills the width but for a margin; cards are not looked at.
void fitExtent(TimelinePlan& plan, double widthPx);

/// O((events + links) log events), one measurement of each text.
TimelinePlan planFor(const TimelineRequest& request);

} // namespace fabula::layout
