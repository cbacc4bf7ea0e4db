#include "layout/timeline/lane_packing.hpp"

#include "layout/timeline/clusters.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>

namespace fabula::layout {

namespace {

constexpr int kMostImportant = 5;
/// What a label or a dot is worth to a reader against a card, by importance from 1 to 5: what matters most should stand
/// out as a card, for the rest it is enough to be named.
constexpr std::array<double, 5> kLabelWorth{0.9, 0.85, 0.75, 0.5, 0.25};
constexpr double kDotWorth = 0.12;
/// From this importance on an event should have its name wherever that is possible, and at least its own dot; what it
/// costs if it has none, by importance: the name of one of the most important is worth more than the card of another,
/// and so is it that none of the next is hidden among others.
constexpr int kWeighty = 4;
constexpr std::array<double, 5> kNamelessCost{0, 0, 0, 6, 24};
constexpr std::array<double, 5> kHiddenCost{0, 0, 0, 14, 36};
constexpr std::size_t kMostInTheWay = 2;
/// Where so many found none, the lane is too full for the search for room to be worth its time.
constexpr int kMostFailures = 1;

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
        return weight * kDotWorth - kNamelessCost[static_cast<std::size_t>(importance - 1)];
    case Detail::cluster:
        break;
    }
    return -kHiddenCost[static_cast<std::size_t>(importance - 1)];
}

} // namespace

LanePacker::LanePacker(const TimelinePlan& plan, const TimelineMetrics& metrics, const LaneEvents& lane)
    : plan_(&plan), metrics_(&metrics), lane_(&lane)
{
    for (std::size_t k = 0; k < lane.events.size(); ++k)
        positionOf_.emplace_back(plan.events[lane.events[k]].event.value, k);
    std::sort(positionOf_.begin(), positionOf_.end());
}

std::optional<FreeLine> LanePacker::placeIn(int row, std::size_t position, Detail detail) const
{
    const std::uint32_t index = lane_->events[position];
    const bool left = limits_ != nullptr && (*limits_)[index].leftward;
    return rows_[static_cast<std::size_t>(row)].freeLine(plan_->events[index], detail, pxPerSecond_, left);
}

// From the first to the one past the last.
std::pair<int, int> LanePacker::rowsOf(std::size_t position) const
{
    if (limits_ == nullptr)
        return {0, static_cast<int>(rows_.size())};
    const int row = (*limits_)[lane_->events[position]].row;
    return {row, row + 1};
}

// In the row that it has or must have, else in its home, else in any other; better where no bar runs under a text that
// is not its own.
bool LanePacker::findPlace(std::size_t position, Detail detail, Placement& placement)
{
    auto [first, end] = rowsOf(position);
    int home = limits_ != nullptr ? first : lane_->homeRows[position];
    if (placement.detail != Detail::cluster) {
        home = placement.row;
        if (!mayMove_)
            std::tie(first, end) = std::pair(home, home + 1);
    }
    bool found = false;
    for (int i = -1; i < end - first; ++i) {
        const int row = i < 0 ? home : first + i;
        if (i >= 0 && row == home)
            continue;
        const auto place = placeIn(row, position, detail);
        if (place && (place->apart || !found)) {
            placement = {detail, row, place->line, place->leftward, place->apart};
            found = true;
        }
        if (place && place->apart)
            break;
    }
    return found;
}

void LanePacker::take(std::size_t position, const Placement& placement)
{
    if (placement.detail != Detail::cluster)
        rows_[static_cast<std::size_t>(placement.row)].place(plan_->events[lane_->events[position]], placement.detail,
                                                             {placement.line, placement.leftward});
}

void LanePacker::leave(std::size_t position, const Placement& placement)
{
    if (placement.detail != Detail::cluster)
        rows_[static_cast<std::size_t>(placement.row)].remove(plan_->events[lane_->events[position]], placement.detail,
                                                              placement.line);
}

