#include "../support/story_maker.hpp"
#include "ask/compared_story.hpp"
#include "graph/scope.hpp"
#include "question_story.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace fabula::ask {
namespace {

std::string in(const model::Text& text, const std::string& language)
{
    return std::string(model::choose(text, language, {"en"}).text);
}

/// Before: a rumour and a delay. After: the delay, told otherwise, and a launch that it delays.
struct Versions
{
    QuestionStory before;
    QuestionStory after;

    Versions()
    {
        const EventId then = before.titled("delay", "The delay", "Der Verzug");
        before.link(before.titled("rumour", "A rumour", "Ein Gerücht"), then, LinkKind::prompts);
        const EventId now = after.titled("delay", "The long delay", "Der lange Verzug");
        after.link(now, after.titled("launch", "The launch", "Der Start"), LinkKind::causes);
    }

    std::shared_ptr<const model::Story> story() const { return comparedStory(compared(before.graph(), after.graph())); }
};

TEST(ComparedStory, BeginsWithASceneThatShowsAndListsWhatChanged)
{
    const auto story = Versions().story();
    ASSERT_EQ(story->scenes.size(), 1u);
    const model::Scene& scene = story->scenes.front();
    EXPECT_EQ(scene.show.size(), 3u);
    EXPECT_EQ(in(scene.title, "en"), "Since last time");
    EXPECT_EQ(in(scene.narration, "en"), "Since then: 1 new event, 1 changed, 1 withdrawn; 1 new link, 1 withdrawn.\n"
                                         "New: The launch · “The long delay” → “The launch”\n"
                                         "Changed: The long delay (title: “The delay” → “The long delay”)\n"
                                         "Withdrawn: A rumour · “A rumour” → “The delay”");
    EXPECT_NE(in(scene.notes, "en").find("event A rumour"), std::string::npos);
}

TEST(ComparedStory, TellsItInEveryLanguageOfTheStory)
{
    Versions versions;
    const auto story = versions.story();
    for (const std::string& language : story->languages)
        EXPECT_TRUE(std::any_of(story->scenes.front().narration.begin(), story->scenes.front().narration.end(),
                                [&](const auto& entry) { return entry.language == language; }));
}

TEST(ComparedStory, WhatIsWithdrawnTakesPartInNoAnswer)
{
    const graph::EventGraph graph(Versions().story());
    const graph::Scope scope(graph, model::knownBefore(graph.story(), time::kEndOfTime));
    const core::EventId delay = model::eventNamed(graph.story(), "delay");
    std::size_t causes = 0;
    scope.eachStep(delay, graph::Way::causes, [&](const graph::CausalStep&) { ++causes; });
    EXPECT_EQ(causes, 0u);
    EXPECT_EQ(graph.causes(delay).size(), 1u); // though it has its place in the picture
}

TEST(ComparedStory, FormsNoLoopThatTheNewStoryHasNot)
{
    QuestionStory before;
    QuestionStory after;
    const EventId a = before.titled("a", "A");
    before.link(a, before.titled("b", "B"), LinkKind::causes);
    const EventId sameA = after.titled("a", "A");
    after.link(after.titled("b", "B"), sameA, LinkKind::causes);
    const auto story = comparedStory(compared(before.graph(), after.graph()));
    EXPECT_EQ(story->links.size(), 1u);
    EXPECT_TRUE(graph::EventGraph(story).causalLoop().empty());
    EXPECT_NE(in(story->scenes.front().narration, "en").find("Withdrawn"), std::string::npos);
}

TEST(ComparedStory, OfManyChangesShowsTheWeightiest)
{
    const auto after = test::makeStory({300, 200, 6, 5});
    model::Story before = *after;
    before.events.resize(1);
    before.links.clear();
    const auto story = comparedStory(
        compared(graph::EventGraph(std::make_shared<const model::Story>(before)), graph::EventGraph(after)));
    const model::Scene& scene = story->scenes.front();
    EXPECT_EQ(scene.show.size(), 60u);
    int least = 5;
    for (const core::EventId event : scene.show)
        least = std::min(least, (*story)[event].importance);
    const auto above = std::count_if(after->events.begin() + 1, after->events.end(),
                                     [&](const model::Event& event) { return event.importance > least; });
    EXPECT_LE(above, 60);
}

} // namespace
} // namespace fabula::ask
