#include "layout/timeline/lane_packing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace fabula::layout {

namespace {

constexpr int kMostImportant = 5;
constexpr double kLoadBucketPx = 16;
/// What a label or a dot is worth to a reader against a card, by importance from 1 to 5: what matters most should stand
/// out as a card, for the rest it is enough to be named.
constexpr std::array<double, 5> kLabelWorth{0.9, 0.85, 0.75, 0.5, 0.25};
constexpr double kDotWorth = 0.12;
constexpr double kMostStepsApart = 40;
constexpr int kNeighboursAsked = 2;
constexpr double kMetBarCost = 0.25;

double worth(const PlannedEvent& event, Detail detail)
{
    const int importance = std::clamp(event.importance, 1, kMostImportant);
    const double weight = importance * importance;
    switch (detail) {
    case Detail::card:
        return weight;
    case Detail::label:
        return weight * kLabelWorth[static_cast<std::size_t>(importance - 1)];
    case Detail::dot:
        return weight * kDotWorth;
    case Detail::cluster:
        break;
    }
    return 0;
}

// How much each stretch of a row is taken already.
class RowLoad
{
public:
    RowLoad(double left, double right)
        : left_(left), taken_(static_cast<std::size_t>((right - left) / kLoadBucketPx) + 2, 0.0)
    {
    }

    double within(double left, double right) const
    {
        double sum = 0;
        for (std::size_t i = bucket(left); i <= bucket(right); ++i)
            sum += taken_[i];
        return sum;
    }

    void add(double left, double right, double weight)
    {
        for (std::size_t i = bucket(left); i <= bucket(right); ++i)
            taken_[i] += weight;
    }

private:
    std::size_t bucket(double x) const
    {
        const double index = std::max(0.0, (x - left_) / kLoadBucketPx);
        return std::min(static_cast<std::size_t>(index), taken_.size() - 1);
    }

    double left_;
    std::vector<double> taken_;
};

struct Stretch
{
    double cardLeft = 0;
    double cardRight = 0;
    double left = 0; ///< of card and bar
    double right = 0;
};

Stretch stretchOf(const PlannedEvent& event, double zoom, double gap)
{
    Stretch stretch;
    stretch.cardLeft = event.anchorAt.at(zoom) - event.cardLeft;
    stretch.cardRight = stretch.cardLeft + event.cardWidth + gap;
    stretch.left = std::min(stretch.cardLeft, event.beginAt.at(zoom) - event.softBegin);
    stretch.right = std::max(stretch.cardRight, event.endAt.at(zoom) + event.softEnd);
    return stretch;
}

bool anchoredBefore(const PlannedEvent* a, const PlannedEvent* b)
{
    return std::pair(a->anchorAt.seconds, a->anchorAt.foldPx) < std::pair(b->anchorAt.seconds, b->anchorAt.foldPx);
}

// By how many steps of √2 the fitting zoom must grow until both have room side by side as cards.
double stepsApart(const PlannedEvent& left, const PlannedEvent& right, double fit, double gap)
{
    const double px =
        left.cardWidth - left.cardLeft + gap + right.cardLeft - (right.anchorAt.foldPx - left.anchorAt.foldPx);
    const double seconds = right.anchorAt.seconds - left.anchorAt.seconds;
    if (px <= seconds * fit)
        return 0;
    return seconds > 0 ? std::min(kMostStepsApart, 2 * std::log2(px / (seconds * fit))) : kMostStepsApart;
}

// How long the event and its nearest neighbours in a row would be in each other's way, weighted by importance.
double stepsInTheWay(const std::vector<const PlannedEvent*>& row, const PlannedEvent& event, double fit, double gap)
{
    const auto after = std::lower_bound(row.begin(), row.end(), &event, anchoredBefore);
    double sum = 0;
    auto at = after;
    for (int k = 0; k < kNeighboursAsked && at != row.end(); ++k, ++at)
        sum += (*at)->importance * (*at)->importance * stepsApart(event, **at, fit, gap);
    at = after;
    for (int k = 0; k < kNeighboursAsked && at != row.begin(); ++k) {
        --at;
        sum += (*at)->importance * (*at)->importance * stepsApart(**at, event, fit, gap);
    }
    return sum;
}

} // namespace

void chooseHomeRows(LaneEvents& lane, const TimelinePlan& plan, double gap)
{
    lane.homeRows.assign(lane.events.size(), 0);
    if (lane.rows < 2 || lane.events.empty())
        return;
    double left = std::numeric_limits<double>::infinity();
    double right = -left;
    for (const std::uint32_t i : lane.events) {
        const Stretch stretch = stretchOf(plan.events[i], plan.fitPxPerSecond, gap);
        left = std::min(left, stretch.left);
        right = std::max(right, stretch.right);
    }
    std::vector<RowLoad> loads(static_cast<std::size_t>(lane.rows), RowLoad(left, right));
    std::vector<std::vector<const PlannedEvent*>> rows(static_cast<std::size_t>(lane.rows));
    for (std::size_t k = 0; k < lane.events.size(); ++k) {
        const PlannedEvent& event = plan.events[lane.events[k]];
        const Stretch own = stretchOf(event, plan.fitPxPerSecond, gap);
        std::size_t best = 0;
        double bestCost = std::numeric_limits<double>::infinity();
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const double cost = stepsInTheWay(rows[row], event, plan.fitPxPerSecond, gap) +
                                kMetBarCost * loads[row].within(own.left, own.right);
            if (cost < bestCost) {
                best = row;
                bestCost = cost;
            }
        }
        loads[best].add(own.left, own.right, 1);
        rows[best].insert(std::lower_bound(rows[best].begin(), rows[best].end(), &event, anchoredBefore), &event);
        lane.homeRows[k] = static_cast<int>(best);
    }
}

