#include "layout/timeline/page_timeline.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
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

/// The fullest lanes stay open, as many as there is room for beside the folded ones. Where not even all of them folded
/// would have room, the page ends somewhere among them anyway, and shows the first ones as they are.
Timeline crowdForPage(Timeline timeline)
{
    const TimelineLayout bare = timeline.placementAt(timeline.fitPxPerSecond(), Rect{});
    std::vector<std::string> lightest;
    std::vector<std::size_t> order(bare.lanes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return bare.lanes[a].events < bare.lanes[b].events; });
    for (const std::size_t lane : order)
        lightest.push_back(bare.lanes[lane].key);
    const double most = timeline.request().heightPx;
    if (timeline.height() <= most || timeline.folded(lightest).height() > most)
        return timeline;
    std::size_t few = 0; // so many folded are too few, and so many are enough
    std::size_t enough = lightest.size();
    while (enough - few > 1) {
        const std::size_t middle = (few + enough) / 2;
        const std::vector<std::string> some(lightest.begin(), lightest.begin() + static_cast<std::ptrdiff_t>(middle));
        (timeline.folded(some).height() <= most ? enough : few) = middle;
    }
    lightest.resize(enough);
    return timeline.folded(std::move(lightest));
}

} // namespace

Timeline timelineForPage(TimelineRequest request)
{
    Timeline whole(request);
    if (whole.crowded())
        return crowdForPage(std::move(whole));
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
