#include "../support/fake_measurer.hpp"
#include "../support/story_maker.hpp"
#include "layout/causal/causal_layout.hpp"
#include "layout/timeline/lane_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace fabula::layout {
namespace {

const test::FakeMeasurer kMeasurer;

CausalRequest madeRequest(std::size_t events, std::size_t links, std::uint32_t seed)
{
    return {.graph = graph::EventGraph(test::makeStory({events, links, 6, seed})), .measurer = &kMeasurer};
}

TEST(CausalLayout, showsEveryEventAsACardAndEveryLink)
{
    for (std::uint32_t seed = 1; seed <= 4; ++seed) {
        const CausalRequest request = madeRequest(50, 70, seed);
        const model::Story& story = request.graph.story();
        const CausalLayout layout = causalLayout(request);
        EXPECT_EQ(layout.events.size(), story.events.size());
        EXPECT_EQ(layout.links.size(), story.links.size());
        for (const PlacedEvent& placed : layout.events) {
            EXPECT_EQ(layout.place(placed.event), &placed);
            EXPECT_EQ(placed.detail, Detail::card);
            EXPECT_FALSE(placed.title.empty());
            EXPECT_GE(placed.box.width, request.metrics.cardMinWidth);
            EXPECT_LE(placed.box.width, request.metrics.cardMaxWidth + request.metrics.cardDateExtra);
            EXPECT_EQ(placed.box.height, request.metrics.cardHeight);
            for (const PlacedEvent& other : layout.events)
                EXPECT_TRUE(&other == &placed || !placed.box.overlaps(other.box));
        }
        for (const LinkRoute& route : layout.links) {
            EXPECT_TRUE(route.smooth);
            EXPECT_EQ(route.corners.size() % 3, 1U);
            const model::Link& link = story[route.link];
            if (link.kind != model::LinkKind::contradicts) { // made stories have no loops
                EXPECT_LT(layout.place(link.from)->box.right(), layout.place(link.to)->box.left());
            }
        }
    }
}

TEST(CausalLayout, givesCardsTheColoursOfTheTimeline)
{
    const CausalRequest request = madeRequest(40, 50, 7);
    TimelineRequest timeline{.graph = request.graph};
    timeline.measurer = &kMeasurer;
    const LanePlan lanes = lanesFor(timeline, std::vector<bool>(40, true));
    const CausalLayout layout = causalLayout(request);
    for (const PlacedEvent& placed : layout.events)
        EXPECT_EQ(layout.lanes[placed.lane.index()].colour,
                  lanes.lanes[lanes.laneOf[placed.event.index()].index()].colour);
}

TEST(CausalLayout, leavesOutHiddenEventsAndTheirLinks)
{
    CausalRequest request = madeRequest(40, 60, 8);
    request.hidden.assign(40, false);
    request.hidden[3] = request.hidden[17] = true;
    const CausalLayout layout = causalLayout(request);
    EXPECT_EQ(layout.events.size(), 38U);
    EXPECT_EQ(layout.place(EventId(3)), nullptr);
    for (const LinkRoute& route : layout.links) {
        EXPECT_NE(layout.place(route.from), nullptr);
        EXPECT_NE(layout.place(route.to), nullptr);
    }
    request.hidden.assign(40, true);
    EXPECT_TRUE(causalLayout(request).events.empty());
}

TEST(CausalLayout, leavesOutImpliedLinksOnlyWhereWhatImpliesThemIsShown)
{
    auto story = std::make_shared<model::Story>(*test::makeStory({3, 0, 2, 1}));
    for (const auto& [from, to] : {std::pair(0, 1), {1, 2}, {0, 2}}) {
        model::Link link;
        link.from = EventId(static_cast<std::size_t>(from));
        link.to = EventId(static_cast<std::size_t>(to));
        story->links.push_back(link);
    }
    CausalRequest request{.graph = graph::EventGraph(story), .measurer = &kMeasurer};
    EXPECT_EQ(causalLayout(request).links.size(), 3U);
    request.hideImplied = true;
    EXPECT_EQ(causalLayout(request).links.size(), 2U);
    request.hidden = {false, true, false};
    EXPECT_EQ(causalLayout(request).links.size(), 1U) << "the way round is hidden, so the direct link stays";
}

TEST(CausalLayout, drawsCausesForwardThroughLoopsOfOtherKinds)
{
    auto story = std::make_shared<model::Story>(*test::makeStory({4, 0, 2, 1}));
    const auto add = [&](std::size_t from, std::size_t to, model::LinkKind kind) {
        model::Link link;
        link.from = EventId(from);
        link.to = EventId(to);
        link.kind = kind;
        story->links.push_back(link);
    };
    add(2, 1, model::LinkKind::causes);
    add(1, 0, model::LinkKind::enables);
    add(0, 2, model::LinkKind::precedes);
    add(3, 3, model::LinkKind::contradicts);
    add(0, 3, model::LinkKind::contradicts);
    const CausalLayout layout = causalLayout({.graph = graph::EventGraph(story), .measurer = &kMeasurer});
    EXPECT_EQ(layout.links.size(), 5U);
    EXPECT_LT(layout.place(EventId(2))->box.right(), layout.place(EventId(1))->box.left());
    EXPECT_LT(layout.place(EventId(1))->box.right(), layout.place(EventId(0))->box.left());
}

TEST(CausalLayout, byDateHasColumnsFromTheLeftThatHoldTheirEvents)
{
    CausalRequest request = madeRequest(40, 40, 9);
    request.rankBy = RankBy::date;
    const CausalLayout layout = causalLayout(request);
    ASSERT_GT(layout.columns.size(), 2U);
    for (std::size_t i = 1; i < layout.columns.size(); ++i)
        EXPECT_LT(layout.columns[i - 1].right, layout.columns[i].left);
    for (const PlacedEvent& a : layout.events)
        for (const PlacedEvent& b : layout.events) {
            const time::Span early = request.graph.bracket(a.event).derived;
            const time::Span late = request.graph.bracket(b.event).derived;
            const std::int64_t months = 130LL * 24 * 3600; // over a quarter, so in another column
            if (!early.openBegin() && !late.openBegin() && early.begin.seconds + months < late.begin.seconds) {
                EXPECT_LT(a.box.right(), b.box.left());
            }
        }
}

TEST(CausalLayout, staysCloseToTheLayoutBeforeAnEditThatMovesAllIndexes)
{
    const auto story = test::makeStory({40, 45, 5, 10});
    const CausalLayout before = causalLayout({.graph = graph::EventGraph(story), .measurer = &kMeasurer});
    // The same story with an event more, at the front.
    auto edited = std::make_shared<model::Story>(*story);
    model::Event added = edited->events.front();
    added.id = "added";
    edited->events.insert(edited->events.begin(), added);
    for (model::Link& link : edited->links) {
        link.from = EventId(link.from.index() + 1);
        link.to = EventId(link.to.index() + 1);
    }
    CausalRequest request{.graph = graph::EventGraph(edited), .measurer = &kMeasurer};
    request.before = std::make_shared<const CausalLayout>(before);
    const CausalLayout after = causalLayout(request);
    ASSERT_EQ(after.events.size(), before.events.size() + 1);
    std::size_t still = 0;
    for (const PlacedEvent& placed : before.events) {
        const Rect now = after.place(EventId(placed.event.index() + 1))->box;
        still += core::distance(now.centre(), placed.box.centre()) < 60 ? 1 : 0;
    }
    EXPECT_GT(still, before.events.size() * 3 / 4);
}

TEST(CausalLayout, ofNothingIsEmpty)
{
    EXPECT_TRUE(causalLayout(madeRequest(0, 0, 1)).events.empty());
}

} // namespace
} // namespace fabula::layout
