#include "layout/timeline/placed_event.hpp"

#include "layout/timeline/lane_heights.hpp"

#include <cmath>

namespace fabula::layout {
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

} // namespace

PlacedEvent placedEvent(const PlannedEvent& event, const Placement& placement, const TimelineLane& lane,
                        const TimelineMetrics& metrics, const TimeScale& scale)
{
    const LaneParts parts = partsOf(lane, metrics);
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

} // namespace fabula::layout
