#include "../support/fake_measurer.hpp"
#include "../support/story_maker.hpp"
#include "layout/timeline/drawn_date.hpp"
#include "layout/timeline/event_columns.hpp"
#include "layout/timeline/timeline.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

namespace fabula::layout {
namespace {

const test::FakeMeasurer kMeasurer;

EventColumns columnsOf(std::vector<ColumnRow>& rows, std::size_t count, std::uint32_t seed)
{
    std::mt19937 random(seed);
    for (std::size_t i = 0; i < count; ++i)
        rows.push_back({LaneId(std::size_t{random() % 5}),
                        {static_cast<std::int64_t>(random() % 20000) - 10000},
                        EventId(i),
                        static_cast<std::uint16_t>(random() % 50)});
    EventColumns columns(rows, 5);
    std::sort(rows.begin(), rows.end(), [](const ColumnRow& a, const ColumnRow& b) {
        return std::tuple(a.lane, a.anchor, a.event) < std::tuple(b.lane, b.anchor, b.event);
    });
    return columns;
}

TEST(EventColumns, findTheFirstAndTheMostImportantAsALookAtAllDoes)
{
    for (const std::size_t count : {1U, 15U, 16U, 17U, 300U, 5000U}) {
        std::vector<ColumnRow> rows;
        const EventColumns columns = columnsOf(rows, count, static_cast<std::uint32_t>(count));
        std::mt19937 random(9);
        std::vector<std::size_t> found;
        for (int round = 0; round < 300; ++round) {
            const LaneId lane(std::size_t{random() % 5});
            const ColumnRange whole = columns.lane(lane);
            const time::Instant from{static_cast<std::int64_t>(random() % 24000) - 12000};
            const std::size_t first = columns.firstFrom(from, whole);
            std::size_t looked = whole.first;
            while (looked < whole.last && rows[looked].anchor < from)
                ++looked;
            ASSERT_EQ(first, looked);
            const ColumnRange range{first, first + random() % (whole.last - first + 1)};
            const std::size_t most = 1 + random() % 9;
            columns.mostImportant(range, most, found);
            std::vector<std::size_t> wanted;
            for (std::size_t i = range.first; i < range.last; ++i)
                wanted.push_back(i);
            std::stable_sort(wanted.begin(), wanted.end(),
                             [&](std::size_t a, std::size_t b) { return rows[a].weight > rows[b].weight; });
            wanted.resize(std::min(wanted.size(), most));
            ASSERT_EQ(found, wanted) << count << " events, " << range.first << " to " << range.last;
        }
    }
}

TimelineRequest crowdRequest(std::size_t events, std::uint32_t seed)
{
    TimelineRequest request{graph::EventGraph(test::makeStory({events, events, 9, seed})), &kMeasurer};
    return request;
}

/// Zooms from the whole to where an hour is wide.
std::vector<double> zoomsOf(const Timeline& timeline)
{
    std::vector<double> zooms;
    for (double zoom = timeline.fitPxPerSecond(); zoom < timeline.maxPxPerSecond(); zoom *= 3.7)
        zooms.push_back(zoom);
    return zooms;
}

Rect windowAt(Timeline& timeline, double zoom, EventId around)
{
    const Rect spot = timeline.boxOf({around}, zoom);
    return {spot.x - 600, 0, 1200, 20000};
}

TEST(Crowd, isWhatHasMoreEventsThanCanBePlaced)
{
    EXPECT_FALSE(Timeline(crowdRequest(Timeline::kMostPlaced, 1)).crowded());
    EXPECT_TRUE(Timeline(crowdRequest(Timeline::kMostPlaced + 1, 1)).crowded());
    TimelineRequest filtered = crowdRequest(Timeline::kMostPlaced + 1, 1);
    filtered.hidden.assign(Timeline::kMostPlaced + 1, false);
    filtered.hidden[7] = true;
    EXPECT_FALSE(Timeline(filtered).crowded());
}

TEST(Crowd, countsEveryEventOnceInItsDensity)
{
    TimelineRequest request = crowdRequest(20'000, 3);
    request.hidden.assign(20'000, false);
    for (std::size_t i = 0; i < 20'000; i += 3)
        request.hidden[i] = true;
    Timeline timeline(request);
    for (const double zoom : zoomsOf(timeline)) {
        const Rect box = windowAt(timeline, zoom, EventId(std::size_t{1}));
        const TimelineLayout layout = timeline.at(zoom, box);
        for (const EventCluster& cell : layout.clusters) {
            std::vector<EventId> within;
            for (std::size_t i = 0; i < 20'000; ++i) {
                const DrawnDate date = drawnDate(request.graph, EventId(i));
                if (!request.hidden[i] && date.onAxis() && (*layout.laneOf)[i] == cell.lane &&
                    date.anchor >= cell.span.begin && date.anchor < cell.span.end)
                    within.emplace_back(i);
            }
            std::vector<EventId> counted = cell.events.list();
            std::sort(counted.begin(), counted.end());
            ASSERT_EQ(counted, within);
            ASSERT_NEAR(cell.box.x, layout.scale.screenFromTime(cell.span.begin), 0.5);
        }
        if (layout.clusters.size() > 40) // once is enough: each cell looks at all events
            break;
    }
    const Rect whole{-1e6, 0, 3e6, 20000};
    std::size_t all = 0;
    for (const EventCluster& cell : timeline.at(timeline.fitPxPerSecond(), whole).clusters)
        all += cell.events.size();
    const time::Span extent = timeline.extent();
    const auto counts =
        timeline.counts({extent.begin, {extent.begin.seconds / 2 + extent.end.seconds / 2}, {extent.end.seconds + 1}});
    EXPECT_EQ(all, counts[0] + counts[1]);
    EXPECT_EQ(all, 20'000U * 2 / 3 - timeline.at(timeline.fitPxPerSecond(), whole).undated.size());
}

TEST(Crowd, standsInPlaceWhileItIsPannedAndNothingOverlaps)
{
    const TimelineRequest request = crowdRequest(30'000, 5);
    Timeline timeline(request);
    for (const double zoom : zoomsOf(timeline)) {
        const Rect first = windowAt(timeline, zoom, EventId(std::size_t{77}));
        const TimelineLayout before = timeline.at(zoom, first);
        for (const double by : {1.0, 37.0, 333.3, -801.5}) {
            const TimelineLayout after = timeline.at(zoom, first.moved(by, 0));
            const Rect both{std::max(first.x, first.x + by), 0, first.width - std::abs(by), first.height};
            for (const PlacedEvent& placed : before.events) {
                if (!both.overlaps(placed.box))
                    continue;
                const PlacedEvent* again = after.place(placed.event);
                ASSERT_NE(again, nullptr) << placed.title << " at " << zoom << " moved by " << by;
                ASSERT_EQ(again->detail, placed.detail);
                ASSERT_EQ(again->title, placed.title);
                ASSERT_EQ(again->box.x, placed.box.x);
                ASSERT_EQ(again->box.y, placed.box.y);
            }
            for (const LinkRoute& link : before.links) {
                const double left = std::min(link.corners.front().x, link.corners.back().x);
                const double right = std::max(link.corners.front().x, link.corners.back().x);
                if (right < both.left() || left > both.right())
                    continue;
                ASSERT_TRUE(std::any_of(after.links.begin(), after.links.end(), [&](const LinkRoute& other) {
                    return other.link == link.link && other.corners == link.corners;
                }));
            }
        }
        for (std::size_t i = 0; i < before.events.size(); ++i) {
            const PlacedEvent& placed = before.events[i];
            ASSERT_NEAR(placed.anchorX, before.scale.screenFromTime(drawnDate(request.graph, placed.event).anchor),
                        0.5);
            for (std::size_t k = i + 1; k < before.events.size(); ++k)
                ASSERT_FALSE(placed.box.overlaps(before.events[k].box))
                    << placed.title << " and " << before.events[k].title << " at " << zoom;
        }
    }
}

TEST(Crowd, namesTheMostImportantFirst)
{
    const TimelineRequest request = crowdRequest(30'000, 6);
    Timeline timeline(request);
    const TimelineLayout layout = timeline.at(timeline.fitPxPerSecond(), Rect{0, 0, 1300, 20000});
    ASSERT_GT(layout.events.size(), 20U);
    std::map<int, std::size_t> placed;
    for (const PlacedEvent& event : layout.events)
        ++placed[request.graph.story()[event.event].importance];
    EXPECT_EQ(placed.rbegin()->first, 5);
    EXPECT_GT(placed[5] * 2, layout.events.size()) << "there are more than enough of the most important";
}

TEST(Crowd, drawsTheLinksThatAreAskedForWhereverTheyLead)
{
    const TimelineRequest request = crowdRequest(10'000, 8);
    Timeline timeline(request);
    const double zoom = timeline.fitPxPerSecond() * 200;
    std::vector<LinkId> asked;
    for (std::size_t i = 0; i < 50; ++i)
        asked.emplace_back(i * 100);
    const TimelineLayout layout = timeline.at(zoom, windowAt(timeline, zoom, EventId(std::size_t{5000})), asked);
    for (const LinkId link : asked) {
        const model::Link& wanted = request.graph.story()[link];
        const auto onAxis = [&](EventId event) { return drawnDate(request.graph, event).onAxis(); };
        EXPECT_EQ(std::any_of(layout.links.begin(), layout.links.end(),
                              [&](const LinkRoute& route) { return route.link == link; }),
                  onAxis(wanted.from) && onAxis(wanted.to) && wanted.from != wanted.to);
    }
}

TEST(Crowd, ofOneInstantAndOfManyLanesIsShown)
{
    auto story = std::make_shared<model::Story>(*test::makeStory({5000, 0, 3, 2}));
    for (model::Event& event : story->events)
        event.when = *time::parseEdtf("2020-02-02");
    TimelineRequest request{graph::EventGraph(story), &kMeasurer};
    Timeline timeline(request);
    const TimelineLayout layout = timeline.at(timeline.fitPxPerSecond());
    std::size_t all = 0;
    for (const EventCluster& cell : layout.clusters)
        all += cell.events.size();
    EXPECT_EQ(all, 5000U);
    EXPECT_FALSE(layout.events.empty());

    auto wide = std::make_shared<model::Story>(*test::makeStory({10'000, 0, 3, 2}));
    wide->actors.clear();
    for (std::size_t i = 0; i < 10'000; ++i) {
        wide->actors.push_back({"a" + std::to_string(i), {}, "", {}, {}});
        wide->events[i].lane = model::ActorId(i);
        wide->events[i].actors = {model::ActorId(i)};
    }
    Timeline lanes(TimelineRequest{graph::EventGraph(wide), &kMeasurer});
    EXPECT_GT(lanes.at(lanes.fitPxPerSecond()).lanes.size(), 9000U);
}

} // namespace
} // namespace fabula::layout
