#pragma once

#include "layout/timeline/lane_packing.hpp"
#include "layout/timeline/timeline_plan.hpp"

#include <map>
#include <vector>

namespace fabula::layout {

/// The placements of all steps. The reference step, a few steps finer than the whole story in view, is packed first and
/// freely, and gives events their rows. Each coarser step is packed anew in those rows, but no event rises higher than
/// it is one step finer. Each finer step is the one before it plus upgrades, by importance. So along the whole ladder
/// no detail is lost on zooming in and a row once given stays. Lanes do not influence each other. Steps are computed
/// when first asked for, O(n log n) each, and kept; what a step is does not depend on which was asked for before.
class StepLadder
{
public:
    static constexpr int kReferenceStep = 0;

    /// The plan, with the rows of its lanes, and the metrics outlive the ladder.
    StepLadder(const TimelinePlan& plan, const TimelineMetrics& metrics);
    StepLadder(const StepLadder&) = delete;
    StepLadder& operator=(const StepLadder&) = delete;

    /// By index into `TimelinePlan::events`.
    const std::vector<Placement>& at(int step);

    double pxPerSecond(int step) const;

private:
    void refine(int step);
    void coarsen(int step);

    const TimelinePlan* plan_;
    const TimelineMetrics* metrics_;
    std::vector<LaneEvents> lanes_;
    std::vector<LanePacker> packers_; ///< by lane, in the state of the finest step computed
    std::map<int, std::vector<Placement>> steps_;
};

/// Pixels per second of a step, exact powers of √2 of the fitting zoom.
double zoomOfStep(double fitPxPerSecond, int step);

} // namespace fabula::layout
