#include "layout/timeline/step_ladder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

namespace fabula::layout {

namespace {

constexpr int kMostImportant = 5;
/// What a level is worth to a reader, against a card.
constexpr std::array<double, 4> kWorth{0.0, 0.12, 0.62, 1.0};

double worth(const PlannedEvent& event, Detail detail)
{
    return kWorth[static_cast<std::size_t>(detail)] * event.importance * event.importance;
}

// Tries levels for one event in the rows of its lane, and keeps rows and placement in step.
class Seat
{
public:
    Seat(const PlannedEvent& event, std::vector<SlotRow>& rows, Placement& placement, double pxPerSecond)
        : event_(event), rows_(rows), placement_(placement), zoom_(pxPerSecond)
    {
    }

    bool raiseTo(Detail detail)
    {
        const std::optional<Placement> found = seated() ? inOwnRow(detail) : inBestRow(detail);
        if (!found)
            return false;
        if (seated())
            rowAt(placement_.row).remove(event_, placement_.detail, placement_.line);
        placement_ = *found;
        rowAt(placement_.row).place(event_, placement_.detail, placement_.line);
        return true;
    }

private:
    bool seated() const { return placement_.detail != Detail::cluster; }

    std::optional<Placement> inOwnRow(Detail detail)
    {
        SlotRow& own = rowAt(placement_.row);
        own.remove(event_, placement_.detail, placement_.line);
        const std::optional<int> line = own.freeLine(event_, detail, zoom_);
        own.place(event_, placement_.detail, placement_.line);
        return line ? std::optional(Placement{detail, placement_.row, *line}) : std::nullopt;
    }

    // Of the rows with room the one where it crowds least, the upper one of two.
    std::optional<Placement> inBestRow(Detail detail)
    {
        std::optional<Placement> best;
        double least = std::numeric_limits<double>::infinity();
        for (int row = 0; row < static_cast<int>(rows_.size()) && least > 0; ++row) {
            const std::optional<int> line = rowAt(row).freeLine(event_, detail, zoom_);
            const double crowding = line ? rowAt(row).crowding(event_, zoom_) : least;
            if (crowding < least) {
                least = crowding;
                best = Placement{detail, row, *line};
            }
        }
        return best;
    }

    SlotRow& rowAt(int row) { return rows_[static_cast<std::size_t>(row)]; }

    const PlannedEvent& event_;
    std::vector<SlotRow>& rows_;
    Placement& placement_;
    double zoom_;
};

} // namespace

double zoomOfStep(double fitPxPerSecond, int step)
{
    // An even step is an exact power of two, an odd one that times √2, so no error builds up along the ladder.
    const int pairs = step >= 0 ? step / 2 : (step - 1) / 2;
    const double half = step - 2 * pairs == 1 ? std::numbers::sqrt2 : 1.0;
    return std::ldexp(fitPxPerSecond * half, pairs);
}

StepLadder::StepLadder(const TimelinePlan& plan, const TimelineMetrics& metrics) : plan_(&plan), metrics_(&metrics)
{
    lanes_.resize(plan.lanes.size());
    for (std::uint32_t i = 0; i < plan.events.size(); ++i)
        lanes_[plan.events[i].lane.index()].events.push_back(i);
    std::vector<Placement> placements(plan.events.size());
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
        Lane& lane = lanes_[i];
        lane.folded = plan.lanes[i].folded;
        lane.rows = emptyRows(i);
        std::sort(lane.events.begin(), lane.events.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(-plan.events[a].importance, plan.events[a].event) <
                   std::pair(-plan.events[b].importance, plan.events[b].event);
        });
        packFreely(lane, placements);
    }
    steps_.emplace(0, std::move(placements));
}

double StepLadder::pxPerSecond(int step) const
{
    return zoomOfStep(plan_->fitPxPerSecond, step);
}

std::vector<SlotRow> StepLadder::emptyRows(std::size_t lane) const
{
    const TimelineLane& shape = plan_->lanes[lane];
    return std::vector<SlotRow>(static_cast<std::size_t>(shape.rows),
                                SlotRow(*metrics_, shape.folded ? 1 : metrics_->linesPerSlot));
}

