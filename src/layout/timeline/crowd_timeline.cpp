#include "layout/timeline/crowd_timeline.hpp"

#include "layout/timeline/drawn_date.hpp"
#include "layout/timeline/lane_heights.hpp"
#include "layout/timeline/lane_plan.hpp"
#include "layout/timeline/text_fitting.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace fabula::layout {
namespace {

constexpr double kLeastSlotPx = 200; ///< slots are from here to just under twice as wide
constexpr double kLeastCellPx = 10;  ///< and cells of density from here
constexpr double kReachPx = 450;     ///< no card is wider
constexpr double kLeastTextPx = 72;  ///< a label has at least so much room for its text, else it is a dot
constexpr double kTextStepPx = 16;   ///< labels are cut to whole steps, so that few cuts serve a whole zoom
constexpr std::size_t kMostKnown = 50'000;
constexpr int kCard = -1;
constexpr int kMostBits = 60;

/// The least power of two of seconds that is at least so wide.
int bitsFor(double leastPx, double pxPerSecond)
{
    const double bits = std::ceil(std::log2(leastPx / pxPerSecond));
    return static_cast<int>(std::clamp(bits, 0.0, static_cast<double>(kMostBits)));
}

/// Each lane changes to finer slots at zooms of its own.
double slotPx(LaneId lane)
{
    const double phase = std::fmod(static_cast<double>(lane.index()) * 0.6180339887498949, 1.0);
    return kLeastSlotPx * std::exp2(phase - 0.5);
}

time::Instant startOf(std::int64_t bucket, int bits)
{
    return {bucket * (std::int64_t{1} << bits)};
}

std::uint16_t weightOf(const TimelineRequest& request, EventId event)
{
    constexpr int kStep = 8192;
    const int importance = std::max(request.leastImportance, request.graph.story()[event].importance);
    const std::size_t links = request.graph.linksFrom(event).size() + request.graph.linksTo(event).size();
    return static_cast<std::uint16_t>(importance * kStep + static_cast<int>(std::min<std::size_t>(links, kStep - 1)));
}

int modulo(std::int64_t value, int by)
{
    const auto rest = static_cast<int>(value % by);
    return rest < 0 ? rest + by : rest;
}

} // namespace

struct CrowdTimeline::Item
{
    std::size_t position = 0;
    double x = 0;
    int line = kCard;
};

/// A row of one lane with what may stand in it, from the left.
struct CrowdTimeline::Row
{
    LaneId lane;
    int row = 0;
    Rect seen;
    std::vector<Item> items{};
};

CrowdTimeline::CrowdTimeline(const TimelineRequest& request, TimelinePlan& plan)
{
    const std::size_t count = request.graph.story().events.size();
    std::vector<bool> shown(count, false);
    std::vector<ColumnRow> rows;
    rows.reserve(count);
    time::Span extent{time::kEndOfTime, time::kBeginningOfTime};
    for (std::size_t i = 0; i < count; ++i) {
        if (i < request.hidden.size() && request.hidden[i])
            continue;
        const EventId event(i);
        const DrawnDate date = drawnDate(request.graph, event);
        if (!date.onAxis()) {
            plan.undated.push_back(event);
            continue;
        }
        shown[i] = true;
        rows.push_back({{}, date.anchor, event, weightOf(request, event)});
        extent.begin = std::min(extent.begin, date.span.openBegin() ? date.span.end : date.span.begin);
        extent.end = std::max(extent.end, date.span.openEnd() ? date.span.begin : date.span.end);
    }
    LanePlan lanes = lanesFor(request, shown);
    for (ColumnRow& row : rows)
        row.lane = lanes.laneOf[row.event.index()];
    plan.lanes = std::move(lanes.lanes);
    plan.extent = rows.empty() ? time::Span{{0}, {1}} : extent;
    laneOf_ = std::make_shared<const std::vector<LaneId>>(std::move(lanes.laneOf));
    columns_ = std::make_shared<const EventColumns>(std::move(rows), plan.lanes.size());
}

