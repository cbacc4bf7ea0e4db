#pragma once

#include "layout/timeline/row_packing.hpp"
#include "layout/timeline/timeline_plan.hpp"

#include <cstdint>
#include <vector>

namespace fabula::layout {

/// Where an event stands at one step.
struct Placement
{
    Detail detail = Detail::cluster;
    int row = 0;
    int line = 0;
    bool leftward = false; ///< of a label: its text stands left of its dot
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

/// Gives each event the row that is least taken around its card and bar when the whole story is in view, in order of
/// importance, so that cards spread evenly and bars meet as little as possible. O(events · rows · width in buckets).
void chooseHomeRows(LaneEvents& lane, const TimelinePlan& plan, double gap);

/// Packs one lane at one zoom.
class LanePacker
{
public:
    LanePacker(const TimelinePlan& plan, const TimelineMetrics& metrics, const LaneEvents& lane);

    /// Packs from nothing. With `limits` each event keeps the row it has there and rises no higher than it is there
    /// (and stays a cluster where it is one). Among several ways to share the room between cards and labels the one
    /// that shows most is taken, weighted by importance. Writes the lane's part of `placements`.
    void pack(double pxPerSecond, const std::vector<Placement>* limits, std::vector<Placement>& placements);

    /// Raises what now has room to rise, by importance, and lowers nothing. The state must be that of `placements`.
    void raise(double pxPerSecond, std::vector<Placement>& placements);

private:
    double attempt(double pxPerSecond, int leastCardImportance, std::vector<Placement>& placements);
    bool raiseOne(std::size_t position, Detail detail, Placement& placement);
    bool findPlace(std::size_t position, Detail detail, Placement& placement);

    const TimelinePlan* plan_;
    const TimelineMetrics* metrics_;
    const LaneEvents* lane_;
    std::vector<SlotRow> rows_;
    const std::vector<Placement>* limits_ = nullptr;
    double pxPerSecond_ = 1;
};

} // namespace fabula::layout
