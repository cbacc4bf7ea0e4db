#pragma once

#include "core/ids.hpp"
#include "time/instant.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace fabula::layout {

using core::EventId;
using core::LaneId;

/// One event as a row of the columns.
struct ColumnRow
{
    LaneId lane;
    time::Instant anchor;
    EventId event;
    std::uint16_t weight = 0; ///< more is more important
};

/// Positions of the columns that follow one another, half-open.
struct ColumnRange
{
    std::size_t first = 0;
    std::size_t last = 0;

    std::size_t size() const { return last - first; }
    bool empty() const { return first == last; }
};

/// The events of very many, lane by lane in the order of time, as columns: what a frame asks of a stretch of time is
/// answered without looking at its events. Counts are differences of positions and exact; the most important events
/// come from an implicit pyramid: of each 16 positions the most important, of each 16 of those, and so on.
/// Immutable; about 16 bytes an event.
class EventColumns
{
public:
    EventColumns() = default;
    /// O(n log n).
    EventColumns(std::vector<ColumnRow> rows, std::size_t lanes);

    std::size_t size() const { return anchors_.size(); }
    EventId event(std::size_t position) const { return (*events_)[position]; }
    time::Instant anchor(std::size_t position) const { return {anchors_[position]}; }
    std::uint16_t weight(std::size_t position) const { return weights_[position]; }
    /// All events in the order of positions, to be shared with whoever keeps a range of them.
    const std::shared_ptr<const std::vector<EventId>>& events() const { return events_; }

    ColumnRange lane(LaneId lane) const { return {starts_[lane.index()], starts_[lane.index() + 1]}; }
    /// The first position in the range whose anchor is not before; the range's end if there is none. O(log distance),
    /// so that walking from bucket to bucket costs little.
    std::size_t firstFrom(time::Instant instant, ColumnRange range) const;

    /// Adds to `counts` how many events of all lanes are between each two neighbours of `edges`, which rise.
    void count(const std::vector<time::Instant>& edges, std::vector<std::size_t>& counts) const;

    /// The `most` most important of the range, by importance; of equals the earlier position first. Replaces what is
    /// in `into`. O(most log n).
    void mostImportant(ColumnRange range, std::size_t most, std::vector<std::size_t>& into) const;

private:
    std::size_t mostImportantOf(ColumnRange range) const;
    bool outweighs(std::size_t a, std::size_t b) const
    {
        return weights_[a] != weights_[b] ? weights_[a] > weights_[b] : a < b;
    }

    std::vector<std::size_t> starts_{0}; ///< of each lane, and the end
    std::vector<std::int64_t> anchors_;
    std::vector<std::uint16_t> weights_;
    std::shared_ptr<const std::vector<EventId>> events_ = std::make_shared<const std::vector<EventId>>();
    /// Level by level: of each block of 16 entries of the level below (of positions, at first) the most important.
    std::vector<std::vector<std::uint32_t>> pyramid_;
};

} // namespace fabula::layout
