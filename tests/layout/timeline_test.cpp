#include "../support/fake_measurer.hpp"
#include "../support/story_maker.hpp"
#include "../support/timeline_properties.hpp"
#include "layout/timeline/timeline.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace fabula::layout {
namespace {

const test::FakeMeasurer kMeasurer;

TimelineRequest requestFor(const test::MadeStoryOptions& options)
{
    return {graph::EventGraph(test::makeStory(options)), &kMeasurer};
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

// Without room after the last date, what happens on it hangs to the left of it.
TEST(Room, letsTheLastCardsStandOnTheirDates)
{
    TimelineRequest request = requestFor({12, 0, 3, 4});
    Timeline close(request);
    time::Span room = close.extent();
    const std::int64_t length = room.end.seconds - room.begin.seconds;
    room.end.seconds += length;
    request.room = room;
    Timeline wide(request);
    EXPECT_EQ(wide.extent(), room);
    const auto hanging = [](Timeline& timeline) {
        const TimelineLayout layout = timeline.at(timeline.fitPxPerSecond());
        return std::count_if(layout.events.begin(), layout.events.end(), [](const PlacedEvent& placed) {
            return placed.detail == Detail::card && placed.anchorX > placed.box.centre().x + 1;
        });
    };
    EXPECT_GT(hanging(close), 0);
    EXPECT_EQ(hanging(wide), 0);
    test::TimelineProperties(request).checkEverySteps(24);
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
    EXPECT_DOUBLE_EQ(timeline.placementAt(1e-30).scale.pxPerSecond(), timeline.pxPerSecond(Timeline::kCoarsestStep));
    EXPECT_DOUBLE_EQ(timeline.placementAt(1e30).scale.pxPerSecond(), timeline.maxPxPerSecond());
    for (int step = Timeline::kMinStep; step < 60; ++step)
        EXPECT_EQ(timeline.stepFor(timeline.pxPerSecond(step)), step);
}

// The words shown by a packing made for this zoom alone: by importance, each event takes a card, else a label, in the
// first row with room, cards before bars and lines.
std::size_t greedyWords(const TimelineRequest& request, const TimelineLayout& layout, Timeline& finest)
{
    struct Taken
    {
        double left;
        double right;
    };
    const TimelineMetrics& metrics = request.metrics;
    std::map<std::tuple<std::uint32_t, int, int>, std::vector<Taken>> taken;
    const TimelineLayout sizes = finest.placementAt(finest.maxPxPerSecond());
    std::vector<const PlacedEvent*> order;
    for (const PlacedEvent& placed : sizes.events)
        order.push_back(&placed);
    std::stable_sort(order.begin(), order.end(), [&](const PlacedEvent* a, const PlacedEvent* b) {
        const model::Story& story = request.graph.story();
        return std::pair(-story[a->event].importance, a->event) < std::pair(-story[b->event].importance, b->event);
    });
    std::size_t words = 0;
    for (const PlacedEvent* placed : order) {
        const double anchor = layout.scale.screenFromTime(sizes.scale.timeFromScreen(placed->anchorX));
        const auto free = [&](int row, int line, Taken wish) {
            const auto& others = taken[{placed->lane.value, row, line}];
            return std::none_of(others.begin(), others.end(), [&](const Taken& other) {
                return wish.left < other.right + metrics.gap && other.left < wish.right + metrics.gap;
            });
        };
        const double cardLeft = anchor - (placed->anchorX - placed->box.x);
        const Taken card{cardLeft, cardLeft + placed->box.width};
        const std::string title = placed->title;
        const double labelWidth = metrics.dotDiameter + metrics.labelGap +
                                  std::min(metrics.labelMaxWidth, kMeasurer.width(title, metrics.labelStyle));
        const Taken label{anchor - metrics.dotDiameter / 2, anchor + labelWidth};
        bool shown = false;
        const int rows = layout.lanes[placed->lane.index()].rows;
        for (int row = 0; row < rows && !shown && placed->detail == Detail::card; ++row) {
            shown = free(row, 0, card) && free(row, 1, card) && free(row, 2, card);
            for (int line = 0; line < 3 && shown; ++line)
                taken[{placed->lane.value, row, line}].push_back(card);
        }
        for (int slot = 0; slot < rows * 3 && !shown; ++slot) {
            shown = free(slot / 3, slot % 3, label);
            if (shown)
                taken[{placed->lane.value, slot / 3, slot % 3}].push_back(label);
        }
        words += shown ? 1 : 0;
    }
    return words;
}

TEST(Timeline, namesNearlyAsManyEventsAsAPackingForOneZoomAlone)
{
    for (const std::size_t events : {30U, 100U, 400U}) {
        const TimelineRequest request = requestFor({events, 0, 6, 12});
        Timeline timeline(request);
        std::size_t shown = 0;
        std::size_t possible = 0;
        for (int step = 0; step <= 10; ++step) {
            const TimelineLayout layout = timeline.placementAt(timeline.pxPerSecond(step));
            shown += static_cast<std::size_t>(
                std::count_if(layout.events.begin(), layout.events.end(),
                              [](const PlacedEvent& placed) { return placed.detail >= Detail::label; }));
            possible += greedyWords(request, layout, timeline);
        }
        EXPECT_GE(static_cast<double>(shown), 0.95 * static_cast<double>(possible)) << events << " events";
    }
}

TEST(Timeline, keepsWhatFiltersLeaveInItsLaneAndColour)
{
    TimelineRequest request = requestFor({80, 120, 6, 2});
    Timeline all(request);
    request.hidden.assign(80, false);
    for (std::size_t i = 0; i < 80; i += 2)
        request.hidden[i] = true;
    Timeline some(request);
    const TimelineLayout a = all.placementAt(all.fitPxPerSecond());
    const TimelineLayout b = some.placementAt(some.fitPxPerSecond());
    // What is left is in the order of before: a lane may be gone, none has overtaken another.
    ASSERT_GE(b.lanes.size(), 3U);
    auto before = a.lanes.begin();
    for (const TimelineLane& lane : b.lanes) {
        before = std::find_if(before, a.lanes.end(), [&](const TimelineLane& other) { return other.key == lane.key; });
        ASSERT_NE(before, a.lanes.end()) << lane.key;
        EXPECT_EQ(before->colour, lane.colour);
    }
}

TEST(Timeline, ofNoEventsIsEmpty)
{
    Timeline timeline(requestFor({0, 0, 3, 1}));
    const TimelineLayout layout = timeline.at(timeline.fitPxPerSecond());
    EXPECT_TRUE(layout.events.empty());
    EXPECT_TRUE(layout.lanes.empty());
    EXPECT_FALSE(timeline.extent().empty());
}

std::shared_ptr<model::Story> storyOfOneLane(const std::vector<std::pair<int, int>>& daysAndImportance)
{
    auto story = std::make_shared<model::Story>();
    story->languages = {"en"};
    story->actors.resize(1);
    story->actors[0].id = "a";
    for (const auto& [day, importance] : daysAndImportance) {
        model::Event event;
        event.id = "e" + std::to_string(day);
        event.title = {{"en", "Something happened " + std::to_string(day)}};
        event.when = *time::parseEdtf((day < 10 ? "2025-01-0" : "2025-01-") + std::to_string(day));
        event.lane = ActorId(0);
        event.actors = {ActorId(0)};
        event.importance = importance;
        story->events.push_back(event);
    }
    return story;
}

// One lane with one slot: the weighty event stands out, whichever comes first.
TEST(Weights, giveTheImportantEventTheCard)
{
    for (const bool weightyFirst : {false, true}) {
        const auto story = storyOfOneLane({{1, weightyFirst ? 5 : 2}, {2, 2}, {3, weightyFirst ? 2 : 5}});
        TimelineRequest request{graph::EventGraph(story), &kMeasurer};
        request.heightPx = 90;
        request.fitWidthPx = 420;
        Timeline timeline(request);
        const TimelineLayout layout = timeline.placementAt(timeline.fitPxPerSecond());
        const PlacedEvent* weighty = layout.place(EventId(weightyFirst ? 0 : 2));
        ASSERT_NE(weighty, nullptr);
        EXPECT_EQ(weighty->detail, Detail::card);
        EXPECT_EQ(weighty->importance, 5);
    }
}

// Two slots, five events of the highest importance within days, others far away: two cards would hide three of them.
TEST(Weights, nameAllImportantEventsBeforeAnyHasACard)
{
    const auto story = storyOfOneLane({{1, 2}, {12, 5}, {13, 5}, {14, 5}, {15, 5}, {16, 5}, {30, 3}});
    TimelineRequest request{graph::EventGraph(story), &kMeasurer};
    request.heightPx = 160;
    request.fitWidthPx = 900;
    Timeline timeline(request);
    const TimelineLayout layout = timeline.placementAt(timeline.fitPxPerSecond());
    ASSERT_EQ(layout.lanes.at(0).rows, 2);
    for (const std::size_t event : {1U, 2U, 3U, 4U, 5U}) {
        const PlacedEvent* placed = layout.place(EventId(event));
        EXPECT_TRUE(placed != nullptr && placed->detail >= Detail::label) << "event " << event;
    }
}

} // namespace
} // namespace fabula::layout
