#include "app/timeline_choice.hpp"

namespace fabula::app {

std::vector<bool> hiddenByScene(const model::Story& story, core::SceneId scene)
{
    if (story[scene].show.empty())
        return {};
    std::vector<bool> hidden(story.events.size(), true);
    for (const core::EventId event : story[scene].show)
        hidden[event.index()] = false;
    return hidden;
}

layout::Timeline timelineForPage(layout::TimelineRequest request)
{
    while (true) {
        layout::Timeline timeline(request);
        const layout::TimelineLayout placed = timeline.placementAt(timeline.fitPxPerSecond());
        if (placed.height <= request.heightPx)
            return timeline;
        std::vector<int> weights(placed.lanes.size(), 0);
        for (const layout::PlacedEvent& event : placed.events)
            weights[event.lane.index()] += event.importance;
        for (const layout::EventCluster& cluster : placed.clusters)
            for (const core::EventId event : cluster.events)
                weights[cluster.lane.index()] += request.graph.story()[event].importance;
        std::size_t lightest = placed.lanes.size();
        for (std::size_t i = 0; i < placed.lanes.size(); ++i) {
            const bool lighter = lightest == placed.lanes.size() || weights[i] < weights[lightest];
            if (!placed.lanes[i].folded && lighter)
                lightest = i;
        }
        if (lightest == placed.lanes.size())
            return timeline;
        request.foldedLanes.push_back(placed.lanes[lightest].key);
    }
}

} // namespace fabula::app
