#pragma once

#include "layout/timeline/row_packing.hpp"
#include "layout/timeline/timeline_plan.hpp"

#include <map>
#include <vector>

namespace fabula::layout {

/// Where an event stands at one step.
struct Placement
{
    Detail detail = Detail::cluster;
    int row = 0;
    int line = 0;
    friend bool operator==(const Placement&, const Placement&) = default;
};

/// The placements of all steps. Step 0, where the whole story is in view, is packed first and freely: of several ways
/// to share the room between cards and labels the one that shows most, weighted by importance. Each finer step is the
/// one before it plus upgrades, by importance; each coarser one is the one after it with downgrades, in the same rows.
/// So along the whole ladder no detail is lost on zooming in and a row once given stays. Lanes do not influence each
/// other. Steps are computed when first asked for, O(n log n) each for the events that are not yet cards, and kept.
class StepLadder
{
public:
    /// The plan and the metrics outlive the ladder. `plan.lanes` have their rows.
    StepLadder(const TimelinePlan& plan, const TimelineMetrics& metrics);

    /// By index into `TimelinePlan::events`.
    const std::vector<Placement>& at(int step);

    double pxPerSecond(int step) const;

private:
    struct Lane
    {
        std::vector<std::uint32_t> events; ///< plan indexes, by importance, then id
        std::vector<SlotRow> rows;         ///< as of the finest step computed
        bool folded = false;
    };

    void packFreely(Lane& lane, std::vector<Placement>& placements);
    double tryPacking(Lane& lane, std::vector<Placement>& placements, int leastCardImportance);
    void refine(int step);
    void coarsen(int step);
    std::vector<SlotRow> emptyRows(std::size_t lane) const;

    const TimelinePlan* plan_;
    const TimelineMetrics* metrics_;
    std::vector<Lane> lanes_;
    std::map<int, std::vector<Placement>> steps_;
};

/// Pixels per second of a step, exact powers of √2 of the fitting zoom.
double zoomOfStep(double fitPxPerSecond, int step);

} // namespace fabula::layout