PlannedEvent& CrowdTimeline::planned(const TimelineRequest& request, EventId event)
{
    const auto known = planned_.find(event.value);
    if (known != planned_.end())
        return known->second;
    if (planned_.size() >= kMostKnown)
        planned_.clear();
    PlannedEvent made = plannedEvent(request, event);
    made.lane = (*laneOf_)[event.index()];
    made.cardLeft = request.metrics.anchorInset;
    return planned_.emplace(event.value, std::move(made)).first->second;
}

/// Chooses which events of a lane stand by themselves, and in which row and line.
class CrowdTimeline::LaneInView
{
public:
    LaneInView(const EventColumns& columns, const TimelineMetrics& metrics, const TimelineLayout& layout)
        : columns_(columns), metrics_(metrics), layout_(layout)
    {
    }

    std::vector<Row> rows(LaneId lane, const Rect& seen)
    {
        const int rows = layout_.lanes[lane.index()].rows;
        rows_.clear();
        for (int row = 0; row < rows; ++row)
            rows_.push_back({lane, row, seen});
        const int bits = bitsFor(slotPx(lane), layout_.scale.pxPerSecond());
        const time::Instant begin = layout_.scale.timeFromScreen(seen.left() - kReachPx);
        const time::Instant end = layout_.scale.timeFromScreen(seen.right() + 2 * kReachPx);
        ColumnRange left = columns_.lane(lane);
        left.first = columns_.firstFrom(startOf(begin.seconds >> bits, bits), left);
        while (!left.empty() && columns_.anchor(left.first) < end) {
            const std::int64_t slot = columns_.anchor(left.first).seconds >> bits;
            const std::size_t next = columns_.firstFrom(startOf(slot + 1, bits), left);
            fill(slot, {left.first, next});
            left.first = next;
        }
        return std::move(rows_);
    }

private:
    void fill(std::int64_t slot, const ColumnRange& range)
    {
        const auto rows = static_cast<int>(rows_.size());
        if (range.size() <= rows_.size()) {
            for (std::size_t i = range.first; i < range.last; ++i)
                add(i, modulo(slot + static_cast<std::int64_t>(i - range.first), rows), kCard);
            return;
        }
        columns_.mostImportant(range, rows_.size() * static_cast<std::size_t>(metrics_.linesPerSlot), chosen_);
        std::sort(chosen_.begin(), chosen_.end());
        for (std::size_t i = 0; i < chosen_.size(); ++i) {
            const auto line = static_cast<int>(i);
            add(chosen_[i], line / metrics_.linesPerSlot, line % metrics_.linesPerSlot);
        }
    }

    void add(std::size_t position, int row, int line)
    {
        rows_[static_cast<std::size_t>(row)].items.push_back(
            {position, layout_.scale.screenFromTime(columns_.anchor(position)), line});
    }

    const EventColumns& columns_;
    const TimelineMetrics& metrics_;
    const TimelineLayout& layout_;
    std::vector<Row> rows_;
    std::vector<std::size_t> chosen_;
};

