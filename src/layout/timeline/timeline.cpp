#include "layout/timeline/timeline.hpp"

#include "layout/timeline/clusters.hpp"
#include "layout/timeline/covered_bars.hpp"
#include "layout/timeline/lane_heights.hpp"
#include "layout/timeline/link_notes.hpp"
#include "layout/timeline/link_router.hpp"
#include "layout/timeline/step_ladder.hpp"
#include "layout/timeline/timeline_plan.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fabula::layout {

namespace {

/// At this zoom a second is a pixel and an hour wider than any screen: nothing is told finer than that.
constexpr double kFinestPxPerSecond = 1.0;
/// …but for stories of minutes, which can be magnified this much over the fitting zoom.
constexpr double kLeastMagnification = 64;
/// Content x stays where a double still tells an eighth of a pixel.
constexpr double kWidestContentPx = 1e15;

} // namespace

struct Timeline::State
{
    TimelineRequest request;
    TimelinePlan plan;
    double height = 0;
    StepLadder ladder;

    explicit State(TimelineRequest given)
        : request(std::move(given)), plan(planFor(request)), height(giveHeights(plan, request)),
          ladder(plan, request.metrics)
    {
    }
};

Timeline::Timeline(TimelineRequest request) : state_(std::make_unique<State>(std::move(request)))
{
}
Timeline::~Timeline() = default;
Timeline::Timeline(Timeline&&) noexcept = default;
Timeline& Timeline::operator=(Timeline&&) noexcept = default;

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

namespace {

DateBar barOf(const PlannedEvent& event, const TimeScale& scale)
{
    DateBar bar;
    bar.kind = event.bar;
    bar.openBegin = event.span.openBegin();
    bar.openEnd = event.span.openEnd();
    bar.softBegin = event.softBegin;
    bar.softEnd = event.softEnd;
    bar.x0 = scale.screenFromTime(bar.openBegin ? event.span.end : event.span.begin);
    bar.x1 = scale.screenFromTime(bar.openEnd ? event.span.begin : event.span.end);
    return bar;
}

PlacedEvent placed(const PlannedEvent& event, const Placement& placement, const Timeline::State& state,
                   const TimeScale& scale)
{
    const TimelineMetrics& metrics = state.request.metrics;
    const LaneParts parts = partsOf(state.plan.lanes[event.lane.index()], metrics);
    PlacedEvent result;
    result.event = event.event;
    result.lane = event.lane;
    result.importance = event.importance;
    result.detail = placement.detail;
    result.row = placement.row;
    result.line = placement.line;
    result.anchorX = scale.screenFromTime(event.anchor);
    result.bar = barOf(event, scale);
    const double slotTop = parts.firstSlotTop + placement.row * metrics.slotPitch();
    if (placement.detail == Detail::card) {
        result.box = {result.anchorX - event.cardLeft, slotTop, event.cardWidth, metrics.cardHeight};
        result.bar.y = slotTop + metrics.cardHeight + metrics.barGap;
        result.bar.height = metrics.barHeight;
        result.title = event.title;
        result.date = event.date;
        result.titleMark = event.titleMark;
        result.badges = event.badges;
        return result;
    }
    const double lineTop = slotTop + placement.line * parts.lineHeight;
    const double dot = metrics.dotDiameter;
    result.bar.y = lineTop + parts.labelHeight;
    result.bar.height = std::floor((parts.lineHeight - parts.labelHeight) * 4) / 5;
    if (placement.detail == Detail::label) {
        const double air = placement.leftward ? metrics.labelAir : 0;
        const double before = placement.leftward ? event.labelWidth - dot / 2 + air : dot / 2;
        result.box = {result.anchorX - before, lineTop, event.labelWidth + air, parts.labelHeight};
        result.title = event.label;
        result.titleMark = event.titleMark;
    } else {
        result.box = {result.anchorX - dot / 2, lineTop + (parts.labelHeight - dot) / 2, dot, dot};
    }
    return result;
}

} // namespace

TimelineLayout Timeline::placementAt(double pxPerSecondWanted)
{
    State& state = *state_;
    const double zoom = std::clamp(pxPerSecondWanted, pxPerSecond(kCoarsestStep), maxPxPerSecond());
    TimelineLayout layout;
    layout.step = stepFor(zoom);
    layout.scale = state.plan.scale(zoom);
    layout.height = state.height;
    layout.lanes = state.plan.lanes;
    layout.undated = state.plan.undated;
    layout.folds = state.plan.folds;
    layout.placeOf.assign(state.request.graph.story().events.size(), 0);
    layout.laneOf.resize(layout.placeOf.size());
    for (const PlannedEvent& event : state.plan.events)
        layout.laneOf[event.event.index()] = event.lane;
    const std::vector<Placement>& placements = state.ladder.at(layout.step);
    for (std::size_t i = 0; i < placements.size(); ++i) {
        if (placements[i].detail == Detail::cluster)
            continue;
        layout.events.push_back(placed(state.plan.events[i], placements[i], state, layout.scale));
        layout.placeOf[state.plan.events[i].event.index()] = static_cast<std::uint32_t>(layout.events.size());
    }
    coverBars(layout.events, state.request.metrics);
    layout.clusters = clustersFor(state.plan, state.request.metrics, placements, layout.scale);
    return layout;
}

TimelineLayout Timeline::at(double pxPerSecond)
{
    TimelineLayout layout = placementAt(pxPerSecond);
    routeLinks(state_->request, layout);
    annotateLinks(state_->request, layout);
    return layout;
}

} // namespace fabula::layout
