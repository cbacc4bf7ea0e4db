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
    std::uint32_t event = 0; ///< of the story
    FlatTime anchor;
    double left = 0;
    double right = 0;
    bool dot = false;
};

/// A stretch of content x at one zoom.
struct Reach
{
    double left = 0;
    double right = 0;
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

    /// Whether a card or the text of a label stands there.
    bool holdsText(const Reach& reach, double pxPerSecond) const;
    /// Adds the events that stand there.
    void collect(const Reach& reach, double pxPerSecond, std::vector<std::uint32_t>& events) const;

private:
    std::vector<Occupant>::const_iterator firstRightOf(double x, double pxPerSecond) const;

    std::vector<Occupant> occupants_;
};

/// The date bars of one strip, by their begin. Bars may meet each other and run far: O(n) to ask.
class BarStrip
{
public:
    void insert(const PlannedEvent& event);
    void remove(const PlannedEvent& event);
    bool meets(const Reach& reach, double pxPerSecond) const;

private:
    struct Bar
    {
        std::uint32_t event = 0;
        FlatTime begin;
        FlatTime end;
        double softBegin = 0;
        double softEnd = 0;
    };
    std::vector<Bar> bars_;
};

struct FreeLine
{
    int line = 0;
    bool leftward = false; ///< of a label: its text stands left of its dot
    bool apart = true;     ///< no bar runs under another event's text
};

/// A slot of a lane all along the time axis: cards that take its whole height, between them labels and dots one above
/// the other. Date bars run in strips of their own, below cards and below the text of labels, so they are never in the
/// way of a text; but a bar under the text of another event would be read as that one's, so a place where that does not
/// happen is the better one.
class SlotRow
{
public:
    SlotRow(const TimelineMetrics& metrics, int lines);

    /// The line where the event has room at this level: the uppermost for a label, the lowest for a dot, so that dots
    /// leave the upper lines to texts; 0 for a card, which needs them all. A label whose text has no room on the side
    /// it would rather have gets it on the other. None if there is no room.
    std::optional<FreeLine> freeLine(const PlannedEvent& event, Detail detail, double pxPerSecond,
                                     bool ratherLeftward) const;
    /// The events that are in the way of the event's label there.
    std::vector<std::uint32_t> inTheWay(const PlannedEvent& event, const FreeLine& where, double pxPerSecond) const;

    void place(const PlannedEvent& event, Detail detail, const FreeLine& where);
    void remove(const PlannedEvent& event, Detail detail, int line);

    int lines() const { return static_cast<int>(lines_.size()); }

private:
    Occupant occupantFor(const PlannedEvent& event, Detail detail, bool leftward) const;
    std::optional<FreeLine> lineForLabel(const PlannedEvent& event, double pxPerSecond, bool ratherLeftward) const;
    bool keepsApart(const PlannedEvent& event, const Occupant& occupant, int firstLine, int lastLine,
                    double pxPerSecond) const;

    std::vector<OccupiedLine> lines_;
    std::vector<BarStrip> strips_; ///< one below each line, and the cards' below them all
    RowGaps gaps_;
    double dotRadius_ = 4;
    double labelAir_ = 4;
};

} // namespace fabula::layout