// Cards for events of at least that importance first, then labels for all, then cards where labels leave room.
double StepLadder::tryPacking(Lane& lane, std::vector<Placement>& placements, int leastCardImportance)
{
    const double zoom = pxPerSecond(0);
    const auto each = [&](auto&& act) {
        for (const std::uint32_t i : lane.events)
            act(plan_->events[i], Seat(plan_->events[i], lane.rows, placements[i], zoom), placements[i].detail);
    };
    if (!lane.folded) {
        each([&](const PlannedEvent& event, Seat seat, Detail) {
            if (event.importance >= leastCardImportance && !seat.raiseTo(Detail::card))
                seat.raiseTo(Detail::label);
        });
        each([&](const PlannedEvent&, Seat seat, Detail has) {
            if (has == Detail::cluster)
                seat.raiseTo(Detail::label);
        });
        each([&](const PlannedEvent&, Seat seat, Detail has) {
            if (has != Detail::card)
                seat.raiseTo(Detail::card);
        });
    }
    each([&](const PlannedEvent&, Seat seat, Detail has) {
        if (has == Detail::cluster)
            seat.raiseTo(Detail::dot);
    });
    double sum = 0;
    for (const std::uint32_t i : lane.events)
        sum += worth(plan_->events[i], placements[i].detail);
    return sum;
}

void StepLadder::packFreely(Lane& lane, std::vector<Placement>& placements)
{
    const std::vector<SlotRow> empty = lane.rows;
    std::vector<Placement> bestPlacements;
    std::vector<SlotRow> bestRows;
    double best = -1;
    for (int least = 1; least <= kMostImportant + 1; ++least) {
        lane.rows = empty;
        std::vector<Placement> attempt(placements);
        const double sum = tryPacking(lane, attempt, least);
        if (sum > best) {
            best = sum;
            bestPlacements = std::move(attempt);
            bestRows = std::move(lane.rows);
        }
    }
    placements = std::move(bestPlacements);
    lane.rows = std::move(bestRows);
}

void StepLadder::refine(int step)
{
    std::vector<Placement> placements = steps_.at(step - 1);
    for (Lane& lane : lanes_) {
        for (const std::uint32_t i : lane.events) {
            Placement& placement = placements[i];
            if (placement.detail == Detail::card || (lane.folded && placement.detail == Detail::dot))
                continue;
            Seat seat(plan_->events[i], lane.rows, placement, pxPerSecond(step));
            if (!lane.folded && (seat.raiseTo(Detail::card) || placement.detail == Detail::label ||
                                 seat.raiseTo(Detail::label) || placement.detail == Detail::dot))
                continue;
            seat.raiseTo(Detail::dot);
        }
    }
    steps_.emplace(step, std::move(placements));
}

void StepLadder::coarsen(int step)
{
    const std::vector<Placement>& finer = steps_.at(step + 1);
    std::vector<Placement> placements(finer.size());
    for (std::size_t k = 0; k < lanes_.size(); ++k) {
        std::vector<SlotRow> rows = emptyRows(k);
        for (const std::uint32_t i : lanes_[k].events) {
            const PlannedEvent& event = plan_->events[i];
            // Only its own row, from the level it has at the finer step downwards.
            for (int level = static_cast<int>(finer[i].detail); level > 0; --level) {
                SlotRow& row = rows[static_cast<std::size_t>(finer[i].row)];
                const Detail detail = static_cast<Detail>(level);
                const std::optional<int> line = row.freeLine(event, detail, pxPerSecond(step));
                if (line) {
                    row.place(event, detail, *line);
                    placements[i] = {detail, finer[i].row, *line};
                    break;
                }
            }
        }
    }
    steps_.emplace(step, std::move(placements));
}

const std::vector<Placement>& StepLadder::at(int step)
{
    while (steps_.rbegin()->first < step)
        refine(steps_.rbegin()->first + 1);
    while (steps_.begin()->first > step)
        coarsen(steps_.begin()->first - 1);
    return steps_.at(step);
}

} // namespace fabula::layout
