#include "brief/scene_content.hpp"
#include "shipped_briefing.hpp"

#include <algorithm>
#include <numeric>

namespace fabula::brief {
namespace {

SceneContent contentWith(const std::string& members)
{
    return contentOf(graph::EventGraph(test::storyOf(test::storyWithScene(members))), SceneId(0));
}

std::vector<std::string> ids(const SceneContent& content, const std::vector<EventId>& events)
{
    std::vector<std::string> found;
    for (const EventId event : events)
        found.emplace_back(content.events.story()[event].id);
    return found;
}

std::vector<std::string> lit(const SceneContent& content)
{
    std::vector<std::string> found;
    for (std::size_t i = 0; i < content.emphasis.events.size(); ++i) {
        if (content.emphasis.events[i])
            found.emplace_back(content.events.story().events[i].id);
    }
    return found;
}

using Ids = std::vector<std::string>;

TEST(SceneContent, ofNothingIsTheWholeStoryAtOnce)
{
    const SceneContent content = contentWith("");
    EXPECT_EQ(ids(content, content.shown), (Ids{"one", "two", "three", "four"}));
    EXPECT_EQ(content.steps, 1U);
    EXPECT_TRUE(content.hidden.empty());
    EXPECT_EQ(content.emphasis.strength, 0);
    EXPECT_TRUE(content.range.openBegin() && content.range.openEnd());
}

TEST(SceneContent, ofAQuestionAloneIsItsAnswer)
{
    const SceneContent content = contentWith(R"("ask":{"why":"two"})");
    EXPECT_EQ(ids(content, content.shown), (Ids{"one", "two"}));
    EXPECT_EQ(content.events.story()[content.ringed].id, "two");
    EXPECT_EQ(content.emphasis.strength, 0) << "nothing is left that could recede";
}

TEST(SceneContent, lightsTheAnswerAmongWhatIsShown)
{
    const SceneContent content = contentWith(R"("show":["one","two","four"],"ask":{"path":["one","two"]})");
    EXPECT_EQ(lit(content), (Ids{"one", "two"}));
    EXPECT_GT(content.emphasis.strength, 0);
    EXPECT_EQ(content.events.story()[content.ringed].id, "two") << "where the path ends";
}

TEST(SceneContent, lightsTheFocusWithItsNeighboursAndNothingElse)
{
    const SceneContent content = contentWith(R"("show":["one","two","three","four"],"focus":["one"])");
    EXPECT_EQ(lit(content), (Ids{"one", "two"}));
    EXPECT_EQ(std::count(content.emphasis.links.begin(), content.emphasis.links.end(), true), 1);
    EXPECT_EQ(content.events.story()[content.ringed].id, "one");
}

TEST(SceneContent, beginsWithWhatNoRevealNames)
{
    const SceneContent content = contentWith(R"("show":["one","two","three"],"reveal":[["two"],["three"]])");
    EXPECT_EQ(content.steps, 3U);
    EXPECT_EQ(content.step, (std::vector<std::size_t>{0, 1, 2, 0}));
    EXPECT_EQ(presenceAt(content, 0).events, (std::vector<float>{1, 0, 0, 0})) << "four is not shown";
}

TEST(SceneContent, beginsWithTheFirstRevealWhereAllAreNamed)
{
    const SceneContent content = contentWith(R"("show":["one","two"],"reveal":[["one"],[],["two"]])");
    EXPECT_EQ(content.steps, 2U) << "a step at which nothing comes is none";
    EXPECT_EQ(content.step[0], 0U);
    EXPECT_EQ(content.step[1], 1U);
}

TEST(SceneContent, asOfItsDayLacksWhatWasNotKnown)
{
    const SceneContent content = contentWith(R"("show":["one","four"],"asOf":"2025-03-10")");
    EXPECT_EQ(ids(content, content.shown), Ids{"one"});
    const scene::Presence presence = presenceAt(content, 0);
    EXPECT_EQ(presence.asOf.text(), "2025-03-10");
    EXPECT_NE(presence.known, nullptr);
}

// In every moment: causes are there before effects, links only with both ends, and whole steps are whole.
TEST(SceneContent, revealsInTheOrderOfCause)
{
    const graph::EventGraph graph = test::shippedGraph();
    for (std::size_t s = 0; s < graph.story().scenes.size(); ++s) {
        const SceneContent content = contentOf(graph, SceneId(s));
        for (double step = 0; step <= static_cast<double>(content.steps - 1); step += 0.05) {
            const scene::Presence presence = presenceAt(content, step);
            float before = 2;
            for (const EventId event : content.shown) { // in the order of cause
                if (content.step[event.index()] != static_cast<std::size_t>(step) + 1)
                    continue;
                EXPECT_LE(presence.events[event.index()], before);
                before = presence.events[event.index()];
            }
            for (std::size_t i = 0; i < presence.links.size(); ++i) {
                const model::Link& link = graph.story().links[i];
                EXPECT_LE(presence.links[i], presence.events[link.from.index()]);
                EXPECT_LE(presence.links[i], presence.events[link.to.index()]);
            }
        }
        const scene::Presence last = presenceAt(content, static_cast<double>(content.steps - 1));
        for (const EventId event : content.shown)
            EXPECT_EQ(last.events[event.index()], 1) << graph.story()[event].id;
    }
}

} // namespace
} // namespace fabula::brief
