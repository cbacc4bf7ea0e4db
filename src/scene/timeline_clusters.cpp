#include "scene/timeline_items.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::scene {

void addClusters(const TimelineItems& items)
{
    const auto& clusters = items.layout.clusters;
    const core::TextStyle style{11, core::FontWeight::semibold, true};
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const layout::EventCluster& cluster = clusters[i];
        if (!items.inView(cluster.box))
            continue;
        const auto there = std::count_if(cluster.events.begin(), cluster.events.end(),
                                         [&](core::EventId event) { return items.present(event) > 0.5; });
        if (there == 0)
            continue;
        const bool lit = std::any_of(cluster.events.begin(), cluster.events.end(), [&](core::EventId event) {
            return items.lit(event) && items.present(event) > 0.5;
        });
        const double gone = lit ? 0 : items.behind();
        const bool chosen =
            std::find(cluster.events.begin(), cluster.events.end(), items.view.selected) != cluster.events.end();
        const Subject subject{SubjectKind::cluster, static_cast<std::uint32_t>(i)};
        const Rect rect = items.snapped(cluster.box);
        const auto& lane = items.layout.lanes[cluster.lane.index()];
        const Colour colour = items.receded(items.theme.lane(lane.colour), gone);
        if (chosen)
            items.picture.add(StrokeRect{rect.grown(3), rect.height / 2 + 3, items.theme.accent, 2, 0, 0});
        if (there == 1) {
            items.picture.add(Disc{rect.centre(), items.metrics.dotDiameter / 2, colour, colour, 0}, subject);
            continue;
        }
        items.picture.add(FillRect{rect, rect.height / 2, cornersAll, core::mixed(items.theme.ground, colour, 0.22)},
                          subject);
        const std::string count = std::to_string(there);
        const double width = items.measurer.width(count, style);
        items.picture.add(TextRun{{std::round(rect.centre().x - width / 2), std::round(rect.centre().y + 4)},
                                  count,
                                  style,
                                  items.receded(items.theme.text1, gone),
                                  {}},
                          subject);
    }
}

} // namespace fabula::scene
