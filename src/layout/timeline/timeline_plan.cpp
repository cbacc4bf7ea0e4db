#include "layout/timeline/timeline_plan.hpp"

#include "core/promise.hpp"
#include "layout/card_texts.hpp"
#include "layout/event_words.hpp"
#include "layout/timeline/drawn_date.hpp"
#include "layout/timeline/folds.hpp"
#include "layout/timeline/lane_plan.hpp"
#include "layout/timeline/text_fitting.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace fabula::layout {

namespace {

/// The least share of the fitting width that time keeps when wide cards at both ends would leave it none.
constexpr double kLeastTimeShare = 0.5;
constexpr int kShortestSpansInView = 4;
constexpr double kFitMargin = 16;  ///< px left free at both ends of the whole story
constexpr double kEndMargin = 140; ///< and after the last of very many events, for the names of some

std::int64_t length(time::Span span)
{
    return span.end.seconds - span.begin.seconds;
}

// The drawn span without open ends: those shrink to the closed end.
time::Span closed(time::Span span)
{
    return {span.openBegin() ? span.end : span.begin, span.openEnd() ? span.begin : span.end};
}

void planDate(PlannedEvent& planned, const DrawnDate& date, const TimelineMetrics& metrics)
{
    planned.span = date.span;
    planned.anchor = date.anchor;
    planned.bar = date.kind;
    const auto fade = [&](bool open, bool soft) { return open ? metrics.openFade : soft ? metrics.softMargin : 0.0; };
    planned.softBegin = fade(date.span.openBegin(), date.softBegin);
    planned.softEnd = fade(date.span.openEnd(), date.softEnd);
}

void planTexts(PlannedEvent& planned, const TimelineRequest& request)
{
    const TimelineMetrics& metrics = request.metrics;
    const core::TextMeasurer& measurer = *request.measurer;
    const model::Story& story = request.graph.story();
    const std::string title =
        singleLine(model::choose(story[planned.event].title, request.language, story.languages).text);
    CardTexts card = cardTexts(request.graph, planned.event, measurer, request.language, metrics);
    planned.title = std::move(card.title);
    planned.titleMark = std::move(card.titleMark);
    planned.date = std::move(card.date);
    planned.badges = card.badges;
    planned.cardWidth = card.width;
    const model::Novelty novelty = story[planned.event].novelty;
    const double mark = titleMarkWidth(planned.titleMark, novelty, measurer, metrics.noteStyle);

    const double beforeText = metrics.dotDiameter + metrics.labelGap;
    const core::TextStyle& labelStyle = metrics.labelStyleFor(planned.importance);
    planned.label = fitted(measurer, title, labelStyle, metrics.labelMaxWidth - beforeText - mark);
    planned.labelWidth =
        std::min(metrics.labelMaxWidth, std::ceil(beforeText + measurer.width(planned.label, labelStyle) + mark));

    const bool between = planned.span.begin < planned.anchor && planned.anchor < planned.span.end;
    if (between)
        planned.cardLeft = planned.cardWidth / 2;
    else
        planned.cardLeft = planned.span.openBegin() ? planned.cardWidth - metrics.anchorInset : metrics.anchorInset;
}

time::Span extentOf(const std::vector<PlannedEvent>& events)
{
    if (events.empty())
        return {{0}, {86400}};
    time::Span extent = closed(events.front().span);
    for (const PlannedEvent& event : events) {
        const time::Span span = closed(event.span);
        extent = {std::min(extent.begin, span.begin), std::max(extent.end, span.end)};
    }
    if (extent.empty())
        extent.end.seconds += 1;
    return extent;
}

// What would stick out beyond the first or the last date hangs to the inner side of its anchor, so that the whole story
// fits without a margin as wide as a card.
void hangInwards(TimelinePlan& plan, const TimelineRequest& request)
{
    plan.origin = plan.extent.begin;
    const TimeScale flat = plan.scale(1);
    const FlatTime end = flat.flatTime(plan.extent.end);
    const double pxPerSecond = std::max(1.0, request.fitWidthPx - end.foldPx) / std::max(1.0, end.seconds);
    const double inset = request.metrics.anchorInset;
    for (PlannedEvent& event : plan.events) {
        const FlatTime anchor = flat.flatTime(event.anchor);
        const double before = anchor.at(pxPerSecond);
        const double after = end.at(pxPerSecond) - before;
        const double right = event.cardWidth - event.cardLeft;
        // A card that sticks out by a little only is moved by that, since it may have a neighbour on the other side.
        if (after < right && before > event.cardWidth)
            event.cardLeft = event.cardWidth - (after > right / 2 ? after : inset);
        else if (before < event.cardLeft && after > event.cardWidth)
            event.cardLeft = before > event.cardLeft / 2 ? before : inset;
        event.labelMayGoLeft = before > event.labelWidth;
        event.labelMayGoRight = after >= event.labelWidth || !event.labelMayGoLeft;
    }
}

void placeInTime(TimelinePlan& plan)
{
    const TimeScale scale = plan.scale(1);
    for (PlannedEvent& event : plan.events) {
        event.anchorAt = scale.flatTime(event.anchor);
        event.beginAt = event.span.openBegin() ? event.anchorAt : scale.flatTime(event.span.begin);
        event.endAt = event.span.openEnd() ? event.anchorAt : scale.flatTime(event.span.end);
    }
}

struct Reach
{
    double left = 0;
    double right = 0;
};

Reach reachAt(const TimelinePlan& plan, double pxPerSecond)
{
    Reach reach{0, plan.scale(pxPerSecond).screenFromTime(plan.extent.end)};
    for (const PlannedEvent& event : plan.events) {
        const double cardX = event.anchorAt.at(pxPerSecond) - event.cardLeft;
        reach.left = std::min(reach.left, cardX);
        reach.right = std::max(reach.right, cardX + event.cardWidth);
    }
    return {reach.left - kFitMargin, reach.right + kFitMargin};
}

double shortestSpanSeconds(const TimelinePlan& plan)
{
    double shortest = 1;
    bool first = true;
    for (const PlannedEvent& event : plan.events) {
        const double seconds = static_cast<double>(length(closed(event.span)));
        if (seconds > 0 && (first || seconds < shortest)) {
            shortest = seconds;
            first = false;
        }
    }
    return shortest;
}

// Finds the zoom at which all cards just fit, and moves the origin so that the leftmost one begins just right of 0
// there.
void fitToWidth(TimelinePlan& plan, double widthPx)
{
    plan.origin = plan.extent.begin;
    placeInTime(plan);
    const FlatTime end = plan.scale(1).flatTime(plan.extent.end);
    const double seconds = std::max(end.seconds, kShortestSpansInView * shortestSpanSeconds(plan));
    const double most = std::max(widthPx - end.foldPx, widthPx * kLeastTimeShare) / seconds;
    double low = most * kLeastTimeShare;
    double high = most;
    for (int round = 0; round < 60 && high - low > low * 1e-12; ++round) {
        const double middle = low + (high - low) / 2;
        const Reach reach = reachAt(plan, middle);
        (reach.right - reach.left <= widthPx ? low : high) = middle;
    }
    plan.fitPxPerSecond = low;
    const Reach reach = reachAt(plan, low);
    const double spare = std::max(0.0, widthPx - (reach.right - reach.left));
    plan.origin.seconds += std::llround((reach.left - spare / 2) / low);
    placeInTime(plan);
}

} // namespace

