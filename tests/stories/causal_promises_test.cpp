#include "io/story_reader.hpp"
#include "layout/causal/causal_layout.hpp"
#include "paint/fonts.hpp"

#include <gtest/gtest.h>

#include <string>
#include <tuple>

namespace fabula {
namespace {

using core::Point;
using core::Rect;

/// A shipped story by cause or by date, with the real fonts.
class ShippedGraphs : public ::testing::TestWithParam<std::tuple<std::string, std::string, layout::RankBy>>
{
};

// Samples along a link's Béziers.
std::vector<Point> samples(const std::vector<Point>& chain)
{
    constexpr int kPieces = 32;
    std::vector<Point> points;
    for (std::size_t i = 0; i + 3 < chain.size(); i += 3)
        for (int piece = 0; piece <= kPieces; ++piece) {
            const double t = static_cast<double>(piece) / kPieces;
            const double u = 1 - t;
            points.push_back(chain[i] * (u * u * u) + chain[i + 1] * (3 * u * u * t) + chain[i + 2] * (3 * u * t * t) +
                             chain[i + 3] * (t * t * t));
        }
    return points;
}

TEST_P(ShippedGraphs, keepWhatTheCausalViewPromises)
{
    const auto& [name, language, rankBy] = GetParam();
    const io::LoadedStory loaded = io::loadStory(FABULA_SOURCE_DIR "/data/stories/" + name + ".json");
    ASSERT_NE(loaded.story, nullptr);
    const auto fonts = paint::FontBook::open();
    ASSERT_TRUE(fonts.ok());
    layout::CausalRequest request{.graph = graph::EventGraph(loaded.story), .measurer = fonts->get()};
    request.language = language;
    request.rankBy = rankBy;
    const layout::CausalLayout layout = layout::causalLayout(request);
    ASSERT_EQ(layout.events.size(), loaded.story->events.size());
    for (const layout::PlacedEvent& a : layout.events)
        for (const layout::PlacedEvent& b : layout.events)
            EXPECT_TRUE(a.event == b.event || !a.box.grown(4).overlaps(b.box.grown(4)));
    for (const layout::LinkRoute& route : layout.links) {
        for (const Point& point : samples(route.corners))
            for (const layout::PlacedEvent& placed : layout.events)
                EXPECT_FALSE(placed.box.grown(-0.01).contains(point)) << "a link runs through a card";
        const model::Link& link = (*loaded.story)[route.link];
        if (model::isCausal(link.kind) && rankBy == layout::RankBy::cause) {
            EXPECT_LT(layout.place(link.from)->box.right(), layout.place(link.to)->box.left());
        }
    }
    const layout::CausalLayout again = layout::causalLayout(request);
    EXPECT_EQ(again.bounds, layout.bounds);
}

INSTANTIATE_TEST_SUITE_P(All, ShippedGraphs,
                         ::testing::Combine(::testing::Values("deepseek-r2", "rosetta-stone"),
                                            ::testing::Values("en", "de"),
                                            ::testing::Values(layout::RankBy::cause, layout::RankBy::date)));

} // namespace
} // namespace fabula
