#include "scene/timeline_items.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::scene {
namespace {

/// How far from the ground to the lane's colour a cell of so many events is: the same count looks the same in every
/// lane and at every zoom; each tenfold is a step.
double heatOf(std::size_t count)
{
    constexpr double kOne = 0.28;
    constexpr double kTenfold = 0.18;
    return std::min(1.0, kOne + kTenfold * std::log10(static_cast<double>(count)));
}

} // namespace

void addDensity(const TimelineItems& items)
{
    const auto& cells = items.layout.clusters;
    const double gone = items.behind();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const layout::EventCluster& cell = cells[i];
        if (!items.inView(cell.box))
            continue;
        const Point corner = items.at({cell.box.x, cell.box.y});
        const double left = std::round(corner.x);
        const double right = std::round(corner.x + cell.box.width);
        const Rect rect{left, std::round(corner.y), std::max(1.0, right - left - 1), cell.box.height};
        const Colour lane = items.theme.lane(items.layout.lanes[cell.lane.index()].colour);
        const Colour heat = core::mixed(items.theme.ground, items.receded(lane, gone), heatOf(cell.events.size()));
        const Subject subject{SubjectKind::cluster, static_cast<std::uint32_t>(i)};
        items.picture.add(FillRect{rect, 1.5, cornersAll, heat}, subject);
        if (items.view.hovered == subject)
            items.picture.add(StrokeRect{rect.grown(1), 2, items.theme.text1, 1, 0, 0});
    }
}

} // namespace fabula::scene