// From the right to the left, since how much room a card or label has depends on what comes next in its row.
void CrowdTimeline::placeRow(const TimelineRequest& request, Row& row, TimelineLayout& layout)
{
    const TimelineMetrics& metrics = request.metrics;
    const TimelineLane& lane = layout.lanes[row.lane.index()];
    const double halfDot = metrics.dotDiameter / 2;
    std::vector<double> next(static_cast<std::size_t>(metrics.linesPerSlot), std::numeric_limits<double>::max());
    for (auto item = row.items.rbegin(); item != row.items.rend(); ++item) {
        const bool asCard = item->line == kCard;
        const double end =
            asCard ? *std::min_element(next.begin(), next.end()) : next[static_cast<std::size_t>(item->line)];
        if (asCard)
            std::fill(next.begin(), next.end(), item->x - metrics.anchorInset);
        else
            next[static_cast<std::size_t>(item->line)] = item->x - halfDot;
        const double room = end - metrics.gap - item->x;
        if (item->x > row.seen.right() + kReachPx || item->x < row.seen.left() - kReachPx || room < halfDot)
            continue;
        PlannedEvent& event = planned(request, columns_->event(item->position));
        Placement placement{Detail::dot, row.row, std::max(0, item->line), false, true};
        if (asCard && event.cardWidth - metrics.anchorInset <= room)
            placement.detail = Detail::card;
        else if (room + halfDot >= std::min(event.labelWidth, kLeastTextPx))
            placement.detail = Detail::label;
        PlacedEvent placed = placedEvent(event, placement, lane, metrics, layout.scale);
        if (placement.detail == Detail::label && event.labelWidth > room + halfDot) {
            const double width = std::floor((room + halfDot) / kTextStepPx) * kTextStepPx;
            const double text = width - metrics.dotDiameter - metrics.labelGap;
            placed.title = fitted(*request.measurer, event.label, metrics.labelStyleFor(event.importance), text);
            placed.titleMark.clear();
            placed.box.width = width;
        }
        layout.events.push_back(std::move(placed));
    }
}

void CrowdTimeline::addDensity(const TimelineRequest& request, LaneId lane, const Rect& seen,
                               TimelineLayout& layout) const
{
    const LaneParts parts = partsOf(layout.lanes[lane.index()], request.metrics);
    const int bits = bitsFor(kLeastCellPx, layout.scale.pxPerSecond());
    const time::Instant begin = layout.scale.timeFromScreen(seen.left());
    const time::Instant end = layout.scale.timeFromScreen(seen.right());
    ColumnRange left = columns_->lane(lane);
    left.first = columns_->firstFrom(startOf(begin.seconds >> bits, bits), left);
    while (!left.empty() && columns_->anchor(left.first) < end) {
        const std::int64_t cell = columns_->anchor(left.first).seconds >> bits;
        const std::size_t next = columns_->firstFrom(startOf(cell + 1, bits), left);
        EventCluster cluster;
        cluster.lane = lane;
        cluster.span = {startOf(cell, bits), startOf(cell + 1, bits)};
        cluster.events = EventRun(columns_->events(), left.first, next - left.first);
        const double x = layout.scale.screenFromTime(cluster.span.begin);
        cluster.box = {x, parts.clusterTop, layout.scale.screenFromTime(cluster.span.end) - x, parts.clusterHeight};
        layout.clusters.push_back(std::move(cluster));
        left.first = next;
    }
}

void CrowdTimeline::place(const TimelineRequest& request, const Rect& seen, TimelineLayout& layout)
{
    LaneInView chooser(*columns_, request.metrics, layout);
    for (std::size_t i = 0; i < layout.lanes.size(); ++i) {
        const TimelineLane& lane = layout.lanes[i];
        if (lane.top > seen.bottom() || lane.top + lane.height < seen.top())
            continue;
        if (!lane.folded) {
            for (Row& row : chooser.rows(LaneId(i), seen))
                placeRow(request, row, layout);
        }
        addDensity(request, LaneId(i), seen, layout);
    }
    std::sort(layout.events.begin(), layout.events.end(), [](const PlacedEvent& a, const PlacedEvent& b) {
        return std::pair(a.anchorX, a.event) < std::pair(b.anchorX, b.event);
    });
}

std::optional<Rect> CrowdTimeline::spotOf(const TimelineRequest& request, const TimelineLayout& layout,
                                          EventId event) const
{
    const LaneId lane = (*laneOf_)[event.index()];
    if (!lane.valid())
        return std::nullopt;
    const LaneParts parts = partsOf(layout.lanes[lane.index()], request.metrics);
    const double x = layout.scale.screenFromTime(drawnDate(request.graph, event).anchor);
    return Rect{x, parts.clusterTop, 1, parts.clusterHeight};
}

} // namespace fabula::layout
