#include "graph/boost_graph.hpp"
#include "graph/event_graph.hpp"
#include "story_maker.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace fabula::graph {
namespace {

TEST(EventGraph, holdsAnEmptyStory)
{
    const EventGraph graph = StoryMaker().graph();
    EXPECT_TRUE(graph.order().empty());
    EXPECT_TRUE(graph.causalLoop().empty());
}

TEST(EventGraph, givesLinksCausesAndEffectsInTheOrderOfTheStory)
{
    StoryMaker maker;
    const EventId a = maker.event("a");
    const EventId b = maker.event("b");
    const EventId c = maker.event("c");
    const EventId d = maker.event("d");
    const LinkId first = maker.link(c, d, LinkKind::enables);
    const LinkId second = maker.link(a, d, LinkKind::partOf);
    const LinkId third = maker.link(b, d, LinkKind::blocks);
    const LinkId fourth = maker.link(c, d, LinkKind::causes);
    const LinkId fifth = maker.link(c, b, LinkKind::precedes);
    const EventGraph graph = maker.graph();

    const auto to = graph.linksTo(d);
    EXPECT_EQ(std::vector<LinkId>(to.begin(), to.end()), (std::vector<LinkId>{first, second, third, fourth}));
    const auto from = graph.linksFrom(c);
    EXPECT_EQ(std::vector<LinkId>(from.begin(), from.end()), (std::vector<LinkId>{first, fourth, fifth}));
    EXPECT_TRUE(graph.linksTo(a).empty());
    EXPECT_EQ(graph.causes(d), (std::vector<EventId>{c, b}));
    EXPECT_EQ(graph.effects(c), (std::vector<EventId>{d}));
    EXPECT_EQ(graph.effects(a), (std::vector<EventId>{}));
}

TEST(EventGraph, leavesAnEventOutOfItsOwnCauses)
{
    StoryMaker maker;
    const EventId a = maker.event("a");
    const EventId b = maker.event("b");
    maker.link(a, a);
    maker.link(a, b);
    maker.link(b, a);
    const EventGraph graph = maker.graph();
    EXPECT_EQ(graph.causes(a), (std::vector<EventId>{b}));
    EXPECT_EQ(graph.ancestors(a), (std::vector<EventId>{b}));
    EXPECT_EQ(graph.descendants(a), (std::vector<EventId>{b}));
}

TEST(EventGraph, keepsItsStoryAliveAndTheSame)
{
    StoryMaker maker;
    maker.event("a");
    auto story = std::make_shared<const model::Story>(maker.story);
    EventGraph graph(story);
    const model::Story* address = story.get();
    story.reset();
    const EventGraph copy = graph;
    graph = StoryMaker().graph();
    EXPECT_EQ(&copy.story(), address);
    EXPECT_EQ(copy.sharedStory()->events.front().id, "a");
}

TEST(EventGraphDeathTest, refusesALinkToNowhere)
{
    StoryMaker maker;
    const EventId a = maker.event("a");
    maker.link(a, EventId(std::size_t{1}));
    EXPECT_DEATH(maker.graph(), "an event that is not there");
}

/// All events that `reaches` says, in the order of the story.
template <class Reached>
std::vector<EventId> expected(const EventGraph& graph, EventId self, Reached reached)
{
    std::vector<EventId> events;
    std::copy_if(graph.order().begin(), graph.order().end(), std::back_inserter(events),
                 [&](EventId event) { return event != self && reached(event.index()); });
    return events;
}

TEST(EventGraph, ancestorsAndDescendantsAreTheClosureOfTheCausalLinks)
{
    Dice dice(20250120);
    for (int round = 0; round < 3000; ++round) {
        RandomShape shape;
        shape.loops = round % 2 == 0;
        const StoryMaker maker = randomStory(dice, shape);
        const EventGraph graph = maker.graph();
        const auto reaches = closure(maker.story, causal);
        for (std::size_t i = 0; i < maker.story.events.size(); ++i) {
            const EventId event(i);
            ASSERT_EQ(graph.ancestors(event), expected(graph, event, [&](std::size_t a) { return reaches[a][i]; }));
            ASSERT_EQ(graph.descendants(event), expected(graph, event, [&](std::size_t a) { return reaches[i][a]; }));
        }
    }
}

class Counter : public boost::default_bfs_visitor
{
public:
    explicit Counter(std::size_t& count) : count_(&count) {}

    void discover_vertex(Vertex, const CausalGraph&) { ++*count_; }

private:
    std::size_t* count_;
};

TEST(BoostGraph, boostSearchesRunOnTheCausalLinksAlone)
{
    StoryMaker maker;
    const EventId a = maker.event("a");
    const EventId b = maker.event("b");
    const EventId c = maker.event("c");
    const EventId d = maker.event("d");
    maker.link(a, b, LinkKind::enables);
    maker.link(b, c, LinkKind::precedes);
    const LinkId last = maker.link(b, d, LinkKind::blocks);
    const EventGraph graph = maker.graph();
    const CausalGraph links = causalGraph(GraphAccess::boostGraph(graph));

    std::size_t found = 0;
    std::vector<boost::default_color_type> colours(boost::num_vertices(links));
    boost::breadth_first_search(links, vertexOf(a), boost::visitor(Counter(found)).color_map(colours.data()));
    EXPECT_EQ(found, 3U);
    const auto [edge, end] = boost::in_edges(vertexOf(d), links);
    ASSERT_NE(edge, end);
    EXPECT_EQ(links[*edge], last);
    EXPECT_EQ(eventOf(boost::source(*edge, links)), b);
}

TEST(EventGraph, buildsTwoHundredThousandEvents)
{
    constexpr std::size_t kEvents = 200'000;
    Dice dice(7);
    StoryMaker maker;
    maker.story.events.resize(kEvents);
    for (std::size_t i = 0; i < kEvents; i += 100)
        maker.story.events[i].when = date(std::to_string(1000 + i / 1000));
    for (std::size_t i = 1; i < kEvents; ++i) {
        maker.link(EventId(i - 1 - dice.roll(std::min<std::size_t>(i, 50))), EventId(i));
        maker.link(EventId(dice.roll(i)), EventId(i), LinkKind::precedes);
    }
    const EventGraph graph = maker.graph();
    ASSERT_EQ(graph.order().size(), kEvents);
    for (const model::Link& link : maker.story.links) {
        ASSERT_LT(graph.position(link.from), graph.position(link.to));
        ASSERT_GE(graph.bracket(link.to).derived.begin, graph.bracket(link.from).derived.begin);
        ASSERT_LE(graph.bracket(link.from).derived.end, graph.bracket(link.to).derived.end);
    }
    EXPECT_EQ(graph.descendants(EventId(std::size_t{0})).size(), kEvents - 1);
}

TEST(EventGraph, buildsAChainTooLongForRecursion)
{
    constexpr std::size_t kEvents = 200'000;
    StoryMaker maker;
    maker.story.events.resize(kEvents);
    for (std::size_t i = 1; i < kEvents; ++i)
        maker.link(EventId(i - 1), EventId(i));
    EXPECT_EQ(maker.graph().ancestors(EventId(kEvents - 1)).size(), kEvents - 1);
    maker.link(EventId(kEvents - 1), EventId(std::size_t{0}));
    EXPECT_EQ(maker.graph().causalLoop().size(), kEvents);
}

} // namespace
} // namespace fabula::graph