bool LanePacker::raiseOne(std::size_t position, Detail detail, Placement& placement)
{
    const std::uint32_t index = lane_->events[position];
    if (placement.detail >= detail || (limits_ != nullptr && (*limits_)[index].detail < detail))
        return false;
    leave(position, placement);
    const bool found = findPlace(position, detail, placement);
    take(position, placement);
    return found;
}

double LanePacker::worthOf(std::size_t position, const std::vector<Placement>& placements) const
{
    const std::uint32_t index = lane_->events[position];
    // Before dots have their places, what has no name may still become one.
    const Detail least = dotsPlaced_ ? Detail::cluster : Detail::dot;
    return worth(plan_->events[index], std::max(least, placements[index].detail));
}

// What a reader gains when the label stands there and what is in its way goes elsewhere, as labels. Undone unless it is
// to be kept.
double LanePacker::makeRoomAt(const Placement& wanted, std::size_t position, std::vector<Placement>& placements,
                              bool keep)
{
    const PlannedEvent& event = plan_->events[lane_->events[position]];
    const std::vector<std::uint32_t> others =
        rows_[static_cast<std::size_t>(wanted.row)].inTheWay(event, {wanted.line, wanted.leftward}, pxPerSecond_);
    if (others.size() > kMostInTheWay)
        return 0;
    std::vector<std::pair<std::size_t, Placement>> before{{position, placements[lane_->events[position]]}};
    for (const std::uint32_t other : others) {
        const auto found = std::lower_bound(positionOf_.begin(), positionOf_.end(), std::pair(other, std::size_t{0}));
        const std::uint32_t index = lane_->events[found->second];
        before.emplace_back(found->second, placements[index]);
    }
    double gain = 0;
    for (const auto& [k, placement] : before) {
        gain -= worthOf(k, placements);
        leave(k, placement);
        placements[lane_->events[k]] = {};
    }
    placements[lane_->events[position]] = wanted;
    take(position, wanted);
    std::sort(before.begin() + 1, before.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [k, placement] : before)
        if (k != position && !raiseOne(k, Detail::label, placements[lane_->events[k]]) && dotsPlaced_)
            raiseOne(k, Detail::dot, placements[lane_->events[k]]);
    for (const auto& [k, placement] : before)
        gain += worthOf(k, placements);
    for (std::size_t i = 0; i < before.size() && !keep; ++i)
        leave(before[i].first, std::exchange(placements[lane_->events[before[i].first]], before[i].second));
    for (std::size_t i = 0; i < before.size() && !keep; ++i)
        take(before[i].first, before[i].second);
    return gain;
}

bool LanePacker::makeRoomFor(std::size_t position, std::vector<Placement>& placements)
{
    const PlannedEvent& event = plan_->events[lane_->events[position]];
    const auto [first, end] = rowsOf(position);
    Placement best;
    double most = 0;
    for (int row = first; row < end; ++row)
        for (int line = 0; line < rows_[static_cast<std::size_t>(row)].lines(); ++line)
            for (const bool leftward : {false, true}) {
                if (!(leftward ? event.labelMayGoLeft : event.labelMayGoRight))
                    continue;
                const Placement wanted{Detail::label, row, line, leftward, false};
                const double gain = makeRoomAt(wanted, position, placements, false);
                if (gain > most) {
                    best = wanted;
                    most = gain;
                }
            }
    if (most > 0)
        makeRoomAt(best, position, placements, true);
    return most > 0;
}

// By bucket, how many events would be summed up there.
std::map<std::int64_t, int> LanePacker::counts(const std::vector<Placement>& placements) const
{
    std::map<std::int64_t, int> counts;
    for (const std::uint32_t index : lane_->events)
        if (placements[index].detail == Detail::cluster)
            ++counts[clusterBucket(*plan_, pxPerSecond_, plan_->events[index].anchor)];
    return counts;
}

