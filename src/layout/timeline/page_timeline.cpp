#include "layout/timeline/page_timeline.hpp"

#include <algorithm>
#include <vector>

namespace fabula::layout {
namespace {

constexpr std::size_t kFewLanes = 32;

/// The lanes that are not folded, those whose events weigh least first.
std::vector<std::size_t> openLanesByWeight(const model::Story& story, const TimelineLayout& placed)
{
    std::vector<int> weights(placed.lanes.size(), 0);
    for (const PlacedEvent& event : placed.events)
        weights[event.lane.index()] += event.importance;
    for (const EventCluster& cluster : placed.clusters)
        for (const core::EventId event : cluster.events)
            weights[cluster.lane.index()] += story[event].importance;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < placed.lanes.size(); ++i)
        if (!placed.lanes[i].folded)
            open.push_back(i);
    std::stable_sort(open.begin(), open.end(), [&](std::size_t a, std::size_t b) { return weights[a] < weights[b]; });
    return open;
}

} // namespace

Timeline timelineForPage(TimelineRequest request)
{
    while (true) {
        Timeline timeline(request);
        const TimelineLayout placed = timeline.placementAt(timeline.fitPxPerSecond());
        if (placed.height <= request.heightPx)
            return timeline;
        const std::vector<std::size_t> lightest = openLanesByWeight(request.graph.story(), placed);
        if (lightest.empty())
            return timeline;
        // One by one, as each gives room to the others; of many a share at a time, or thousands would take for ever.
        const std::size_t share = lightest.size() > kFewLanes ? lightest.size() / 4 : 1;
        for (std::size_t i = 0; i < share; ++i)
            request.foldedLanes.push_back(placed.lanes[lightest[i]].key);
    }
}

} // namespace fabula::layout