LanePacker::LanePacker(const TimelinePlan& plan, const TimelineMetrics& metrics, const LaneEvents& lane)
    : plan_(&plan), metrics_(&metrics), lane_(&lane)
{
}

// In the row that it has or must have, else in its home; in no other, so that bars stay where they meet least.
bool LanePacker::findPlace(std::size_t position, Detail detail, Placement& placement)
{
    const std::uint32_t index = lane_->events[position];
    const PlannedEvent& event = plan_->events[index];
    const auto tryRow = [&](int row) {
        const bool left = limits_ != nullptr && (*limits_)[index].leftward;
        const auto found = rows_[static_cast<std::size_t>(row)].freeLine(event, detail, pxPerSecond_, left);
        if (found)
            placement = {detail, row, found->line, found->leftward};
        return found.has_value();
    };
    if (placement.detail != Detail::cluster)
        return tryRow(placement.row);
    if (limits_ != nullptr)
        return tryRow((*limits_)[index].row);
    return tryRow(lane_->homeRows[position]);
}

bool LanePacker::raiseOne(std::size_t position, Detail detail, Placement& placement)
{
    const std::uint32_t index = lane_->events[position];
    if (placement.detail >= detail || (limits_ != nullptr && (*limits_)[index].detail < detail))
        return false;
    const PlannedEvent& event = plan_->events[index];
    const Placement before = placement;
    SlotRow& rowBefore = rows_[static_cast<std::size_t>(before.row)];
    if (before.detail != Detail::cluster)
        rowBefore.remove(event, before.detail, before.line);
    const bool found = findPlace(position, detail, placement);
    if (placement.detail != Detail::cluster)
        rows_[static_cast<std::size_t>(placement.row)].place(event, placement.detail,
                                                             {placement.line, placement.leftward});
    return found;
}

// Cards for events of at least that importance first, then labels for all, then cards where labels leave room.
double LanePacker::attempt(double pxPerSecond, int leastCardImportance, std::vector<Placement>& placements)
{
    pxPerSecond_ = pxPerSecond;
    rows_.assign(static_cast<std::size_t>(lane_->rows), SlotRow(*metrics_, lane_->folded ? 1 : metrics_->linesPerSlot));
    const auto& events = lane_->events;
    for (const std::uint32_t i : events)
        placements[i] = {};
    if (!lane_->folded) {
        for (std::size_t k = 0; k < events.size(); ++k)
            if (plan_->events[events[k]].importance >= leastCardImportance &&
                !raiseOne(k, Detail::card, placements[events[k]]))
                raiseOne(k, Detail::label, placements[events[k]]);
        for (std::size_t k = 0; k < events.size(); ++k)
            raiseOne(k, Detail::label, placements[events[k]]);
        for (std::size_t k = 0; k < events.size(); ++k)
            raiseOne(k, Detail::card, placements[events[k]]);
    }
    for (std::size_t k = 0; k < events.size(); ++k)
        raiseOne(k, Detail::dot, placements[events[k]]);
    double sum = 0;
    for (const std::uint32_t i : events)
        sum += worth(plan_->events[i], placements[i].detail);
    return sum;
}

void LanePacker::pack(double pxPerSecond, const std::vector<Placement>* limits, std::vector<Placement>& placements)
{
    limits_ = limits;
    double best = -1;
    double most = 0;
    for (const std::uint32_t i : lane_->events)
        most += worth(plan_->events[i], limits != nullptr ? (*limits)[i].detail : Detail::card);
    std::vector<Placement> bestPlacements;
    std::vector<SlotRow> bestRows;
    for (int least = 1; least <= kMostImportant + 1; ++least) {
        const double sum = attempt(pxPerSecond, least, placements);
        if (sum > best) {
            best = sum;
            bestPlacements.clear();
            for (const std::uint32_t i : lane_->events)
                bestPlacements.push_back(placements[i]);
            bestRows = rows_;
        }
        if (lane_->folded || best >= most)
            break;
    }
    for (std::size_t k = 0; k < lane_->events.size(); ++k)
        placements[lane_->events[k]] = bestPlacements[k];
    rows_ = std::move(bestRows);
}

void LanePacker::raise(double pxPerSecond, std::vector<Placement>& placements)
{
    limits_ = nullptr;
    pxPerSecond_ = pxPerSecond;
    for (std::size_t k = 0; k < lane_->events.size(); ++k) {
        Placement& placement = placements[lane_->events[k]];
        if (!lane_->folded && (raiseOne(k, Detail::card, placement) || raiseOne(k, Detail::label, placement)))
            continue;
        raiseOne(k, Detail::dot, placement);
    }
}

} // namespace fabula::layout
