#include "layout/timeline/timeline.hpp"

#include "core/promise.hpp"
#include "layout/timeline/clusters.hpp"
#include "layout/timeline/covered_bars.hpp"
#include "layout/timeline/crowd_timeline.hpp"
#include "layout/timeline/lane_heights.hpp"
#include "layout/timeline/link_notes.hpp"
#include "layout/timeline/link_router.hpp"
#include "layout/timeline/step_ladder.hpp"
#include "layout/timeline/timeline_plan.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

namespace fabula::layout {

namespace {

/// At this zoom a second is a pixel and an hour wider than any screen: nothing is told finer than that.
constexpr double kFinestPxPerSecond = 1.0;
/// …but for stories of minutes, which can be magnified this much over the fitting zoom.
constexpr double kLeastMagnification = 64;
/// Content x stays where a double still tells an eighth of a pixel.
constexpr double kWidestContentPx = 1e15;
/// A page of a crowd is at most so wide; it is what is seen of it that is placed.
constexpr double kWidestWholePx = 40'000;
constexpr double kAroundWholePx = 400;

} // namespace

struct Timeline::State
{
    TimelineRequest request;
    std::optional<CrowdTimeline> crowd;
    TimelinePlan plan;
    std::shared_ptr<const std::vector<LaneId>> laneOf;
    double height = 0;
    StepLadder ladder;

    explicit State(TimelineRequest given)
        : request(std::move(given)), plan(planned()), laneOf(crowd ? crowd->laneOf() : lanesOf(plan)),
          height(giveHeights(plan, request)), ladder(plan, request.metrics)
    {
    }

    /// Of a crowd, for a request that has another size or other lanes folded.
    State(const State& other, TimelineRequest changed)
        : request(std::move(changed)), crowd(other.crowd), plan(refitted(other.plan)), laneOf(other.laneOf),
          height(giveHeights(plan, request)), ladder(plan, request.metrics)
    {
    }

    TimelinePlan refitted(TimelinePlan of) const
    {
        const std::set<std::string> folded(request.foldedLanes.begin(), request.foldedLanes.end());
        for (TimelineLane& lane : of.lanes)
            lane.folded = folded.count(lane.key) > 0;
        fitExtent(of, request.fitWidthPx);
        return of;
    }

    TimelinePlan planned()
    {
        const auto shown = static_cast<std::ptrdiff_t>(request.graph.story().events.size()) -
                           std::count(request.hidden.begin(), request.hidden.end(), true);
        if (shown <= static_cast<std::ptrdiff_t>(kMostPlaced))
            return planFor(request);
        TimelinePlan made;
        crowd.emplace(request, made);
        fitExtent(made, request.fitWidthPx);
        return made;
    }

    std::shared_ptr<const std::vector<LaneId>> lanesOf(const TimelinePlan& of) const
    {
        std::vector<LaneId> lanes(request.graph.story().events.size());
        for (const PlannedEvent& event : of.events)
            lanes[event.event.index()] = event.lane;
        return std::make_shared<const std::vector<LaneId>>(std::move(lanes));
    }

