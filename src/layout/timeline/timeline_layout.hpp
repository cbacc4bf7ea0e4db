#pragma once

#include "core/geometry.hpp"
#include "core/ids.hpp"
#include "graph/event_graph.hpp"
#include "layout/event_badges.hpp"
#include "layout/timeline/time_scale.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fabula::layout {

using core::ActorId;
using core::EventId;
using core::LaneId;
using core::LinkId;
using core::Point;
using core::Rect;

/// How much of an event is drawn; more with zoom and importance, never less when zooming in.
enum class Detail : std::uint8_t { cluster, dot, label, card };

/// How a date is drawn under its event (principle: a vague date looks vague).
enum class BarKind : std::uint8_t {
    point,   ///< known to the day or better: a dot at the day, or the day's own width once it is wide enough
    vague,   ///< one moment somewhere inside, or about then: faded at both ends
    lasting, ///< the whole interval: solid
    derived, ///< bounds that came from links: hatched
};

struct DateBar
{
    BarKind kind = BarKind::point;
    double x0 = 0; ///< content x of the earliest instant; of the latest where the begin is open
    double x1 = 0; ///< content x of the latest; of the earliest where the end is open
    double y = 0;  ///< top
    double height = 0;
    bool openBegin = false; ///< no bound is known on that side: the bar fades out beyond x0 or x1
    bool openEnd = false;
    /// px beyond x0 and x1 over which the bar fades out, since no bound is known there or the source is unsure of it.
    /// The same at every zoom: it says "about", never how far that reaches in time.
    double softBegin = 0;
    double softEnd = 0;
    /// Content x, from the left, where the text of another event stands right above: the bar passes unseen there, since
    /// it would be read as that one's.
    std::vector<std::pair<double, double>> covered{};
};

/// An event that is drawn by itself (a cluster's events are in `EventCluster`).
struct PlacedEvent
{
    EventId event;
    LaneId lane;
    int importance = 3; ///< 1 to 5: the story's own, or the request's least
    Detail detail = Detail::dot;
    int row = 0;  ///< slot in its lane, from 0 at the top
    int line = 0; ///< for labels and dots: line in the slot, from 0
    /// Card: its outline. Label: dot and text. Dot: the dot's own box. Nothing of another event overlaps it.
    Rect box;
    double anchorX = 0; ///< content x of the anchor instant; lies inside the date bar
    DateBar bar;
    /// What the card or label says, already cut to its width ("…"); empty where not shown.
    std::string title;
    std::string date;
    /// What stands after the title (see titleMark), in the metrics' `noteStyle`.
    std::string titleMark;
    EventBadges badges; ///< of a card, at the end of its second line
};

/// Events that follow one another in a list which many such runs share. A cheap handle.
class EventRun
{
public:
    EventRun() = default;
    EventRun(std::shared_ptr<const std::vector<EventId>> all, std::size_t first, std::size_t count)
        : all_(std::move(all)), first_(first), count_(count)
    {
    }
    EventRun(std::vector<EventId> events)
        : all_(std::make_shared<const std::vector<EventId>>(std::move(events))), count_(all_->size())
    {
    }
    EventRun(std::initializer_list<EventId> events) : EventRun(std::vector<EventId>(events)) {}

    std::size_t size() const { return count_; }
    bool empty() const { return count_ == 0; }
    const EventId* begin() const { return all_ ? all_->data() + first_ : nullptr; }
    const EventId* end() const { return begin() + count_; }
    std::vector<EventId> list() const { return {begin(), end()}; }

private:
    std::shared_ptr<const std::vector<EventId>> all_;
    std::size_t first_ = 0;
    std::size_t count_ = 0;
};

/// Events of one lane and one absolute stretch of time: those that have no room of their own, as a count in the lane's
/// strip; of very many events all, as a cell of its density.
struct EventCluster
{
    LaneId lane;
    Rect box;
    time::Span span; ///< a power-of-two bucket anchored to absolute time
    EventRun events; ///< by anchor time, then id
};

struct TimelineLane
{
    std::string key; ///< the actor's id, the kind, the tag, the source's id; "" for the lane of the rest
    std::string title;
    std::string subtitle;
    std::string standIn; ///< of the title (see standInMark)
    ActorId actor;       ///< when lanes are actors
    int colour = 0;      ///< index into the theme's lane colours, stable when lanes are filtered or reordered
    double top = 0;      ///< content y
    double height = 0;
    int rows = 1;
    bool folded = false;
    std::size_t events = 0;
};

enum class LinkShape : std::uint8_t { routed, stubs, hidden };

/// What is written at a line: at a stub the title of the link's other end, at a ribbon how many links it stands for.
/// Empty where no place is free.
struct LinkNote
{
    std::string text;
    Rect box;
};

/// A link as drawn. `corners` is a polyline from the source's edge to the target's, to be rounded with `radius`; runs
/// are horizontal or vertical, except a `smooth` one, which is a chain of cubic Béziers: 3n + 1 points.
struct LinkRoute
{
    LinkId link;
    EventId from;
    EventId to;
    LinkShape shape = LinkShape::routed;
    std::vector<Point> corners;
    bool smooth = false;
    /// For stubs: the second piece, at the target, ending there. `corners` is then the first, leaving the source. One
    /// of them is empty where it would run into something that it doesn't mean.
    std::vector<Point> targetStub;
    LinkNote sourceName; ///< at the source, naming the target
    LinkNote targetName; ///< at the target, naming the source
    double radius = 8;
};

/// Links from one lane to another, summed up: a band with a count.
struct LinkRibbon
{
    LaneId from;
    LaneId to;
    time::Span span;
    std::vector<LinkId> links;
    std::vector<Point> corners;
    double width = 3;
    LinkNote count;
};

/// What every layout of a story places: events by themselves and the ways of their links, in content space.
struct PlacedStory
{
    std::vector<TimelineLane> lanes;
    std::vector<PlacedEvent> events; ///< those that are drawn by themselves
    std::vector<LinkRoute> links;    ///< in the order of the story
    /// For each event of the story: 1 + its index in `events`, or 0 if it is not drawn by itself. Empty in a part of
    /// very many events, where `places` stands for it.
    std::vector<std::uint32_t> placeOf;
    std::vector<std::pair<EventId, std::uint32_t>> places; ///< event and index in `events`, by event
    /// For each event of the story its lane, also where it stands in a cluster; not valid() if it is not shown.
    std::shared_ptr<const std::vector<LaneId>> laneOf;

    const PlacedEvent* place(EventId event) const
    {
        if (!places.empty()) {
            const auto found = std::lower_bound(places.begin(), places.end(), std::pair(event, std::uint32_t{0}));
            return found != places.end() && found->first == event ? &events[found->second] : nullptr;
        }
        const std::uint32_t place = event.index() < placeOf.size() ? placeOf[event.index()] : 0;
        return place == 0 ? nullptr : &events[place - 1];
    }
};

/// Everything of a timeline at one zoom, in content space (x: see TimeScale; y from the top of the first lane).
/// Its events stand by anchor time, then id.
struct TimelineLayout : PlacedStory
{
    TimeScale scale;
    int step = 0;
    double height = 0;
    bool crowded = false; ///< made for very many events: only what stands in `seen`, and clusters are density
    Rect seen;            ///< of the content; only where `crowded`
    std::vector<EventCluster> clusters; ///< by lane, then time
    std::vector<LinkRibbon> ribbons;
    std::vector<EventId> undated; ///< no date and no bracket: listed beside the axis, never placed on it
    std::vector<TimeScale::Fold> folds;
};

} // namespace fabula::layout
