#include "scene/framing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fabula::scene {
namespace {

/// The range with its open ends closed by the story's; a range that lies beside the story altogether is as long as it.
time::Span closedRange(const time::Span& range, const time::Span& extent)
{
    const std::int64_t length = extent.end.seconds - extent.begin.seconds;
    if (range.openBegin())
        return {extent.begin < range.end ? extent.begin : time::Instant{range.end.seconds - length}, range.end};
    if (range.openEnd())
        return {range.begin, range.begin < extent.end ? extent.end : time::Instant{range.begin.seconds + length}};
    return range;
}

} // namespace

double centredPan(const layout::TimelineLayout& layout, double canvasWidth)
{
    if (layout.crowded) // what there is of it says nothing of the whole, which begins at 0
        return 0;
    double left = std::numeric_limits<double>::max();
    double right = std::numeric_limits<double>::lowest();
    auto around = [&](double x0, double x1) {
        left = std::min(left, x0);
        right = std::max(right, x1);
    };
    for (const layout::PlacedEvent& placed : layout.events) {
        around(placed.box.left(), placed.box.right());
        around(placed.bar.x0, placed.bar.x1);
    }
    for (const layout::EventCluster& cluster : layout.clusters)
        around(cluster.box.left(), cluster.box.right());
    return left > right ? -canvasWidth / 2 : std::round((left + right - canvasWidth) / 2);
}

layout::TimelineLayout framed(layout::Timeline& timeline, const time::Span& range, TimelineView& view)
{
    const double width = view.canvas().width;
    if (range.openBegin() && range.openEnd()) {
        layout::TimelineLayout whole = timeline.at(timeline.fitPxPerSecond());
        view.panX = centredPan(whole, width);
        return whole;
    }
    const time::Span stretch = closedRange(range, timeline.extent());
    const double seconds = std::max<double>(1.0, static_cast<double>(stretch.end.seconds - stretch.begin.seconds));
    layout::TimelineLayout layout = timeline.at(width / seconds, stretch);
    const double begin = layout.scale.screenFromTime(stretch.begin);
    // Where a limit stopped the zoom, the middle of what was asked for stands in the middle.
    const double spare = width - seconds * layout.scale.pxPerSecond();
    view.panX = std::round(std::abs(spare) < 1 ? begin : begin - spare / 2);
    return layout;
}

} // namespace fabula::scene
