#include "../support/fake_measurer.hpp"
#include "layout/event_badges.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace fabula::layout {
namespace {

const test::FakeMeasurer kMeasurer;
const core::TextStyle kStyle{12, core::FontWeight::regular, true};

graph::EventGraph graphWith(const std::vector<model::LinkKind>& kinds, std::size_t sources)
{
    auto story = std::make_shared<model::Story>();
    story->languages = {"en"};
    story->events.resize(2);
    story->sources.resize(3);
    for (std::size_t i = 0; i < sources; ++i)
        story->events[0].sources.push_back({core::SourceId(i), {}});
    for (const model::LinkKind kind : kinds) {
        model::Link link;
        link.from = core::EventId(0);
        link.to = core::EventId(1);
        link.kind = kind;
        story->links.push_back(link);
    }
    return graph::EventGraph(story);
}

TEST(EventBadges, countContradictionsAtBothEndsAndNoOtherLinks)
{
    using model::LinkKind;
    const auto graph = graphWith({LinkKind::contradicts, LinkKind::causes, LinkKind::contradicts}, 1);
    EXPECT_EQ(badgesOf(graph, core::EventId(0)).contradictions, 2U);
    EXPECT_EQ(badgesOf(graph, core::EventId(1)).contradictions, 2U);
    EXPECT_EQ(badgesOf(graphWith({LinkKind::causes}, 1), core::EventId(1)).contradictions, 0U);
}

TEST(EventBadges, showSourcesFromTwoOn)
{
    EXPECT_FALSE(badgesOf(graphWith({}, 1), core::EventId(0)).any());
    EXPECT_TRUE(badgesOf(graphWith({}, 2), core::EventId(0)).showsSources());
}

TEST(EventBadges, countTenOutletsThatQuoteOneReportOnce)
{
    auto story = std::make_shared<model::Story>();
    story->languages = {"en"};
    story->events.resize(1);
    story->sources.resize(12);
    for (std::size_t i = 0; i < 11; ++i) {
        if (i > 0)
            story->sources[i].relays = core::SourceId(i - 1);
        story->events[0].sources.push_back({core::SourceId(i), {}});
    }
    EXPECT_EQ(badgesOf(graph::EventGraph(story), core::EventId(0)).sources, 1U);
    story->events[0].sources.push_back({core::SourceId(11), {}});
    EXPECT_EQ(badgesOf(graph::EventGraph(story), core::EventId(0)).sources, 2U);
}

TEST(EventBadges, countWhatWasKnownAlone)
{
    const auto graph = graphWith({model::LinkKind::contradicts}, 3);
    const model::Known then{{true, true}, {false}, {true, false, true}};
    EXPECT_EQ(badgesOf(graph, core::EventId(0), &then), (EventBadges{2, 0}));
    EXPECT_EQ(badgesOf(graph, core::EventId(0)), (EventBadges{3, 1}));
}

TEST(EventBadges, takeTheWidthOfTheirMarksAndGaps)
{
    EXPECT_EQ(badgesWidth({1, 0}, kMeasurer, kStyle), 0);
    const double character = kMeasurer.width("2", kStyle);
    EXPECT_DOUBLE_EQ(badgesWidth({2, 0}, kMeasurer, kStyle), kBadgeGapPx + kSourceMarkPx + kMarkGapPx + character);
    EXPECT_DOUBLE_EQ(badgesWidth({1, 4}, kMeasurer, kStyle), kBadgeGapPx + character);
}

} // namespace
} // namespace fabula::layout
