#include "scene/timeline_items.hpp"

#include <algorithm>

namespace fabula::scene {
namespace {

constexpr double kRibbonStrength = 0.45;

} // namespace

void addRibbons(const TimelineItems& items)
{
    const auto& ribbons = items.layout.ribbons;
    for (std::size_t i = 0; i < ribbons.size(); ++i) {
        const layout::LinkRibbon& ribbon = ribbons[i];
        const auto there = std::count_if(ribbon.links.begin(), ribbon.links.end(),
                                         [&](core::LinkId link) { return items.present(link) > 0.5; });
        std::vector<Point> corners;
        for (Point corner : ribbon.corners)
            corners.push_back(items.at(corner));
        if (corners.size() < 2 || there == 0)
            continue;
        const Subject subject{SubjectKind::ribbon, static_cast<std::uint32_t>(i)};
        Path path;
        path.points = roundedChain(corners, 10);
        // Opaque, so that ribbons that share a corridor read as one.
        path.colour = core::mixed(items.theme.ground, items.theme.text3, kRibbonStrength);
        path.width = ribbon.width;
        items.picture.add(std::move(path), subject);
        layout::LinkNote count = ribbon.count;
        if (!count.text.empty())
            count.text = std::to_string(there);
        addNote(items, count, 0, subject);
    }
}

} // namespace fabula::scene