// What found no room gets its name at the cost of cards, which become labels, or of texts, which change their sides,
// where a reader gains by that. Once dots have their places, only for what would be one of a count, not a mark of its
// own.
bool LanePacker::nameWeighty(std::vector<Placement>& placements)
{
    const std::map<std::int64_t, int> hidden = dotsPlaced_ ? counts(placements) : std::map<std::int64_t, int>();
    int failed = 0;
    bool changed = false;
    for (std::size_t k = 0; k < lane_->events.size() && failed < kMostFailures; ++k) {
        const std::uint32_t index = lane_->events[k];
        const PlannedEvent& event = plan_->events[index];
        const Detail detail = placements[index].detail;
        if (event.importance < kWeighty)
            break;
        if (detail >= Detail::label || (limits_ != nullptr && (*limits_)[index].detail < Detail::label))
            continue;
        if (dotsPlaced_) {
            const auto count = hidden.find(clusterBucket(*plan_, pxPerSecond_, event.anchor));
            if (detail == Detail::dot || count == hidden.end() || count->second < 2)
                continue;
        }
        const bool named = makeRoomFor(k, placements);
        changed = changed || named;
        failed += named ? 0 : 1;
    }
    return changed;
}

void LanePacker::setApart(std::size_t position, Placement& placement)
{
    if (placement.detail != Detail::label || placement.apart)
        return;
    leave(position, placement);
    const auto place = placeIn(placement.row, position, Detail::label);
    if (place && place->apart)
        placement = {Detail::label, placement.row, place->line, place->leftward, true};
    take(position, placement);
}

void LanePacker::raiseAll(Detail detail, int leastImportance, std::vector<Placement>& placements)
{
    for (std::size_t k = 0; k < lane_->events.size(); ++k)
        if (plan_->events[lane_->events[k]].importance >= leastImportance)
            raiseOne(k, detail, placements[lane_->events[k]]);
}

// Cards for events of at least that importance first, or at least their labels, then labels for all, then cards where
// labels leave room.
double LanePacker::attempt(double pxPerSecond, int leastCardImportance, std::vector<Placement>& placements)
{
    pxPerSecond_ = pxPerSecond;
    rows_.assign(static_cast<std::size_t>(lane_->rows), SlotRow(*metrics_, lane_->folded ? 1 : metrics_->linesPerSlot));
    const auto& events = lane_->events;
    for (const std::uint32_t i : events)
        placements[i] = {};
    mayMove_ = limits_ == nullptr;
    dotsPlaced_ = false;
    for (std::size_t k = 0; k < events.size() && !lane_->folded; ++k)
        if (plan_->events[events[k]].importance >= leastCardImportance &&
            !raiseOne(k, Detail::card, placements[events[k]]))
            raiseOne(k, Detail::label, placements[events[k]]);
    if (!lane_->folded) {
        raiseAll(Detail::label, 0, placements);
        if (nameWeighty(placements))
            raiseAll(Detail::label, 0, placements);
        raiseAll(Detail::card, 0, placements);
    }
    raiseAll(Detail::dot, 0, placements);
    dotsPlaced_ = true;
    if (!lane_->folded && nameWeighty(placements))
        for (const Detail detail : {Detail::label, Detail::card, Detail::dot})
            raiseAll(detail, 0, placements);
    mayMove_ = false;
    double sum = 0;
    for (std::size_t k = 0; k < events.size(); ++k)
        sum += worthOf(k, placements);
    return sum;
}

void LanePacker::pack(double pxPerSecond, const std::vector<Placement>* limits, std::vector<Placement>& placements)
{
    limits_ = limits;
    double best = -std::numeric_limits<double>::infinity();
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
    // The names of all weighty events come before the card of any.
    if (!lane_->folded)
        raiseAll(Detail::label, kWeighty, placements);
    for (std::size_t k = 0; k < lane_->events.size(); ++k) {
        Placement& placement = placements[lane_->events[k]];
        if (!lane_->folded && (raiseOne(k, Detail::card, placement) || raiseOne(k, Detail::label, placement)))
            continue;
        raiseOne(k, Detail::dot, placement);
    }
    for (std::size_t k = 0; k < lane_->events.size(); ++k)
        setApart(k, placements[lane_->events[k]]);
}

} // namespace fabula::layout
