#include "brief/film.hpp"
#include "brief/transition.hpp"
#include "shipped_briefing.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace fabula::brief {
namespace {

using test::briefingOf;
using test::storyWithScene;

std::vector<Shot> filmOfScene(const std::string& members, double wordsPerMinute = 0)
{
    return filmOf(briefingOf(graph::EventGraph(test::storyOf(storyWithScene(members)))), wordsPerMinute);
}

std::size_t picturesOf(const Shot& shot)
{
    return shot.way + shot.held;
}

TEST(Film, scenesTakeAsLongAsTheySay)
{
    const Briefing briefing = briefingOf(test::shippedGraph());
    const std::vector<Shot> film = filmOf(briefing, 0);
    ASSERT_EQ(film.size(), briefing.slides.size());
    std::map<std::size_t, std::size_t> pictures;
    for (std::size_t i = 0; i < film.size(); ++i) {
        EXPECT_EQ(film[i].slide, briefing.slides[i]);
        pictures[film[i].slide.scene] += picturesOf(film[i]);
        const double way = i == 0 ? 0 : secondsOf(briefing, briefing.slides[i - 1], briefing.slides[i]);
        EXPECT_NEAR(static_cast<double>(film[i].way), way * kFilmRate, 0.5);
    }
    for (const auto& [scene, count] : pictures) {
        const model::Scene& told = briefing.telling.graph.story().scenes[scene];
        EXPECT_NEAR(static_cast<double>(count) / kFilmRate, *told.seconds, 0.2) << told.id;
    }
}

TEST(Film, aPaceOverrulesTheSeconds)
{
    const std::string scene = R"("narration":"one two three four five six seven eight nine ten","seconds":40)";
    EXPECT_EQ(picturesOf(filmOfScene(scene).front()), 40U * kFilmRate);
    EXPECT_EQ(picturesOf(filmOfScene(scene, 60).front()), 10U * kFilmRate);
    EXPECT_EQ(picturesOf(filmOfScene(scene, 120).front()), 5U * kFilmRate);
}

TEST(Film, isReadAtAPaceWhereNoSecondsAreSaid)
{
    const auto seconds = [](const std::string& scene) {
        return static_cast<double>(picturesOf(filmOfScene(scene).front())) / kFilmRate;
    };
    const double some = seconds(R"("narration":"one two three four five six seven eight nine ten")");
    EXPECT_NEAR(some, 5.5, 0.1);
    EXPECT_NEAR(seconds(R"("narration":"一二三四五六七八九十")"), 3.5, 0.1);
    EXPECT_GE(seconds({}), 1);
}

TEST(Film, revealsShareTheirScene)
{
    const auto film = filmOfScene(R"("reveal":[["two"],["three"],["four"]],"narration":"a b c d","seconds":12)");
    ASSERT_EQ(film.size(), 4U);
    for (const Shot& shot : film)
        EXPECT_EQ(picturesOf(shot), 3U * kFilmRate);
    EXPECT_EQ(film.front().way, 0U);
    const auto silent = filmOfScene(R"("reveal":[["two"],["three"],["four"]],"seconds":12)");
    for (const Shot& shot : silent)
        EXPECT_EQ(picturesOf(shot), 3U * kFilmRate);
}

TEST(Film, isNeverTooFastToBeSeen)
{
    for (const Shot& shot : filmOf(briefingOf(test::shippedGraph()), 100000))
        EXPECT_EQ(shot.held, static_cast<std::size_t>(kFilmRate));
}

} // namespace
} // namespace fabula::brief
