#include "io/story_reader.hpp"
#include "paint/fonts.hpp"
#include "ui/presenting.hpp"

#include <gtest/gtest.h>

namespace fabula::ui {
namespace {

/// The shipped briefing, begun.
Presenting begun(std::size_t scene = 0)
{
    static const auto fonts = paint::FontBook::open();
    const io::LoadedStory loaded = io::loadStory(FABULA_SOURCE_DIR "/data/stories/deepseek-r2.json");
    const graph::EventGraph graph(loaded.story);
    Presenting presenting;
    presenting.briefing = std::make_shared<const brief::Briefing>(
        brief::briefingOf({graph, fonts->get(), "en", &scene::darkTheme()}, brief::allScenes(graph.story()), {16, 9}));
    presenting.slide = firstSlideOf(*presenting.briefing, scene);
    return presenting;
}

TEST(Presenting, walksThroughEverySlideAndStaysAtTheEnds)
{
    Presenting presenting = begun();
    const std::size_t count = presenting.briefing->slides.size();
    for (std::size_t i = 0; i + 1 < count; ++i) {
        EXPECT_EQ(presenting.slide, i);
        EXPECT_TRUE(carryOut(presenting, PresentAct::next));
        EXPECT_EQ(presenting.before, i);
    }
    carryOut(presenting, PresentAct::next);
    EXPECT_EQ(presenting.slide, count - 1);
    carryOut(presenting, PresentAct::first);
    carryOut(presenting, PresentAct::previous);
    EXPECT_EQ(presenting.slide, 0U);
}

TEST(Presenting, jumpsToTheNumberTyped)
{
    Presenting presenting = begun();
    carryOut(presenting, PresentAct::digit, 3);
    carryOut(presenting, PresentAct::jump);
    EXPECT_EQ(presenting.current(), (brief::Slide{2, 0, 0}));
    EXPECT_TRUE(presenting.typed.empty());
    for (const std::size_t digit : {9, 9, 9, 9, 9, 9})
        carryOut(presenting, PresentAct::digit, digit);
    carryOut(presenting, PresentAct::jump);
    EXPECT_EQ(presenting.slide, presenting.briefing->slides.size() - 1) << "there are not so many scenes";
    carryOut(presenting, PresentAct::digit, 0);
    carryOut(presenting, PresentAct::jump);
    EXPECT_EQ(presenting.slide, 0U);
    carryOut(presenting, PresentAct::jump);
    EXPECT_EQ(presenting.slide, 1U) << "Enter alone goes on";
}

TEST(Presenting, escapeGoesOneStepBackAndAtLastOut)
{
    Presenting presenting = begun(2);
    carryOut(presenting, PresentAct::black);
    carryOut(presenting, PresentAct::digit, 4);
    carryOut(presenting, PresentAct::grid);
    EXPECT_TRUE(carryOut(presenting, PresentAct::back));
    EXPECT_FALSE(presenting.grid);
    EXPECT_TRUE(carryOut(presenting, PresentAct::back));
    EXPECT_TRUE(presenting.typed.empty());
    EXPECT_TRUE(carryOut(presenting, PresentAct::back));
    EXPECT_EQ(presenting.blank, Blank::none);
    EXPECT_FALSE(carryOut(presenting, PresentAct::back));
}

TEST(Presenting, aBlankScreenGivesWayToTheNextSlide)
{
    Presenting presenting = begun();
    carryOut(presenting, PresentAct::black);
    carryOut(presenting, PresentAct::white);
    EXPECT_EQ(presenting.blank, Blank::white);
    carryOut(presenting, PresentAct::next);
    EXPECT_EQ(presenting.blank, Blank::none);
}

TEST(Presenting, keepsItsPlaceInAnotherLayout)
{
    const Presenting presenting = begun();
    const brief::Briefing& briefing = *presenting.briefing;
    for (std::size_t i = 0; i < briefing.slides.size(); ++i)
        EXPECT_EQ(sameSlide(briefing, i, briefing), i);
}

TEST(Presenting, addsUpWhatTheScenesAreMeantToTake)
{
    const Presenting presenting = begun();
    const auto all = secondsFrom(*presenting.briefing, 0);
    ASSERT_TRUE(all);
    EXPECT_GT(*all, 300);
    EXPECT_LT(*secondsFrom(*presenting.briefing, 5), *all);
    EXPECT_EQ(secondsFrom(*presenting.briefing, 9), 0);
}

} // namespace
} // namespace fabula::ui
