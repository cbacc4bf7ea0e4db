#pragma once

#include "layout/timeline/timeline_plan.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace fabula::layout {

/// What one event takes of a line: from `left` px before its anchor to `right` px after it, at every zoom. Both are at
/// least 0, so two that are apart stay apart when the zoom grows.
struct Occupant
{
    std::uint32_t event = 0; ///< index into `TimelinePlan::events`
    FlatTime anchor;
    double left = 0;
    double right = 0;
    bool dot = false;
};

/// The space that neighbours in a row keep: dots stand closer to each other than to texts.
struct RowGaps
{
    double texts = 16;
    double dots = 6;
};

/// One line of a slot: occupants that do not touch, by anchor. Since each covers its anchor, only the two neighbours
/// of a newcomer can be in its way: O(log n) to ask, O(n) moves to insert.
class OccupiedLine
{
public:
    bool hasRoomFor(const Occupant& newcomer, double pxPerSecond, const RowGaps& gaps) const;
    void insert(const Occupant& occupant);
    void remove(const Occupant& occupant);

private:
    std::vector<Occupant> occupants_;
};

struct FreeLine
{
    int line = 0;
    bool leftward = false; ///< of a label: its text stands left of its dot
};

/// A slot of a lane all along the time axis: cards that take its whole height, between them labels and dots one above
/// the other. Date bars run in strips of their own, below cards and below the text of labels, so they are never in the
/// way of a text.
class SlotRow
{
public:
    SlotRow(const TimelineMetrics& metrics, int lines);

    /// The line where the event has room at this level: the uppermost for a label, the lowest for a dot, so that dots
    /// leave the upper lines to texts; 0 for a card, which needs them all. A label whose text has no room on the side
    /// it would rather have gets it on the other. None if there is no room.
    std::optional<FreeLine> freeLine(const PlannedEvent& event, Detail detail, double pxPerSecond,
                                     bool ratherLeftward) const;

    void place(const PlannedEvent& event, Detail detail, const FreeLine& where);
    void remove(const PlannedEvent& event, Detail detail, int line);

private:
    Occupant occupantFor(const PlannedEvent& event, Detail detail, bool leftward) const;

    std::vector<OccupiedLine> lines_;
    RowGaps gaps_;
    double dotRadius_ = 4;
    double labelAir_ = 4;
};

} // namespace fabula::layout
