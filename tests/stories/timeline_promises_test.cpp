#include "../layout/link_checks.hpp"
#include "../support/timeline_properties.hpp"
#include "io/story_reader.hpp"
#include "paint/fonts.hpp"

#include <gtest/gtest.h>

#include <string>
#include <tuple>

namespace fabula {
namespace {

/// A shipped story in a language and a grouping, with the real fonts.
class ShippedStories : public ::testing::TestWithParam<std::tuple<std::string, std::string, layout::Grouping>>
{
};

TEST_P(ShippedStories, keepWhatATimelinePromises)
{
    const auto& [name, language, grouping] = GetParam();
    const io::LoadedStory loaded = io::loadStory(FABULA_SOURCE_DIR "/data/stories/" + name + ".json");
    ASSERT_NE(loaded.story, nullptr);
    const auto fonts = paint::FontBook::open();
    ASSERT_TRUE(fonts.ok());
    for (const auto& [width, height] : {std::pair(960.0, 520.0), {1200.0, 650.0}, {3400.0, 1900.0}}) {
        for (const bool fold : {false, true}) {
            layout::TimelineRequest request{graph::EventGraph(loaded.story), fonts->get()};
            request.language = language;
            request.grouping = grouping;
            request.fitWidthPx = width;
            request.heightPx = height;
            request.foldGaps = fold;
            test::TimelineProperties(request).checkEverySteps(24);
            ASSERT_FALSE(HasFailure()) << width << " px wide, folded: " << fold;
        }
    }
}

TEST_P(ShippedStories, cutNoLinkWhereAnotherThingWouldSeemItsOrigin)
{
    const auto& [name, language, grouping] = GetParam();
    const io::LoadedStory loaded = io::loadStory(FABULA_SOURCE_DIR "/data/stories/" + name + ".json");
    ASSERT_NE(loaded.story, nullptr);
    const auto fonts = paint::FontBook::open();
    ASSERT_TRUE(fonts.ok());
    for (const double width : {960.0, 1400.0}) {
        layout::TimelineRequest request{graph::EventGraph(loaded.story), fonts->get()};
        request.language = language;
        request.grouping = grouping;
        request.fitWidthPx = width;
        layout::Timeline timeline(request);
        for (int step = 0; step < 9; ++step) {
            const layout::TimelineLayout layout = timeline.at(timeline.pxPerSecond(step));
            const std::vector<std::string> findings =
                layout::test::LinkChecks(layout, loaded.story->links.size()).findings();
            EXPECT_TRUE(findings.empty()) << width << " px, step " << step << ": " << findings.front();
        }
    }
}

/// The same in lanes by actor, as they are opened.
class OpenedStories : public ::testing::TestWithParam<std::tuple<std::string, std::string>>
{
};

// As in a window of 1280 × 720 or a little more, beside its panels.
TEST_P(OpenedStories, nameWhatMattersMostWhenAllIsInView)
{
    const auto& [name, language] = GetParam();
    const io::LoadedStory loaded = io::loadStory(FABULA_SOURCE_DIR "/data/stories/" + name + ".json");
    ASSERT_NE(loaded.story, nullptr);
    const auto fonts = paint::FontBook::open();
    ASSERT_TRUE(fonts.ok());
    for (const auto& [width, height] : {std::pair(1051.0, 624.0), {1083.0, 584.0}, {1403.0, 764.0}}) {
        layout::TimelineRequest request{graph::EventGraph(loaded.story), fonts->get()};
        request.language = language;
        request.fitWidthPx = width;
        request.heightPx = height;
        layout::Timeline timeline(request);
        const layout::TimelineLayout layout = timeline.placementAt(timeline.fitPxPerSecond());
        for (std::size_t i = 0; i < loaded.story->events.size(); ++i) {
            const model::Event& event = loaded.story->events[i];
            const layout::PlacedEvent* placed = layout.place(core::EventId(i));
            if (event.importance >= 5) {
                EXPECT_TRUE(placed != nullptr && placed->detail >= layout::Detail::label)
                    << event.id << " at " << width << " × " << height;
            }
        }
        for (const layout::EventCluster& cluster : layout.clusters)
            for (const core::EventId event : cluster.events)
                EXPECT_TRUE(cluster.events.size() == 1 || (*loaded.story)[event].importance < 4)
                    << (*loaded.story)[event].id << " in a count at " << width << " × " << height;
    }
}

INSTANTIATE_TEST_SUITE_P(All, ShippedStories,
                         ::testing::Combine(::testing::Values("deepseek-r2", "rosetta-stone"),
                                            ::testing::Values("en", "de"),
                                            ::testing::Values(layout::Grouping::actor, layout::Grouping::kind,
                                                              layout::Grouping::tag, layout::Grouping::source,
                                                              layout::Grouping::none)));

INSTANTIATE_TEST_SUITE_P(All, OpenedStories,
                         ::testing::Combine(::testing::Values("deepseek-r2", "rosetta-stone"),
                                            ::testing::Values("en", "de")));

} // namespace
} // namespace fabula
