#pragma once

#include "layout/timeline/row_packing.hpp"
#include "layout/timeline/timeline_plan.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace fabula::layout {

/// Where an event stands at one step.
struct Placement
{
    Detail detail = Detail::cluster;
    int row = 0;
    int line = 0;
    bool leftward = false; ///< of a label: its text stands left of its dot
    bool apart = true;     ///< see FreeLine
    friend bool operator==(const Placement&, const Placement&) = default;
};

/// One lane's events, by importance, then id, and the row where each would stand if it could choose. Indexes are into
/// `TimelinePlan::events`, as in all vectors of placements.
struct LaneEvents
{
    std::vector<std::uint32_t> events;
    std::vector<int> homeRows; ///< one for each of `events`
    int rows = 1;
    bool folded = false; ///< a thin line: dots and clusters only
};

/// Packs one lane at one zoom.
class LanePacker
{
public:
    LanePacker(const TimelinePlan& plan, const TimelineMetrics& metrics, const LaneEvents& lane);

    /// Packs from nothing. With `limits` each event keeps the row it has there and rises no higher than it is there
    /// (and stays a cluster where it is one). Among several ways to share the room between cards and labels the one
    /// that shows most is taken, weighted by importance; that a weighty event has its name counts more than that
    /// another is a card. Writes the lane's part of `placements`.
    void pack(double pxPerSecond, const std::vector<Placement>* limits, std::vector<Placement>& placements);

    /// Raises what now has room to rise, by importance, and lowers nothing; labels go to another line of their row if
    /// no bar runs under a foreign text there. The state must be that of `placements`.
    void raise(double pxPerSecond, std::vector<Placement>& placements);

private:
    double attempt(double pxPerSecond, int leastCardImportance, std::vector<Placement>& placements);
    bool raiseOne(std::size_t position, Detail detail, Placement& placement);
    bool findPlace(std::size_t position, Detail detail, Placement& placement);
    std::optional<FreeLine> placeIn(int row, std::size_t position, Detail detail) const;
    void take(std::size_t position, const Placement& placement);
    void leave(std::size_t position, const Placement& placement);
    std::pair<int, int> rowsOf(std::size_t position) const;
    void raiseAll(Detail detail, int leastImportance, std::vector<Placement>& placements);
    std::map<std::int64_t, int> counts(const std::vector<Placement>& placements) const;
    void setApart(std::size_t position, Placement& placement);
    bool nameWeighty(std::vector<Placement>& placements);
    bool makeRoomFor(std::size_t position, std::vector<Placement>& placements);
    double makeRoomAt(const Placement& wanted, std::size_t position, std::vector<Placement>& placements, bool keep);
    double worthOf(std::size_t position, const std::vector<Placement>& placements) const;

    const TimelinePlan* plan_;
    const TimelineMetrics* metrics_;
    const LaneEvents* lane_;
    std::vector<std::pair<std::uint32_t, std::size_t>> positionOf_; ///< by event of the story
    std::vector<SlotRow> rows_;
    const std::vector<Placement>* limits_ = nullptr;
    bool mayMove_ = false; ///< whether an event may still go to another row as it rises
    bool dotsPlaced_ = false;
    double pxPerSecond_ = 1;
};

} // namespace fabula::layout