PlannedEvent plannedEvent(const TimelineRequest& request, EventId event)
{
    PlannedEvent planned;
    planned.event = event;
    planDate(planned, drawnDate(request.graph, event), request.metrics);
    planned.importance = std::max(request.leastImportance, request.graph.story()[event].importance);
    planTexts(planned, request);
    return planned;
}

void fitExtent(TimelinePlan& plan, double widthPx)
{
    const auto seconds = static_cast<double>(std::max<std::int64_t>(1, length(plan.extent)));
    plan.fitPxPerSecond = std::max(widthPx - kFitMargin - kEndMargin, widthPx * kLeastTimeShare) / seconds;
    plan.origin = plan.extent.begin;
    plan.origin.seconds -= std::llround(kFitMargin / plan.fitPxPerSecond);
}

TimelinePlan planFor(const TimelineRequest& request)
{
    FABULA_PROMISE(request.measurer != nullptr, "a timeline request needs a text measurer");
    FABULA_PROMISE(request.fitWidthPx > 0, "a timeline needs a width to fit into");
    TimelinePlan plan;
    const std::size_t count = request.graph.story().events.size();
    std::vector<bool> shown(count, false);
    for (std::size_t i = 0; i < count; ++i) {
        if (i < request.hidden.size() && request.hidden[i])
            continue;
        const DrawnDate date = drawnDate(request.graph, EventId(i));
        if (!date.onAxis()) {
            plan.undated.push_back(EventId(i));
            continue;
        }
        shown[i] = true;
        plan.events.push_back(plannedEvent(request, EventId(i)));
    }
    LanePlan lanes = lanesFor(request, shown);
    plan.lanes = std::move(lanes.lanes);
    for (PlannedEvent& planned : plan.events)
        planned.lane = lanes.laneOf[planned.event.index()];
    std::sort(plan.events.begin(), plan.events.end(), [](const PlannedEvent& a, const PlannedEvent& b) {
        return std::pair(a.anchor, a.event) < std::pair(b.anchor, b.event);
    });
    plan.extent = extentOf(plan.events);
    if (request.room)
        plan.extent = {std::min(plan.extent.begin, request.room->begin), std::max(plan.extent.end, request.room->end)};
    if (request.foldGaps) {
        std::vector<time::Span> spans;
        for (const PlannedEvent& planned : plan.events)
            spans.push_back(closed(planned.span));
        plan.folds = foldsFor(std::move(spans), plan.extent);
    }
    hangInwards(plan, request);
    fitToWidth(plan, request.fitWidthPx);
    return plan;
}

} // namespace fabula::layout
