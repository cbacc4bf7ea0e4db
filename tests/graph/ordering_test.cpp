#include "graph/boost_graph.hpp"
#include "graph/event_graph.hpp"
#include "story_maker.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace fabula::graph {
namespace {

using Loop = std::vector<EventId>;

bool hasCausalLink(const model::Story& story, EventId from, EventId to)
{
    return std::any_of(story.links.begin(), story.links.end(),
                       [&](const model::Link& link) { return causal(link) && link.from == from && link.to == to; });
}

/// Every simple loop through the first event of `way` that begins with it.
void collectLoops(const model::Story& story, Loop& way, std::vector<Loop>& loops)
{
    if (hasCausalLink(story, way.back(), way.front()))
        loops.push_back(way);
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        const EventId next(i);
        if (std::find(way.begin(), way.end(), next) == way.end() && hasCausalLink(story, way.back(), next)) {
            way.push_back(next);
            collectLoops(story, way, loops);
            way.pop_back();
        }
    }
}

/// By exhaustive search: for each set of events that lie on loops with one another, the shortest loop through its
/// smallest id, and of several the one whose ids are smallest.
std::vector<Loop> loopsByBruteForce(const model::Story& story)
{
    const auto reaches = closure(story, causal);
    std::vector<Loop> best;
    std::set<std::size_t> told;
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        if (!reaches[i][i] || told.count(i) != 0)
            continue;
        for (std::size_t j = i; j < story.events.size(); ++j) {
            if (reaches[i][j] && reaches[j][i])
                told.insert(j);
        }
        Loop way{EventId(i)};
        std::vector<Loop> loops;
        collectLoops(story, way, loops);
        best.push_back(*std::min_element(loops.begin(), loops.end(), [](const Loop& a, const Loop& b) {
            return std::tuple(a.size(), a) < std::tuple(b.size(), b);
        }));
    }
    return best;
}

TEST(CausalLoop, isFoundAsByExhaustiveSearch)
{
    Dice dice(20250814);
    int withLoops = 0;
    for (int round = 0; round < 4000; ++round) {
        RandomShape shape;
        shape.loops = true;
        const StoryMaker maker = randomStory(dice, shape);
        const EventGraph graph = maker.graph();
        const std::vector<Loop> loops = loopsByBruteForce(maker.story);
        ASSERT_EQ(GraphAccess::causalLoops(graph), loops);
        ASSERT_EQ(graph.causalLoop(), loops.empty() ? Loop() : loops.front());
        withLoops += loops.empty() ? 0 : 1;
    }
    EXPECT_GT(withLoops, 1000);
    EXPECT_LT(withLoops, 3500);
}

TEST(CausalLoop, isTheShortestThroughItsSmallestId)
{
    StoryMaker maker;
    std::vector<EventId> e;
    for (const char* id : {"a", "b", "c", "d", "e"})
        e.push_back(maker.event(id));
    maker.link(e[4], e[1]);
    maker.link(e[1], e[3]);
    maker.link(e[3], e[2]);
    maker.link(e[2], e[4]);
    maker.link(e[3], e[4]);
    EXPECT_EQ(maker.graph().causalLoop(), (Loop{e[1], e[3], e[4]}));
}

TEST(CausalLoop, isNoMatterOfOtherLinks)
{
    StoryMaker maker;
    const EventId a = maker.event("a");
    const EventId b = maker.event("b");
    maker.link(a, b);
    maker.link(b, a, LinkKind::precedes);
    maker.link(b, a, LinkKind::partOf);
    maker.link(b, a, LinkKind::contradicts);
    EXPECT_TRUE(maker.graph().causalLoop().empty());
}

TEST(Order, putsCausesFirstThenDatesThenIds)
{
    StoryMaker maker;
    const EventId late = maker.event("late", "2025-06");
    const EventId undated = maker.event("undated");
    const EventId twin = maker.event("twin", "2025-02");
    const EventId otherTwin = maker.event("other-twin", "2025-02-01");
    const EventId effect = maker.event("effect"); // not before its cause, so after June begins
    const EventId early = maker.event("early", "2024");
    maker.link(late, effect);
    maker.link(otherTwin, twin, LinkKind::precedes);
    EXPECT_EQ(maker.graph().order(), (std::vector<EventId>{undated, early, otherTwin, twin, late, effect}));
}

TEST(Order, breaksACausalLoopAtItsSmallestId)
{
    StoryMaker maker;
    const EventId a = maker.event("a", "2025");
    const EventId b = maker.event("b", "2024");
    const EventId c = maker.event("c", "2023");
    maker.link(a, b);
    maker.link(b, c);
    maker.link(c, a);
    EXPECT_EQ(maker.graph().order(), (std::vector<EventId>{a, b, c}));
}

