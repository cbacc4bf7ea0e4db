#include "layout/timeline/lane_heights.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace fabula::layout {

namespace {

constexpr double kMostStretch = 1.35;
/// The share of the air around the slots that may go to make room for one more slot, or before the content scrolls.
constexpr double kMostSqueeze = 0.5;

/// From this importance on an event should stand out as a card as early as it can.
constexpr int kWeighty = 4;
constexpr double kWeightOfWeighty = 6;

struct Demand
{
    int weighty = 1;      ///< rows in which the weighty events fit as cards
    int cards = 1;        ///< rows in which all fit as cards
    int cardsAndBars = 1; ///< rows in which no bar meets another either
};

// First fit of intervals by their left ends needs exactly as many rows as overlap anywhere: swept by both kinds of
// ends.
int rowsNeeded(const std::vector<std::pair<double, double>>& intervals, double gap)
{
    std::vector<double> lefts;
    std::vector<double> rights;
    for (const auto& [left, right] : intervals) {
        lefts.push_back(left);
        rights.push_back(right + gap);
    }
    std::sort(lefts.begin(), lefts.end());
    std::sort(rights.begin(), rights.end());
    std::size_t most = 1;
    std::size_t ended = 0;
    for (std::size_t begun = 1; begun <= lefts.size(); ++begun) {
        while (ended + 1 < begun && rights[ended] <= lefts[begun - 1])
            ++ended;
        most = std::max(most, begun - ended);
    }
    return static_cast<int>(most);
}

std::vector<Demand> demands(const TimelinePlan& plan, double gap)
{
    using Intervals = std::vector<std::pair<double, double>>;
    std::vector<Intervals> weighty(plan.lanes.size());
    std::vector<Intervals> cards(plan.lanes.size());
    std::vector<Intervals> whole(plan.lanes.size());
    for (const PlannedEvent& event : plan.events) {
        const double left = event.anchorAt.at(plan.fitPxPerSecond) - event.cardLeft;
        const double right = left + event.cardWidth;
        if (event.importance >= kWeighty)
            weighty[event.lane.index()].emplace_back(left, right);
        cards[event.lane.index()].emplace_back(left, right);
        whole[event.lane.index()].emplace_back(std::min(left, event.beginAt.at(plan.fitPxPerSecond) - event.softBegin),
                                               std::max(right, event.endAt.at(plan.fitPxPerSecond) + event.softEnd));
    }
    std::vector<Demand> result;
    for (std::size_t i = 0; i < plan.lanes.size(); ++i)
        result.push_back({rowsNeeded(weighty[i], gap), rowsNeeded(cards[i], gap), rowsNeeded(whole[i], gap)});
    return result;
}

double airAbove(const TimelineMetrics& metrics)
{
    return metrics.lanePadding;
}

double airBelow(const TimelineMetrics& metrics)
{
    return metrics.clusterStrip + metrics.lanePadding / 2;
}

double naturalHeight(const TimelineLane& lane, const TimelineMetrics& metrics)
{
    if (lane.folded)
        return metrics.foldedLaneHeight;
    return airAbove(metrics) + lane.rows * metrics.slotPitch() - metrics.gutter + airBelow(metrics);
}

double squeezableAir(const TimelineLane& lane, const TimelineMetrics& metrics)
{
    return lane.folded ? 0 : metrics.lanePadding * 1.5;
}

/// Of very many events, whose cards nobody counts: by the order of magnitude of how many there are.
std::vector<Demand> demandsByCount(const TimelinePlan& plan)
{
    constexpr int kMostRows = 6;
    std::vector<Demand> result;
    for (const TimelineLane& lane : plan.lanes) {
        const auto magnitude = static_cast<int>(std::bit_width(lane.events));
        result.push_back({magnitude, kMostRows, kMostRows});
    }
    return result;
}

void giveRows(TimelinePlan& plan, const TimelineRequest& request)
{
    const std::vector<Demand> wanted = plan.events.empty() ? demandsByCount(plan) : demands(plan, request.metrics.gap);
    double left = request.heightPx;
    for (TimelineLane& lane : plan.lanes) {
        lane.rows = 1;
        left -= naturalHeight(lane, request.metrics) - kMostSqueeze * squeezableAir(lane, request.metrics);
    }
    const auto give = [&](auto demandOf) {
        while (left >= request.metrics.slotPitch()) {
            std::size_t neediest = plan.lanes.size();
            double need = 0;
            for (std::size_t i = 0; i < plan.lanes.size(); ++i) {
                const TimelineLane& lane = plan.lanes[i];
                if (lane.folded || demandOf(wanted[i]) <= lane.rows)
                    continue;
                // Shares by highest averages: each slot goes where the most events wait for one.
                const double waiting = (kWeightOfWeighty * wanted[i].weighty + demandOf(wanted[i])) / lane.rows;
                if (waiting > need) {
                    need = waiting;
                    neediest = i;
                }
            }
            if (neediest == plan.lanes.size())
                return;
            ++plan.lanes[neediest].rows;
            left -= request.metrics.slotPitch();
        }
    };
    give([](const Demand& demand) { return demand.cards; });
    give([](const Demand& demand) { return demand.cardsAndBars; });
}

} // namespace

double giveHeights(TimelinePlan& plan, const TimelineRequest& request)
{
    const TimelineMetrics& metrics = request.metrics;
    giveRows(plan, request);
    double natural = 0;
    double fixed = 0;
    double air = 0;
    for (const TimelineLane& lane : plan.lanes) {
        natural += naturalHeight(lane, metrics);
        fixed += lane.folded ? naturalHeight(lane, metrics) : 0;
        air += squeezableAir(lane, metrics);
    }
    const double open = natural - fixed;
    double stretch = open > 0 ? std::clamp((request.heightPx - fixed) / open, 1.0, kMostStretch) : 1.0;
    const double missing = std::max(0.0, natural - request.heightPx);
    const double squeeze = missing > 0 && missing <= air * kMostSqueeze ? missing / air : 0;

    double top = 0;
    for (TimelineLane& lane : plan.lanes) {
        lane.top = std::round(top);
        const double height = lane.folded
                                  ? naturalHeight(lane, metrics)
                                  : naturalHeight(lane, metrics) * stretch - squeezableAir(lane, metrics) * squeeze;
        top += height;
        lane.height = std::round(top) - lane.top;
    }
    return std::round(top);
}

LaneParts partsOf(const TimelineLane& lane, const TimelineMetrics& metrics)
{
    LaneParts parts;
    parts.lineHeight = std::min(metrics.lineHeight, (metrics.cardHeight + metrics.barGap) / metrics.linesPerSlot);
    parts.labelHeight = parts.lineHeight - metrics.barHeight / 2;
    if (lane.folded) {
        parts.lineHeight = metrics.dotDiameter + metrics.barHeight;
        parts.labelHeight = parts.lineHeight - metrics.barHeight / 2;
        parts.firstSlotTop = lane.top + 1;
        parts.clusterTop = parts.firstSlotTop + parts.lineHeight;
        parts.clusterHeight = lane.top + lane.height - parts.clusterTop - 1;
        return parts;
    }
    // Spare height is shared above and below the slots as the air there is.
    const double spare = lane.height - (lane.rows * metrics.slotPitch() - metrics.gutter) - metrics.clusterStrip;
    parts.firstSlotTop = std::round(lane.top + spare * 2 / 3);
    parts.clusterHeight = metrics.clusterStrip - 4;
    parts.clusterTop = std::floor(lane.top + lane.height - spare / 6 - metrics.clusterStrip + 2);
    return parts;
}

} // namespace fabula::layout
