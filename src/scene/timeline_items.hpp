#pragma once

#include "layout/timeline/axis.hpp"
#include "scene/story_items.hpp"
#include "scene/timeline_picture.hpp"

namespace fabula::scene {

/// What the parts of a timeline's picture share while it is built.
struct TimelineItems : StoryItems
{
    TimelineItems(const TimelineSubject& subject, const TimelineView& looked, const Theme& colours, DisplayList& into);

    const layout::TimelineLayout& layout;
    const TimelineView& timeline;
    layout::Axis axis; ///< in view; empty without dates, where any axis would be made up

    /// For what is in view.
    void findAxis();
    /// Whether anything at all stands on the axis.
    bool hasDates() const { return layout.crowded || !layout.events.empty() || !layout.clusters.empty(); }
};

void addLaneGrounds(const TimelineItems& items);
void addGrid(const TimelineItems& items);
void addNothingHere(const TimelineItems& items); ///< instead of the grid, where there are no dates
void addRibbons(const TimelineItems& items);
void addClusters(const TimelineItems& items);
void addDensity(const TimelineItems& items);      ///< instead of clusters, of very many events
void addSelectedName(const TimelineItems& items); ///< over its dot or cluster; a card or label has its name
void addLaneHeaders(const TimelineItems& items);
void addAxis(const TimelineItems& items);
void addDayLine(const TimelineItems& items); ///< the day as of which the story is shown, if one is
void addDayWords(const TimelineItems& items);

} // namespace fabula::scene
