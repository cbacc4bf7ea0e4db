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

std::optional<FreeLine> SlotRow::freeLine(const PlannedEvent& event, Detail detail, double pxPerSecond,
                                          bool ratherLeftward) const
{
    if (detail == Detail::label) {
        for (const bool leftward : {ratherLeftward, !ratherLeftward}) {
            if (!(leftward ? event.labelMayGoLeft : event.labelMayGoRight))
                continue;
            const Occupant occupant = occupantFor(event, detail, leftward);
            for (std::size_t line = 0; line < lines_.size(); ++line)
                if (lines_[line].hasRoomFor(occupant, pxPerSecond, gaps_))
                    return FreeLine{static_cast<int>(line), leftward};
        }
        return std::nullopt;
    }
    const Occupant occupant = occupantFor(event, detail, false);
    const auto free = [&](const OccupiedLine& line) { return line.hasRoomFor(occupant, pxPerSecond, gaps_); };
    if (detail == Detail::card)
        return std::all_of(lines_.begin(), lines_.end(), free) ? std::optional(FreeLine{}) : std::nullopt;
    const auto found = std::find_if(lines_.rbegin(), lines_.rend(), free);
    return found == lines_.rend() ? std::nullopt
                                  : std::optional(FreeLine{static_cast<int>(lines_.rend() - found) - 1, false});
}

void SlotRow::place(const PlannedEvent& event, Detail detail, const FreeLine& where)
{
    const Occupant occupant = occupantFor(event, detail, where.leftward);
    if (detail == Detail::card) {
        for (OccupiedLine& each : lines_)
            each.insert(occupant);
    } else {
        lines_[static_cast<std::size_t>(where.line)].insert(occupant);
    }
}

void SlotRow::remove(const PlannedEvent& event, Detail detail, int line)
{
    const Occupant occupant = occupantFor(event, detail, false);
    if (detail == Detail::card) {
        for (OccupiedLine& each : lines_)
            each.remove(occupant);
    } else {
        lines_[static_cast<std::size_t>(line)].remove(occupant);
    }
}

} // namespace fabula::layout
