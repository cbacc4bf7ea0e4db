#include "layout/timeline/row_packing.hpp"

#include <algorithm>

namespace fabula::layout {

namespace {

constexpr double kDotGapShare = 0.375;

bool before(const Occupant& a, const Occupant& b)
{
    return std::pair(a.anchor.seconds, a.anchor.foldPx) < std::pair(b.anchor.seconds, b.anchor.foldPx);
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

SlotRow::SlotRow(const TimelineMetrics& metrics, int lines)
    : lines_(static_cast<std::size_t>(lines)), gaps_{metrics.gap, metrics.gap * kDotGapShare},
      dotRadius_(metrics.dotDiameter / 2)
{
}

Occupant SlotRow::occupantFor(const PlannedEvent& event, Detail detail) const
{
    Occupant occupant{event.event.value, event.anchorAt, dotRadius_, dotRadius_, detail == Detail::dot};
    if (detail == Detail::card) {
        occupant.left = event.cardLeft;
        occupant.right = event.cardWidth - event.cardLeft;
    } else if (detail == Detail::label) {
        occupant.left = event.labelLeft;
        occupant.right = event.labelWidth - event.labelLeft;
    }
    return occupant;
}

std::optional<int> SlotRow::freeLine(const PlannedEvent& event, Detail detail, double pxPerSecond) const
{
    const Occupant occupant = occupantFor(event, detail);
    const auto free = [&](const OccupiedLine& line) { return line.hasRoomFor(occupant, pxPerSecond, gaps_); };
    if (detail == Detail::card)
        return std::all_of(lines_.begin(), lines_.end(), free) ? std::optional(0) : std::nullopt;
    if (detail == Detail::dot) {
        const auto found = std::find_if(lines_.rbegin(), lines_.rend(), free);
        return found == lines_.rend() ? std::nullopt : std::optional(static_cast<int>(lines_.rend() - found) - 1);
    }
    const auto found = std::find_if(lines_.begin(), lines_.end(), free);
    return found == lines_.end() ? std::nullopt : std::optional(static_cast<int>(found - lines_.begin()));
}

void SlotRow::place(const PlannedEvent& event, Detail detail, int line)
{
    const Occupant occupant = occupantFor(event, detail);
    if (detail == Detail::card) {
        for (OccupiedLine& each : lines_)
            each.insert(occupant);
    } else {
        lines_[static_cast<std::size_t>(line)].insert(occupant);
    }
}

void SlotRow::remove(const PlannedEvent& event, Detail detail, int line)
{
    const Occupant occupant = occupantFor(event, detail);
    if (detail == Detail::card) {
        for (OccupiedLine& each : lines_)
            each.remove(occupant);
    } else {
        lines_[static_cast<std::size_t>(line)].remove(occupant);
    }
}

} // namespace fabula::layout
