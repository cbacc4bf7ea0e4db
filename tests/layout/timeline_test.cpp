#include "../support/fake_measurer.hpp"
#include "../support/story_maker.hpp"
#include "../support/timeline_properties.hpp"
#include "layout/timeline/timeline.hpp"

#include <gtest/gtest.h>

#include <array>

namespace fabula::layout {
namespace {

const test::FakeMeasurer kMeasurer;

TimelineRequest requestFor(const test::MadeStoryOptions& options)
{
    return {
        graph::EventGraph(test::makeStory(options)), &kMeasurer, "en", {}, Grouping::actor, 700, 1200, false, {}, {}};
}

constexpr std::array<std::pair<double, double>, 3> kCanvases{{{1000, 540}, {1200, 650}, {3400, 1900}}};
constexpr std::array<Grouping, 5> kGroupings{Grouping::actor, Grouping::kind, Grouping::tag, Grouping::source,
                                             Grouping::none};

class MadeStories : public ::testing::TestWithParam<std::size_t>
{
};

TEST_P(MadeStories, keepWhatATimelinePromises)
{
    for (std::uint32_t seed = 1; seed <= 3; ++seed) {
        for (const auto& [width, height] : kCanvases) {
            test::MadeStoryOptions options{GetParam(), GetParam() * 8 / 5, 7, seed};
            TimelineRequest request = requestFor(options);
            request.fitWidthPx = width;
            request.heightPx = height;
            request.language = seed % 2 == 0 ? "de" : "en";
            request.foldGaps = seed == 3;
            test::TimelineProperties(request).checkEverySteps(24);
            ASSERT_FALSE(HasFailure()) << "seed " << seed << ", width " << width;
        }
    }
}

TEST_P(MadeStories, keepItInEveryGroupingWithFiltersAndFoldedLanes)
{
    for (const Grouping grouping : kGroupings) {
        TimelineRequest request = requestFor({GetParam(), GetParam(), 11, 7});
        request.grouping = grouping;
        request.hidden.assign(GetParam(), false);
        for (std::size_t i = 0; i < GetParam(); i += 3)
            request.hidden[i] = true;
        request.foldedLanes = {"actor-1", "setback", "core"};
        test::TimelineProperties(request).checkEverySteps(24);
        ASSERT_FALSE(HasFailure()) << "grouping " << static_cast<int>(grouping);
    }
}

TEST_P(MadeStories, keepItFromHoursToMillionsOfYears)
{
    for (const auto& [first, years] :
         {std::pair<std::int64_t, std::int64_t>{-120, 240}, {-3000, 6000}, {-900'000'000, 950'000'000}}) {
        test::MadeStoryOptions options{GetParam(), GetParam(), 4, 5, first, years};
        test::TimelineProperties(requestFor(options)).checkEverySteps(24);
        ASSERT_FALSE(HasFailure()) << "first year " << first;
    }
}

INSTANTIATE_TEST_SUITE_P(Sizes, MadeStories, ::testing::Values(1, 10, 33, 120, 500));

TEST(Timeline, placesTheSameWhateverWasAskedBefore)
{
    const TimelineRequest request = requestFor({200, 300, 6, 3});
    Timeline fresh(request);
    Timeline used(request);
    for (const int step : {20, -3, 7, 0, 12})
        used.placementAt(used.pxPerSecond(step));
    for (const int step : {5, -2, 11}) {
        const TimelineLayout a = fresh.placementAt(fresh.pxPerSecond(step));
        const TimelineLayout b = used.placementAt(used.pxPerSecond(step));
        ASSERT_EQ(a.events.size(), b.events.size());
        for (std::size_t i = 0; i < a.events.size(); ++i) {
            EXPECT_EQ(a.events[i].event, b.events[i].event);
            EXPECT_EQ(a.events[i].box, b.events[i].box);
            EXPECT_EQ(a.events[i].detail, b.events[i].detail);
        }
    }
}

TEST(Timeline, fitsTheWholeStoryAtStepZero)
{
    TimelineRequest request = requestFor({60, 60, 5, 9});
    Timeline timeline(request);
    const TimelineLayout layout = timeline.placementAt(timeline.fitPxPerSecond());
    EXPECT_EQ(layout.step, 0);
    for (const PlacedEvent& placed : layout.events) {
        EXPECT_GE(placed.box.left(), -0.5);
        EXPECT_LE(placed.box.right(), request.fitWidthPx + 0.5);
    }
}

TEST(Timeline, clampsTheZoomToItsLimits)
{
    Timeline timeline(requestFor({20, 10, 2, 4}));
    EXPECT_DOUBLE_EQ(timeline.placementAt(1e-30).scale.pxPerSecond(), timeline.minPxPerSecond());
    EXPECT_DOUBLE_EQ(timeline.placementAt(1e30).scale.pxPerSecond(), timeline.maxPxPerSecond());
    for (int step = Timeline::kMinStep; step < 60; ++step)
        EXPECT_EQ(timeline.stepFor(timeline.pxPerSecond(step)), step);
}

TEST(Timeline, ofNoEventsIsEmpty)
{
    Timeline timeline(requestFor({0, 0, 3, 1}));
    const TimelineLayout layout = timeline.at(timeline.fitPxPerSecond());
    EXPECT_TRUE(layout.events.empty());
    EXPECT_TRUE(layout.lanes.empty());
    EXPECT_FALSE(timeline.extent().empty());
}

} // namespace
} // namespace fabula::layout