    /// Everything of a layout but its events.
    TimelineLayout bare(double zoom, int step) const
    {
        TimelineLayout layout;
        layout.step = step;
        layout.scale = plan.scale(zoom);
        layout.height = height;
        layout.lanes = plan.lanes;
        layout.undated = plan.undated;
        layout.folds = plan.folds;
        layout.laneOf = laneOf;
        return layout;
    }
};

namespace {

/// Card and date bar together; an open side of a bar may stay out of view.
Rect shownBox(const PlacedEvent& placed)
{
    const double left = placed.bar.openBegin ? placed.anchorX : placed.bar.x0;
    const double right = placed.bar.openEnd ? placed.anchorX : placed.bar.x1;
    return core::united(placed.box, {left, placed.box.y, std::max(1.0, right - left), placed.box.height});
}

} // namespace

Timeline::Timeline(TimelineRequest request) : state_(std::make_unique<State>(std::move(request)))
{
}
Timeline::Timeline(std::unique_ptr<State> state) : state_(std::move(state))
{
}
Timeline::~Timeline() = default;
Timeline::Timeline(Timeline&&) noexcept = default;
Timeline& Timeline::operator=(Timeline&&) noexcept = default;

Timeline Timeline::changed(TimelineRequest request) const
{
    return state_->crowd ? Timeline(std::make_unique<State>(*state_, std::move(request)))
                         : Timeline(std::move(request));
}

Timeline Timeline::resized(double fitWidthPx, double heightPx) const
{
    TimelineRequest request = state_->request;
    request.fitWidthPx = fitWidthPx;
    request.heightPx = heightPx;
    return changed(std::move(request));
}

Timeline Timeline::folded(std::vector<std::string> lanes) const
{
    TimelineRequest request = state_->request;
    request.foldedLanes = std::move(lanes);
    return changed(std::move(request));
}

const TimelineRequest& Timeline::request() const
{
    return state_->request;
}

time::Span Timeline::extent() const
{
    return state_->plan.extent;
}

double Timeline::fitPxPerSecond() const
{
    return state_->plan.fitPxPerSecond;
}

double Timeline::pxPerSecond(int step) const
{
    return state_->ladder.pxPerSecond(std::clamp(step, kCoarsestStep, kMaxStep));
}

double Timeline::maxPxPerSecond() const
{
    const double seconds = state_->plan.scale(1).flatTime(state_->plan.extent.end).seconds;
    const double finest = std::min(std::max(kFinestPxPerSecond, fitPxPerSecond() * kLeastMagnification),
                                   kWidestContentPx / std::max(1.0, seconds));
    return std::clamp(finest, pxPerSecond(0), pxPerSecond(kMaxStep));
}

int Timeline::stepFor(double zoom) const
{
    const double steps = 2 * std::log2(zoom / fitPxPerSecond());
    int step = static_cast<int>(std::floor(std::clamp(steps, kCoarsestStep - 1.0, kMaxStep + 1.0)));
    while (step < kMaxStep && state_->ladder.pxPerSecond(step + 1) <= zoom)
        ++step;
    while (step > kCoarsestStep && state_->ladder.pxPerSecond(step) > zoom)
        --step;
    return std::clamp(step, kCoarsestStep, kMaxStep);
}

TimelineLayout Timeline::placementAt(double pxPerSecondWanted, const Rect& seen)
{
    State& state = *state_;
    const double zoom = std::clamp(pxPerSecondWanted, pxPerSecond(kCoarsestStep), maxPxPerSecond());
    TimelineLayout layout = state.bare(zoom, stepFor(zoom));
    if (state.crowd) {
        layout.crowded = true;
        layout.seen = seen;
        state.crowd->place(state.request, seen, layout);
        for (std::size_t i = 0; i < layout.events.size(); ++i)
            layout.places.emplace_back(layout.events[i].event, static_cast<std::uint32_t>(i));
        std::sort(layout.places.begin(), layout.places.end());
        coverBars(layout.events, state.request.metrics);
        return layout;
    }
    layout.placeOf.assign(state.request.graph.story().events.size(), 0);
    const std::vector<Placement>& placements = state.ladder.at(layout.step);
    for (std::size_t i = 0; i < placements.size(); ++i) {
        if (placements[i].detail == Detail::cluster)
            continue;
        const PlannedEvent& event = state.plan.events[i];
        layout.events.push_back(
            placedEvent(event, placements[i], layout.lanes[event.lane.index()], state.request.metrics, layout.scale));
        layout.placeOf[event.event.index()] = static_cast<std::uint32_t>(layout.events.size());
    }
    coverBars(layout.events, state.request.metrics);
    layout.clusters = clustersFor(state.plan, state.request.metrics, placements, layout.scale);
    return layout;
}

TimelineLayout Timeline::at(double pxPerSecond, const Rect& seen, const std::vector<LinkId>& asked)
{
    TimelineLayout layout = placementAt(pxPerSecond, seen);
    if (state_->crowd) {
        state_->crowd->addLinks(state_->request, asked, layout);
        return layout;
    }
    routeLinks(state_->request, layout);
    annotateLinks(state_->request, layout);
    return layout;
}

TimelineLayout Timeline::at(double pxPerSecond, const time::Span& seen)
{
    const TimeScale scale = state_->plan.scale(pxPerSecond);
    const double begin = scale.screenFromTime(seen.begin);
    return at(pxPerSecond, Rect{begin, 0, scale.screenFromTime(seen.end) - begin, state_->height});
}

TimelineLayout Timeline::at(double pxPerSecond)
{
    return at(pxPerSecond, wholeAt(pxPerSecond));
}

TimelineLayout Timeline::placementAt(double pxPerSecond)
{
    return placementAt(pxPerSecond, wholeAt(pxPerSecond));
}

Rect Timeline::wholeAt(double pxPerSecond) const
{
    const TimeScale scale = state_->plan.scale(pxPerSecond);
    const double begin = scale.screenFromTime(state_->plan.extent.begin);
    const double width = scale.screenFromTime(state_->plan.extent.end) - begin;
    return width > kWidestWholePx ? Rect{} : Rect{begin, 0, width, state_->height}.grown(kAroundWholePx);
}

std::vector<std::size_t> Timeline::counts(const std::vector<time::Instant>& edges) const
{
    FABULA_PROMISE(edges.size() > 1, "counts stand between edges");
    std::vector<std::size_t> counts(edges.size() - 1, 0);
    if (state_->crowd) {
        state_->crowd->columns().count(edges, counts);
        return counts;
    }
    for (const PlannedEvent& event : state_->plan.events) {
        const auto after = std::upper_bound(edges.begin(), edges.end(), event.anchor);
        if (after != edges.begin() && after != edges.end())
            ++counts[static_cast<std::size_t>(after - edges.begin()) - 1];
    }
    return counts;
}

double Timeline::height() const
{
    return state_->height;
}

bool Timeline::crowded() const
{
    return state_->crowd.has_value();
}

Rect Timeline::boxOf(const std::vector<EventId>& events, double pxPerSecond)
{
    const TimelineLayout layout = state_->crowd ? state_->bare(pxPerSecond, 0) : placementAt(pxPerSecond);
    const auto one = [&](EventId event) {
        if (state_->crowd)
            return state_->crowd->spotOf(state_->request, layout, event).value_or(Rect{});
        if (const PlacedEvent* placed = layout.place(event))
            return shownBox(*placed);
        const auto found = std::find_if(layout.clusters.begin(), layout.clusters.end(), [&](const EventCluster& among) {
            return std::find(among.events.begin(), among.events.end(), event) != among.events.end();
        });
        return found != layout.clusters.end() ? found->box : Rect{};
    };
    Rect box;
    for (const EventId event : events) {
        if (const Rect added = one(event); !added.empty())
            box = core::united(box, added);
    }
    return box;
}

} // namespace fabula::layout
