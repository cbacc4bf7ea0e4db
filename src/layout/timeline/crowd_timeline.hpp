#pragma once

#include "layout/timeline/event_columns.hpp"
#include "layout/timeline/placed_event.hpp"

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace fabula::layout {

/// What a stretch of the timeline shows of very many events. Every lane is cut into slots of a power of two of seconds,
/// anchored to absolute time, about as wide as a card or two: the most important events of a slot stand in it by
/// themselves, as cards where it has few events, else as labels, and all of them are counted in the lane's strip of
/// density, in cells anchored to absolute time as well. Whether and where an event stands follows from the zoom, its
/// slot and the next events of its row, never from what is in view, so nothing changes under pan. Lanes go over to
/// finer slots one after the other, so that no zoom changes everything at once.
/// Copies share the columns. What it costs follows from the pixels in view: O(lanes in view · slots in view · log n).
class CrowdTimeline
{
public:
    /// Dates, lanes and weights of all that the request shows; sets everything of the plan but its events. O(n log n).
    CrowdTimeline(const TimelineRequest& request, TimelinePlan& plan);

    /// Adds to `layout` (scale, lanes and heights are set) what stands in the part `seen` of the content, and near it:
    /// events by themselves, and density as clusters.
    void place(const TimelineRequest& request, const Rect& seen, TimelineLayout& layout);

    /// Adds links as curves under the cards: those between neighbours that both stand by themselves, so near to each
    /// other that whoever sees a part of one has both ends in the layout; and those of `asked`, wherever they lead, to
    /// their end's place in the density where it does not stand by itself. O(links of what is placed, and asked).
    void addLinks(const TimelineRequest& request, const std::vector<LinkId>& asked, TimelineLayout& layout) const;

    /// Where the event's date is: its x and the top of its lane's strip of density. Nothing where it is not shown.
    std::optional<Rect> spotOf(const TimelineRequest& request, const TimelineLayout& layout, EventId event) const;
    const std::shared_ptr<const std::vector<LaneId>>& laneOf() const { return laneOf_; }
    const EventColumns& columns() const { return *columns_; }

private:
    struct Item;
    struct Row;
    class LaneInView;
    PlannedEvent& planned(const TimelineRequest& request, EventId event);
    std::optional<LinkRoute> curve(const TimelineRequest& request, LinkId link, const TimelineLayout& layout) const;
    void placeRow(const TimelineRequest& request, Row& row, TimelineLayout& layout);
    void addDensity(const TimelineRequest& request, LaneId lane, const Rect& seen, TimelineLayout& layout) const;

    std::shared_ptr<const EventColumns> columns_;
    std::shared_ptr<const std::vector<LaneId>> laneOf_;
    /// Texts are measured when first seen, and forgotten when there are very many.
    std::unordered_map<std::uint32_t, PlannedEvent> planned_;
};

} // namespace fabula::layout
