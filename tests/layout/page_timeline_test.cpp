#include "../support/fake_measurer.hpp"
#include "../support/story_maker.hpp"
#include "layout/timeline/page_timeline.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace fabula::layout {
namespace {

const test::FakeMeasurer kMeasurer;

TimelineLayout pageOf(std::size_t actors, double height)
{
    TimelineRequest request{graph::EventGraph(test::makeStory({80, 90, actors, 5})), &kMeasurer};
    request.heightPx = height;
    Timeline timeline = timelineForPage(request);
    return timeline.placementAt(timeline.fitPxPerSecond());
}

std::size_t folded(const TimelineLayout& page)
{
    return static_cast<std::size_t>(
        std::count_if(page.lanes.begin(), page.lanes.end(), [](const auto& lane) { return lane.folded; }));
}

TEST(TimelineForPage, foldsNothingWhereAllFits)
{
    EXPECT_EQ(folded(pageOf(4, 900)), 0U);
}

TEST(TimelineForPage, foldsLanesUntilAllFit)
{
    const TimelineLayout page = pageOf(14, 700);
    EXPECT_LE(page.height, 700);
    EXPECT_GT(folded(page), 0U);
    EXPECT_LT(folded(page), page.lanes.size());
}

TEST(TimelineForPage, foldsTheLanesThatWeighLeastFirst)
{
    const TimelineLayout page = pageOf(14, 700);
    std::size_t mostFolded = 0;
    std::size_t leastOpen = 1000;
    for (const TimelineLane& lane : page.lanes)
        (lane.folded ? mostFolded = std::max(mostFolded, lane.events) : leastOpen = std::min(leastOpen, lane.events));
    EXPECT_LE(mostFolded, leastOpen + 3) << "weight goes with the number of events, roughly";
}

TEST(TimelineForPage, foldsManyLanesToo)
{
    const TimelineLayout page = pageOf(120, 3600);
    EXPECT_LE(page.height, 3600);
    EXPECT_GT(folded(page), 0U);
}

TEST(TimelineForPage, givesUpWhereEvenThinLanesDoNotFit)
{
    const TimelineLayout page = pageOf(14, 60);
    EXPECT_EQ(folded(page), page.lanes.size());
}

TEST(TimelineForPage, ofACrowdKeepsTheFullestLanesOpen)
{
    TimelineRequest request{graph::EventGraph(test::makeStory({5000, 0, 14, 5})), &kMeasurer};
    request.heightPx = 700;
    Timeline timeline = timelineForPage(request);
    ASSERT_TRUE(timeline.crowded());
    EXPECT_LE(timeline.height(), 700);
    const TimelineLayout layout = timeline.at(timeline.fitPxPerSecond());
    std::size_t leastOpen = 5000;
    std::size_t mostFolded = 0;
    for (const TimelineLane& lane : layout.lanes)
        (lane.folded ? mostFolded = std::max(mostFolded, lane.events) : leastOpen = std::min(leastOpen, lane.events));
    EXPECT_GT(mostFolded, 0U);
    EXPECT_LE(mostFolded, leastOpen);

    request.heightPx = 120; // not even all of them folded have room: the page ends among them
    for (const TimelineLane& lane : timelineForPage(request).placementAt(1e-6, Rect{}).lanes)
        EXPECT_FALSE(lane.folded);
}

} // namespace
} // namespace fabula::layout
