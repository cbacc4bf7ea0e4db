#include "layout/timeline/route_ribbons.hpp"

#include "layout/timeline/route_search.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace fabula::layout {
namespace {

constexpr double kNarrowestBucketPx = 160;

/// The links of one pair of lanes that start in one stretch of time.
struct Bucket
{
    LaneId from;
    LaneId to;
    std::int64_t number = 0;
    LinkId link;

    auto key() const { return std::tuple(number, from, to); }
};

std::int64_t bucketSeconds(const TimeScale& scale)
{
    std::int64_t seconds = 1;
    constexpr std::int64_t kLongest = std::int64_t{1} << 58;
    while (seconds < kLongest && static_cast<double>(seconds) * scale.pxPerSecond() < kNarrowestBucketPx)
        seconds *= 2;
    return seconds;
}

std::int64_t floorDivided(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

/// The corridor with room for a run that lies nearest to the middle of the lane.
std::size_t corridorOf(const RouteField& field, const TimelineLane& lane)
{
    const double middle = lane.top + lane.height / 2;
    std::size_t best = 0;
    double nearest = RouteField::kFarAway;
    for (std::size_t i = 0; i < field.corridorCount(); ++i) {
        const Stretch y = field.corridor(i);
        const double distance = std::abs((y.lo + y.hi) / 2 - middle);
        if (y.empty() || distance >= nearest)
            continue;
        nearest = distance;
        best = i;
    }
    return best;
}

std::vector<Point> wayOf(const RouteField& field, RouteLoad& load, std::pair<std::size_t, std::size_t> corridors,
                         Stretch room)
{
    const double x = (room.lo + room.hi) / 2;
    std::vector<Point> way;
    if (corridors.first != corridors.second)
        way = wayBetween(field, load, {corridors.first, x}, {corridors.second, x});
    if (!way.empty())
        return way;
    // Within one lane, or where no way leads: a short piece in the corridor, which holds no box.
    const Stretch y = field.corridor(corridors.first);
    const double length = std::min(60.0, room.hi - room.lo);
    return {{x - length / 2, (y.lo + y.hi) / 2}, {x + length / 2, (y.lo + y.hi) / 2}};
}

} // namespace

double ribbonWidth(std::size_t links)
{
    return std::min(5.0, 0.5 + std::log2(static_cast<double>(std::max<std::size_t>(1, links))));
}

std::vector<LinkRibbon> ribbonsOf(const RouteField& field, const TimelineLayout& layout,
                                  const std::vector<DrawnLink>& links)
{
    const std::int64_t seconds = bucketSeconds(layout.scale);
    std::vector<Bucket> buckets;
    buckets.reserve(links.size());
    for (const DrawnLink& link : links) {
        const RouteNode& from = field.nodes()[link.from];
        const time::Instant start = layout.scale.timeFromScreen(from.anchorX);
        buckets.push_back({from.lane, field.nodes()[link.to].lane, floorDivided(start.seconds, seconds), link.link});
    }
    std::stable_sort(buckets.begin(), buckets.end(),
                     [](const Bucket& a, const Bucket& b) { return a.key() < b.key(); });
    std::vector<std::size_t> corridors;
    for (const TimelineLane& lane : layout.lanes)
        corridors.push_back(corridorOf(field, lane));
    RouteLoad load(field);
    std::vector<LinkRibbon> ribbons;
    const double lanes = static_cast<double>(std::max<std::size_t>(1, layout.lanes.size()));
    for (std::size_t i = 0; i < buckets.size();) {
        LinkRibbon ribbon;
        ribbon.from = buckets[i].from;
        ribbon.to = buckets[i].to;
        ribbon.span = {time::Instant{buckets[i].number * seconds}, time::Instant{(buckets[i].number + 1) * seconds}};
        const auto key = buckets[i].key();
        for (; i < buckets.size() && buckets[i].key() == key; ++i)
            ribbon.links.push_back(buckets[i].link);
        ribbon.width = ribbonWidth(ribbon.links.size());
        const double x0 = layout.scale.screenFromTime(ribbon.span.begin);
        const double x1 = layout.scale.screenFromTime(ribbon.span.end);
        const double slot = static_cast<double>(ribbon.from.index()) * lanes + static_cast<double>(ribbon.to.index());
        const double step = (x1 - x0) / (lanes * lanes);
        const double at = x0 + (slot + 0.5) * step;
        const double half = std::max(step / 2, 12.0);
        ribbon.corners =
            wayOf(field, load, {corridors[ribbon.from.index()], corridors[ribbon.to.index()]}, {at - half, at + half});
        ribbons.push_back(std::move(ribbon));
    }
    return ribbons;
}

} // namespace fabula::layout
