#include "layout/timeline/row_packing.hpp"

#include <algorithm>

namespace fabula::layout {

namespace {

constexpr double kDotGapShare = 0.375;
/// Between the end of a bar and another event's box, so that it does not seem to go on under it.
constexpr double kBarAir = 6;

bool before(const Occupant& a, const Occupant& b)
{
    return std::pair(a.anchor.seconds, a.anchor.foldPx) < std::pair(b.anchor.seconds, b.anchor.foldPx);
}

Reach reachOf(const Occupant& occupant, double pxPerSecond, double more)
{
    const double x = occupant.anchor.at(pxPerSecond);
    return {x - occupant.left - more, x + occupant.right + more};
}

} // namespace

bool OccupiedLine::hasRoomFor(const Occupant& newcomer, double pxPerSecond, const RowGaps& gaps) const
{
    const auto after = std::lower_bound(occupants_.begin(), occupants_.end(), newcomer, before);
    const double x = newcomer.anchor.at(pxPerSecond);
    const auto gapTo = [&](const Occupant& other) { return newcomer.dot && other.dot ? gaps.dots : gaps.texts; };
    if (after != occupants_.end() && after->anchor.at(pxPerSecond) - after->left < x + newcomer.right + gapTo(*after))
        return false;
    if (after == occupants_.begin())
        return true;
    const Occupant& previous = *std::prev(after);
    return previous.anchor.at(pxPerSecond) + previous.right + gapTo(previous) <= x - newcomer.left;
}

void OccupiedLine::insert(const Occupant& occupant)
{
    occupants_.insert(std::lower_bound(occupants_.begin(), occupants_.end(), occupant, before), occupant);
}

void OccupiedLine::remove(const Occupant& occupant)
{
    const auto found = std::lower_bound(occupants_.begin(), occupants_.end(), occupant, before);
    if (found != occupants_.end() && found->event == occupant.event)
        occupants_.erase(found);
}

std::vector<Occupant>::const_iterator OccupiedLine::firstRightOf(double x, double pxPerSecond) const
{
    return std::partition_point(occupants_.begin(), occupants_.end(),
                                [&](const Occupant& occupant) { return reachOf(occupant, pxPerSecond, 0).right <= x; });
}

bool OccupiedLine::holdsText(const Reach& reach, double pxPerSecond) const
{
    for (auto at = firstRightOf(reach.left, pxPerSecond);
         at != occupants_.end() && reachOf(*at, pxPerSecond, 0).left < reach.right; ++at)
        if (!at->dot)
            return true;
    return false;
}

void OccupiedLine::collect(const Reach& reach, double pxPerSecond, std::vector<std::uint32_t>& events) const
{
    for (auto at = firstRightOf(reach.left, pxPerSecond);
         at != occupants_.end() && reachOf(*at, pxPerSecond, 0).left < reach.right; ++at)
        events.push_back(at->event);
}

void BarStrip::insert(const PlannedEvent& event)
{
    bars_.push_back({event.event.value, event.beginAt, event.endAt, event.softBegin, event.softEnd});
}

void BarStrip::remove(const PlannedEvent& event)
{
    const auto found =
        std::find_if(bars_.begin(), bars_.end(), [&](const Bar& bar) { return bar.event == event.event.value; });
    if (found == bars_.end())
        return;
    *found = bars_.back();
    bars_.pop_back();
}

bool BarStrip::meets(const Reach& reach, double pxPerSecond) const
{
    return std::any_of(bars_.begin(), bars_.end(), [&](const Bar& bar) {
        return bar.begin.at(pxPerSecond) - bar.softBegin < reach.right &&
               reach.left < bar.end.at(pxPerSecond) + bar.softEnd;
    });
}

SlotRow::SlotRow(const TimelineMetrics& metrics, int lines)
    : lines_(static_cast<std::size_t>(lines)),
      strips_(static_cast<std::size_t>(lines) + 1), gaps_{metrics.gap, metrics.gap * kDotGapShare},
      dotRadius_(metrics.dotDiameter / 2), labelAir_(metrics.labelAir)
{
}

Occupant SlotRow::occupantFor(const PlannedEvent& event, Detail detail, bool leftward) const
{
    Occupant occupant{event.event.value, event.anchorAt, dotRadius_, dotRadius_, detail == Detail::dot};
    if (detail == Detail::card) {
        occupant.left = event.cardLeft;
        occupant.right = event.cardWidth - event.cardLeft;
    } else if (detail == Detail::label) {
        if (leftward)
            occupant.left = event.labelWidth - dotRadius_ + labelAir_;
        else
            occupant.right = event.labelWidth - dotRadius_;
    }
    return occupant;
}

// The bar of the last line and that of the cards lie so close to each other that they count as one strip.
bool SlotRow::keepsApart(const PlannedEvent& event, const Occupant& occupant, int firstLine, int lastLine,
                         double pxPerSecond) const
{
    const Reach box = reachOf(occupant, pxPerSecond, kBarAir);
    const Reach bar{event.beginAt.at(pxPerSecond) - event.softBegin - kBarAir,
                    event.endAt.at(pxPerSecond) + event.softEnd + kBarAir};
    const std::size_t cardStrip = lines_.size();
    const auto last = static_cast<std::size_t>(lastLine);
    for (auto strip = static_cast<std::size_t>(firstLine); strip <= last; ++strip)
        if (strips_[strip].meets(box, pxPerSecond))
            return false;
    if (last + 1 == cardStrip &&
        (strips_[cardStrip].meets(box, pxPerSecond) || strips_[cardStrip].meets(bar, pxPerSecond)))
        return false;
    return !strips_[last].meets(bar, pxPerSecond) && !lines_[last].holdsText(bar, pxPerSecond);
}

std::optional<FreeLine> SlotRow::lineForLabel(const PlannedEvent& event, double pxPerSecond, bool ratherLeftward) const
{
    std::optional<FreeLine> found;
    for (const bool leftward : {ratherLeftward, !ratherLeftward}) {
        if (!(leftward ? event.labelMayGoLeft : event.labelMayGoRight))
            continue;
        const Occupant occupant = occupantFor(event, Detail::label, leftward);
        for (int line = 0; line < lines(); ++line) {
            if (!lines_[static_cast<std::size_t>(line)].hasRoomFor(occupant, pxPerSecond, gaps_))
                continue;
            if (keepsApart(event, occupant, line, line, pxPerSecond))
                return FreeLine{line, leftward, true};
            if (!found)
                found = FreeLine{line, leftward, false};
        }
    }
    return found;
}

std::optional<FreeLine> SlotRow::freeLine(const PlannedEvent& event, Detail detail, double pxPerSecond,
                                          bool ratherLeftward) const
{
    if (detail == Detail::label)
        return lineForLabel(event, pxPerSecond, ratherLeftward);
    const Occupant occupant = occupantFor(event, detail, false);
    const auto free = [&](const OccupiedLine& line) { return line.hasRoomFor(occupant, pxPerSecond, gaps_); };
    if (detail == Detail::card) {
        if (!std::all_of(lines_.begin(), lines_.end(), free))
            return std::nullopt;
        return FreeLine{0, false, keepsApart(event, occupant, 0, lines() - 1, pxPerSecond)};
    }
    const auto found = std::find_if(lines_.rbegin(), lines_.rend(), free);
    return found == lines_.rend() ? std::nullopt
                                  : std::optional(FreeLine{static_cast<int>(lines_.rend() - found) - 1, false, true});
}

std::vector<std::uint32_t> SlotRow::inTheWay(const PlannedEvent& event, const FreeLine& where, double pxPerSecond) const
{
    std::vector<std::uint32_t> events;
    lines_[static_cast<std::size_t>(where.line)].collect(
        reachOf(occupantFor(event, Detail::label, where.leftward), pxPerSecond, gaps_.texts), pxPerSecond, events);
    return events;
}

void SlotRow::place(const PlannedEvent& event, Detail detail, const FreeLine& where)
{
    const Occupant occupant = occupantFor(event, detail, where.leftward);
    if (detail == Detail::card) {
        for (OccupiedLine& each : lines_)
            each.insert(occupant);
        strips_.back().insert(event);
        return;
    }
    lines_[static_cast<std::size_t>(where.line)].insert(occupant);
    if (detail == Detail::label)
        strips_[static_cast<std::size_t>(where.line)].insert(event);
}

void SlotRow::remove(const PlannedEvent& event, Detail detail, int line)
{
    const Occupant occupant = occupantFor(event, detail, false);
    if (detail == Detail::card) {
        for (OccupiedLine& each : lines_)
            each.remove(occupant);
        strips_.back().remove(event);
        return;
    }
    lines_[static_cast<std::size_t>(line)].remove(occupant);
    if (detail == Detail::label)
        strips_[static_cast<std::size_t>(line)].remove(event);
}

} // namespace fabula::layout
