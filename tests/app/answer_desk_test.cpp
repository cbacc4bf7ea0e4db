#include "../support/story_maker.hpp"
#include "app/answer_desk.hpp"
#include "ui/apply.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <thread>

namespace fabula::app {
namespace {

using ask::Ask;

/// Seeks as the frame loop does, until it says that another answer is shown or too long has passed.
bool answeredInTime(AnswerDesk& desk, ui::AppState& state)
{
    for (int turn = 0; turn < 2000; ++turn) {
        if (desk.seek(state, turn * 0.005) == AnswerDesk::Arrival::another)
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

/// A ladder of causes, large enough that `pivots` takes its time.
std::shared_ptr<const model::Story> ladder(std::size_t events)
{
    auto story = std::make_shared<model::Story>();
    story->languages = {"en"};
    story->events.resize(events);
    for (std::size_t i = 0; i + 7 < events; ++i) {
        for (const std::size_t step : {1U, 7U}) {
            story->links.emplace_back();
            story->links.back().from = core::EventId(i);
            story->links.back().to = core::EventId(i + step);
        }
    }
    return story;
}

class AnswerDeskTest : public testing::Test
{
protected:
    void show(std::shared_ptr<const model::Story> story) { state.story.graph.emplace(std::move(story)); }
    void ask(Ask what, core::EventId event = {})
    {
        ask::Question question{what, {}, {}};
        if (event.valid())
            question.subject = event;
        ui::apply(state, ui::command::PutQuestion{question}, {});
    }

    ui::AppState state;
    AnswerDesk desk{[] {}};
};

TEST_F(AnswerDeskTest, anAnswerComesAndStaysWhileNothingItDependsOnChanges)
{
    show(test::makeStory({40, 60, 4, 2}));
    ask(Ask::why, core::EventId(20));
    ASSERT_TRUE(answeredInTime(desk, state));
    ASSERT_NE(ui::shownAnswer(state), nullptr);
    EXPECT_FALSE(desk.working());
    for (int turn = 0; turn < 5; ++turn) {
        EXPECT_EQ(desk.seek(state, 100 + turn), AnswerDesk::Arrival::none);
        EXPECT_FALSE(desk.working()) << "nothing is worked out again";
    }
}

TEST_F(AnswerDeskTest, anotherLanguageIsTheSameAnswerInOtherWords)
{
    show(test::makeStory({40, 60, 4, 2}));
    ask(Ask::mainline);
    ASSERT_TRUE(answeredInTime(desk, state));
    const std::string before = state.asking.answered->told.sentence;
    state.preferences.language = "de";
    auto arrival = AnswerDesk::Arrival::none;
    for (int turn = 0; turn < 400 && state.asking.answered->told.sentence == before; ++turn) {
        arrival = std::max(arrival, desk.seek(state, turn));
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_NE(state.asking.answered->told.sentence, before);
    EXPECT_EQ(arrival, AnswerDesk::Arrival::refreshed) << "it is drawn, but not lit anew";
}

TEST_F(AnswerDeskTest, questionsKeptOverAReloadAreNotLitAnew)
{
    show(test::makeStory({40, 60, 4, 2}));
    ask(Ask::mainline);
    ASSERT_TRUE(answeredInTime(desk, state));
    show(test::makeStory({40, 60, 4, 2}));
    state.asking.answered.reset();
    state.asking.kept = state.asking.crumbs.back();
    auto arrival = AnswerDesk::Arrival::none;
    for (int turn = 0; turn < 400 && arrival == AnswerDesk::Arrival::none; ++turn) {
        arrival = desk.seek(state, turn);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_EQ(arrival, AnswerDesk::Arrival::refreshed);
}

TEST_F(AnswerDeskTest, aLongQuestionTellsHowFarItIsAndEndsWhenItIsTakenBack)
{
    show(ladder(150'000));
    ask(Ask::pivots);
    desk.seek(state, 0);
    ASSERT_TRUE(desk.working());
    double most = 0;
    for (int turn = 0; turn < 200 && most == 0; ++turn) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        desk.seek(state, 0.2 + turn * 0.005);
        most = std::max(most, state.asking.progress);
    }
    EXPECT_GT(most, 0);
    EXPECT_LE(most, 1);
    if (desk.working()) {
        EXPECT_GT(state.asking.seconds, 0);
    }
    ui::apply(state, ui::command::Back{}, {});
    desk.seek(state, 2);
    EXPECT_FALSE(desk.working());
    EXPECT_FALSE(state.asking.answered.has_value());
}

TEST_F(AnswerDeskTest, theStoryMayGoWhileAnAnswerIsWorkedOut)
{
    show(ladder(60'000));
    ask(Ask::pivots);
    desk.seek(state, 0);
    show(test::makeStory({10, 12, 3, 1}));
    ASSERT_TRUE(answeredInTime(desk, state)) << "the new story is asked the same";
    EXPECT_EQ(state.asking.answered->key.story, &state.story.graph->story());
}

} // namespace
} // namespace fabula::app
