#include "layout/timeline/home_rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace fabula::layout {

namespace {

constexpr double kLoadBucketPx = 16;
constexpr double kMostStepsApart = 40;
constexpr int kNeighboursAsked = 2;
constexpr double kMetBarCost = 0.25;

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

} // namespace fabula::layout
