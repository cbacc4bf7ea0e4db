#include "../support/fake_measurer.hpp"
#include "layout/timeline/drawn_date.hpp"
#include "layout/timeline/timeline.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace fabula::layout {
namespace {

const test::FakeMeasurer kMeasurer;

std::shared_ptr<model::Story> storyWith(const std::vector<const char*>& dates, bool lasting = false)
{
    auto story = std::make_shared<model::Story>();
    story->languages = {"en"};
    for (const char* date : dates) {
        model::Event event;
        event.id = "e" + std::to_string(story->events.size());
        event.title = {{"en", event.id}};
        if (*date != '\0')
            event.when = *time::parseEdtf(date);
        event.lasting = lasting;
        story->events.push_back(event);
    }
    return story;
}

DrawnDate dateOf(const char* date, bool lasting = false)
{
    return drawnDate(graph::EventGraph(storyWith({date}, lasting)), EventId(0));
}

TEST(DrawnDate, isAPointOnlyIfTheDayIsKnownForSure)
{
    EXPECT_EQ(dateOf("2025-08-12").kind, BarKind::point);
    EXPECT_EQ(dateOf("2025-08").kind, BarKind::vague);
    for (const char* unsure : {"2025-08-12~", "2024-12-26?", "2024-12-26%", "2025-08-12T10:00:00Z~"}) {
        if (!time::parseEdtf(unsure))
            continue;
        const DrawnDate date = dateOf(unsure);
        EXPECT_EQ(date.kind, BarKind::vague) << unsure;
        EXPECT_TRUE(date.softBegin && date.softEnd) << unsure;
    }
}

TEST(DrawnDate, tellsTheSoftEndsOfAnIntervalApart)
{
    const DrawnDate date = dateOf("2025-01~/2025-03", true);
    EXPECT_EQ(date.kind, BarKind::lasting);
    EXPECT_TRUE(date.softBegin);
    EXPECT_FALSE(date.softEnd);
    EXPECT_TRUE(dateOf("2025-01/2025-03?", true).softEnd);
    EXPECT_FALSE(dateOf("2025-01-01/2025-03-01", true).softEnd);
}

TEST(DrawnDate, ofALastingEventWithoutADateHangsOnItsBracket)
{
    auto story = storyWith({"2025-01-01", "", "2025-03-01"}, true);
    for (const std::size_t cause : {0U, 1U}) {
        model::Link link;
        link.from = core::EventId(cause);
        link.to = core::EventId(cause + 1);
        story->links.push_back(link);
    }
    const graph::EventGraph graph(story);
    const DrawnDate date = drawnDate(graph, core::EventId(1));
    EXPECT_EQ(date.kind, BarKind::derived);
    EXPECT_TRUE(date.onAxis());
    EXPECT_LT(drawnDate(graph, core::EventId(0)).anchor, date.anchor);
    EXPECT_LT(date.anchor, drawnDate(graph, core::EventId(2)).anchor);
}

TEST(DrawnDate, fadesAsFarAtEveryZoomAndKeepsTheDatesX)
{
    const TimelineRequest request{graph::EventGraph(storyWith({"2025-01-01", "2025-08-12~"})), &kMeasurer};
    Timeline timeline(request);
    const time::Span day = time::parseEdtf("2025-08-12")->span();
    for (const int step : {0, 6, 14}) {
        const TimelineLayout layout = timeline.placementAt(timeline.pxPerSecond(step));
        const PlacedEvent* placed = layout.place(core::EventId(1));
        ASSERT_NE(placed, nullptr);
        EXPECT_EQ(placed->bar.kind, BarKind::vague);
        EXPECT_EQ(placed->bar.softBegin, request.metrics.softMargin);
        EXPECT_EQ(placed->bar.softEnd, request.metrics.softMargin);
        EXPECT_DOUBLE_EQ(placed->bar.x0, layout.scale.screenFromTime(day.begin));
        EXPECT_DOUBLE_EQ(placed->bar.x1, layout.scale.screenFromTime(day.end));
    }
    EXPECT_EQ(timeline.placementAt(1).place(core::EventId(0))->bar.softBegin, 0);
}

TEST(DrawnDate, fadesOutWhereNoBoundIsKnown)
{
    auto story = storyWith({"2024-02~", "", "2024-12-01"});
    model::Link link;
    link.from = core::EventId(0);
    link.to = core::EventId(1);
    link.kind = model::LinkKind::prompts;
    story->links.push_back(link);
    const TimelineRequest request{graph::EventGraph(story), &kMeasurer};
    Timeline timeline(request);
    const TimelineLayout layout = timeline.placementAt(timeline.fitPxPerSecond());
    const PlacedEvent* placed = layout.place(core::EventId(1));
    ASSERT_NE(placed, nullptr);
    EXPECT_EQ(placed->bar.kind, BarKind::derived);
    EXPECT_TRUE(placed->bar.openEnd);
    EXPECT_EQ(placed->bar.x0, placed->bar.x1);
    EXPECT_EQ(placed->bar.softBegin, 0);
    EXPECT_EQ(placed->bar.softEnd, request.metrics.openFade);
}

// Two slots, one of them free of the long bar.
TEST(DateBars, keepClearOfOtherTextsWhereThereIsRoom)
{
    const TimelineRequest request{graph::EventGraph(storyWith({"2025-01/2025-12", "2025-03-01", "2025-09-01"})),
                                  &kMeasurer,
                                  "en",
                                  {},
                                  Grouping::actor,
                                  160,
                                  600};
    Timeline timeline(request);
    for (const int step : {0, 1, 2, 3, 4, 5}) {
        const TimelineLayout layout = timeline.placementAt(timeline.pxPerSecond(step));
        ASSERT_EQ(layout.lanes.at(0).rows, 2);
        ASSERT_EQ(layout.events.size(), 3U);
        for (const PlacedEvent& placed : layout.events) {
            EXPECT_EQ(placed.detail, Detail::card) << "step " << step;
            EXPECT_TRUE(placed.bar.covered.empty()) << "step " << step;
        }
    }
}

// One slot only: whichever has the room, a bar that meets another's text passes it unseen.
TEST(DateBars, passOtherTextsUnseenWhereThereIsNone)
{
    TimelineRequest request{graph::EventGraph(storyWith({"2025-01/2025-12", "2025-03-01", "2025-09-01"})), &kMeasurer};
    request.heightPx = 90;
    request.fitWidthPx = 600;
    Timeline timeline(request);
    const TimelineLayout layout = timeline.placementAt(timeline.fitPxPerSecond());
    const PlacedEvent* lasting = layout.place(core::EventId(0));
    const PlacedEvent* inside = layout.place(core::EventId(1));
    ASSERT_TRUE(lasting != nullptr && inside != nullptr);
    ASSERT_EQ(inside->detail, Detail::card);
    ASSERT_FALSE(lasting->bar.covered.empty());
    EXPECT_LE(lasting->bar.covered.front().first, inside->box.left());
    EXPECT_GE(lasting->bar.covered.front().second, inside->box.right());
}

} // namespace
} // namespace fabula::layout
