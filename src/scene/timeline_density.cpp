#include "scene/timeline_items.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::scene {
namespace {

/// How far from the ground to the lane's colour a cell of so many events is: the same count looks the same in every
/// lane and at every zoom; each tenfold is a step. On a light ground one event needs more colour to be seen.
double heatOf(std::size_t count, const Theme& theme)
{
    const double one = theme.dark ? 0.28 : 0.42;
    const double tenfold = (1 - one) / 4;
    return std::min(1.0, one + tenfold * std::log10(static_cast<double>(count)));
}

/// Where a link ends that is drawn although its event does not stand by itself: there its event can be seen and taken.
void addLinkedEvents(const TimelineItems& items)
{
    const auto add = [&](core::EventId event, Point at) {
        if (items.placed.place(event) != nullptr)
            return;
        const layout::LaneId lane = (*items.layout.laneOf)[event.index()];
        const Colour colour =
            items.receded(items.theme.lane(items.layout.lanes[lane.index()].colour), items.gone(event));
        const double radius = items.metrics.dotDiameter / 2;
        items.picture.add(Disc{items.at(at), radius, colour, items.receded(items.theme.text1, items.gone(event)), 1.5},
                          {SubjectKind::event, event.value});
    };
    for (const layout::LinkRoute& route : items.layout.links) {
        add(route.from, route.corners.front());
        add(route.to, route.corners.back());
    }
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
        const Colour heat =
            core::mixed(items.theme.ground, items.receded(lane, gone), heatOf(cell.events.size(), items.theme));
        const Subject subject{SubjectKind::cluster, static_cast<std::uint32_t>(i)};
        items.picture.add(FillRect{rect, 1.5, cornersAll, heat}, subject);
        if (items.view.hovered == subject)
            items.picture.add(StrokeRect{rect.grown(1), 2, items.theme.text1, 1, 0, 0});
    }
    addLinkedEvents(items);
}

} // namespace fabula::scene
