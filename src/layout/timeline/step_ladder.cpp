#include "layout/timeline/step_ladder.hpp"

#include "layout/timeline/home_rows.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace fabula::layout {

double zoomOfStep(double fitPxPerSecond, int step)
{
    // An even step is an exact power of two, an odd one that times √2, so no error builds up along the ladder.
    const int pairs = step >= 0 ? step / 2 : (step - 1) / 2;
    const double half = step - 2 * pairs == 1 ? std::numbers::sqrt2 : 1.0;
    return std::ldexp(fitPxPerSecond * half, pairs);
}

StepLadder::StepLadder(const TimelinePlan& plan, const TimelineMetrics& metrics)
    : plan_(&plan), metrics_(&metrics), lanes_(plan.lanes.size())
{
    for (std::uint32_t i = 0; i < plan.events.size(); ++i)
        lanes_[plan.events[i].lane.index()].events.push_back(i);
    std::vector<Placement> placements(plan.events.size());
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
        LaneEvents& lane = lanes_[i];
        lane.folded = plan.lanes[i].folded;
        lane.rows = plan.lanes[i].rows;
        std::sort(lane.events.begin(), lane.events.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(-plan.events[a].importance, plan.events[a].event) <
                   std::pair(-plan.events[b].importance, plan.events[b].event);
        });
        chooseHomeRows(lane, plan, metrics.gap);
    }
    for (const LaneEvents& lane : lanes_) {
        packers_.emplace_back(plan, metrics, lane);
        packers_.back().pack(pxPerSecond(kReferenceStep), nullptr, placements);
    }
    steps_.emplace(kReferenceStep, std::move(placements));
}

double StepLadder::pxPerSecond(int step) const
{
    return zoomOfStep(plan_->fitPxPerSecond, step);
}

void StepLadder::refine(int step)
{
    std::vector<Placement> placements = steps_.at(step - 1);
    for (LanePacker& packer : packers_)
        packer.raise(pxPerSecond(step), placements);
    steps_.emplace(step, std::move(placements));
}

void StepLadder::coarsen(int step)
{
    const std::vector<Placement>& finer = steps_.at(step + 1);
    std::vector<Placement> placements(finer.size());
    for (const LaneEvents& lane : lanes_)
        LanePacker(*plan_, *metrics_, lane).pack(pxPerSecond(step), &finer, placements);
    steps_.emplace(step, std::move(placements));
}

const std::vector<Placement>& StepLadder::at(int step)
{
    while (steps_.rbegin()->first < step)
        refine(steps_.rbegin()->first + 1);
    while (steps_.begin()->first > step)
        coarsen(steps_.begin()->first - 1);
    return steps_.at(step);
}

} // namespace fabula::layout
