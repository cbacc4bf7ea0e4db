#include "layout/timeline/clusters.hpp"

#include "layout/timeline/lane_heights.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace fabula::layout {

namespace {

// Absolute seconds with the folds before them taken out: without folds simply the seconds.
std::int64_t unfolded(const std::vector<TimeScale::Fold>& folds, time::Instant instant)
{
    std::int64_t seconds = instant.seconds;
    for (const TimeScale::Fold& fold : folds)
        if (fold.span.begin < instant)
            seconds -= std::min(instant, fold.span.end).seconds - fold.span.begin.seconds;
    return seconds;
}

time::Instant folded(const std::vector<TimeScale::Fold>& folds, std::int64_t seconds)
{
    for (const TimeScale::Fold& fold : folds)
        if (fold.span.begin.seconds <= seconds)
            seconds += fold.span.end.seconds - fold.span.begin.seconds;
    return {seconds};
}

int bucketBits(double pxPerSecond, double leastPx)
{
    int bits = 0;
    for (double width = pxPerSecond; bits < 61 && width < leastPx; width *= 2)
        ++bits;
    return bits;
}

double widthFor(std::size_t count)
{
    if (count == 1)
        return 16;
    if (count < 10)
        return 24;
    if (count < 1000)
        return 32;
    constexpr double kDigitPx = 7.25;
    constexpr double kBothEndsPx = 11;
    return std::max(40.0, kBothEndsPx + kDigitPx * static_cast<double>(std::to_string(count).size()));
}

// Buckets have room for the widest number that this story can have.
int bucketBitsFor(const TimelinePlan& plan, double pxPerSecond)
{
    return bucketBits(pxPerSecond, std::max(kLeastBucketPx, widthFor(plan.events.size())));
}

} // namespace

std::int64_t clusterBucket(const TimelinePlan& plan, double pxPerSecond, time::Instant anchor)
{
    return unfolded(plan.folds, anchor) >> bucketBitsFor(plan, pxPerSecond);
}

std::vector<EventCluster> clustersFor(const TimelinePlan& plan, const TimelineMetrics& metrics,
                                      const std::vector<Placement>& placements, const TimeScale& scale)
{
    const int bits = bucketBitsFor(plan, scale.pxPerSecond());
    std::map<std::pair<LaneId, std::int64_t>, std::vector<const PlannedEvent*>> buckets;
    for (std::size_t i = 0; i < plan.events.size(); ++i)
        if (placements[i].detail == Detail::cluster)
            buckets[{plan.events[i].lane, unfolded(plan.folds, plan.events[i].anchor) >> bits}].push_back(
                &plan.events[i]);

    std::vector<EventCluster> clusters;
    for (const auto& [key, events] : buckets) {
        EventCluster cluster;
        cluster.lane = key.first;
        cluster.span = {folded(plan.folds, key.second << bits), folded(plan.folds, (key.second + 1) << bits)};
        double sum = 0;
        std::vector<EventId> within;
        for (const PlannedEvent* event : events) {
            within.push_back(event->event);
            sum += scale.screenFromTime(event->anchor);
        }
        cluster.events = std::move(within);
        const LaneParts parts = partsOf(plan.lanes[cluster.lane.index()], metrics);
        const double width = widthFor(events.size());
        const double left = scale.screenFromTime(cluster.span.begin);
        const double right = scale.screenFromTime(cluster.span.end);
        const double middle = sum / static_cast<double>(events.size());
        cluster.box = {std::clamp(middle - width / 2, left, right - width), parts.clusterTop, width,
                       parts.clusterHeight};
        clusters.push_back(std::move(cluster));
    }
    return clusters;
}

} // namespace fabula::layout