TEST(Order, givesUpPrecedesRatherThanACause)
{
    StoryMaker maker;
    const EventId a = maker.event("a");
    const EventId b = maker.event("b");
    maker.link(a, b, LinkKind::precedes);
    maker.link(b, a);
    EXPECT_EQ(maker.graph().order(), (std::vector<EventId>{b, a}));
}

/// Again and again the earliest event whose predecessors are all placed.
std::vector<EventId> orderByBruteForce(const model::Story& story, const EventGraph& graph)
{
    const Proves proves(story);
    std::vector<EventId> rest;
    for (std::size_t i = 0; i < story.events.size(); ++i)
        rest.emplace_back(i);
    std::vector<EventId> order;
    while (!rest.empty()) {
        auto best = rest.end();
        for (auto event = rest.begin(); event != rest.end(); ++event) {
            const bool waits = std::any_of(story.links.begin(), story.links.end(), [&](const model::Link& link) {
                return proves(link) && link.to == *event &&
                       std::find(rest.begin(), rest.end(), link.from) != rest.end();
            });
            if (!waits &&
                (best == rest.end() || graph.bracket(*event).derived.begin < graph.bracket(*best).derived.begin))
                best = event;
        }
        order.push_back(*best);
        rest.erase(best);
    }
    return order;
}

TEST(Order, isThatOfTheEarliestFreeEventWhereCausesFormNoLoop)
{
    Dice dice(1);
    for (int round = 0; round < 3000; ++round) {
        RandomShape shape;
        shape.loops = round % 3 == 0;
        if (shape.loops)
            shape.kinds = {LinkKind::causes, LinkKind::precedes, LinkKind::precedes, LinkKind::precedes};
        const StoryMaker maker = randomStory(dice, shape);
        const EventGraph graph = maker.graph();
        if (!graph.causalLoop().empty())
            continue;
        ASSERT_EQ(graph.order(), orderByBruteForce(maker.story, graph));
    }
}

TEST(Order, keepsEveryLinkThatLiesOnNoLoopAndStartsLoopsAtTheirSmallestId)
{
    Dice dice(2);
    for (int round = 0; round < 3000; ++round) {
        RandomShape shape;
        shape.loops = true;
        const StoryMaker maker = randomStory(dice, shape);
        const EventGraph graph = maker.graph();
        std::vector<EventId> sorted = graph.order();
        std::sort(sorted.begin(), sorted.end());
        ASSERT_EQ(sorted.size(), maker.story.events.size());
        ASSERT_EQ(std::adjacent_find(sorted.begin(), sorted.end()), sorted.end());
        const Proves proves(maker.story);
        for (const model::Link& link : maker.story.links) {
            if (proves(link)) {
                ASSERT_LT(graph.position(link.from), graph.position(link.to));
            }
        }
        const auto reaches = closure(maker.story, causal);
        for (const Loop& loop : GraphAccess::causalLoops(graph)) {
            for (std::size_t i = 0; i < reaches.size(); ++i) {
                if (i != loop.front().index() && reaches[i][loop.front().index()] && reaches[loop.front().index()][i]) {
                    ASSERT_LT(graph.position(loop.front()), graph.position(EventId(i)));
                }
            }
        }
    }
}

TEST(Order, hangsOnNeitherTheRunNorTheOrderOfTheLinks)
{
    Dice dice(3);
    for (int round = 0; round < 500; ++round) {
        const StoryMaker maker = randomStory(dice, {});
        StoryMaker shuffled = maker;
        for (std::size_t i = 1; i < shuffled.story.links.size(); ++i)
            std::swap(shuffled.story.links[i], shuffled.story.links[dice.roll(i + 1)]);
        const EventGraph graph = maker.graph();
        const EventGraph again = maker.graph();
        const EventGraph other = shuffled.graph();
        ASSERT_EQ(graph.order(), again.order());
        ASSERT_EQ(graph.order(), other.order());
        for (const EventId event : graph.order()) {
            ASSERT_EQ(graph.bracket(event).derived, other.bracket(event).derived);
            ASSERT_EQ(graph.bracket(event).earliestFrom, other.bracket(event).earliestFrom);
            ASSERT_EQ(graph.bracket(event).latestFrom, other.bracket(event).latestFrom);
            ASSERT_EQ(graph.bracket(event).against, other.bracket(event).against);
        }
    }
}

} // namespace
} // namespace fabula::graph
