#include "brute_force.hpp"
#include "graph/chains.hpp"

#include <gtest/gtest.h>

namespace fabula::graph {
namespace {

/// The best chain of a step must bear out what the step says of it.
void checkBestChain(const Scope& scope, const Chains& chains, const ChainStep& step)
{
    const model::Story& story = scope.story();
    const std::vector<LinkId> links = bestChain(chains, step, story);
    ASSERT_EQ(links.size(), step.length);
    EventId at = step.event;
    std::vector<EventId> met{at};
    LinkId weakest;
    for (const LinkId link : links) {
        const model::Link& claim = story[link];
        EXPECT_EQ(chains.way == Way::causes ? claim.from : claim.to, at);
        at = chains.way == Way::causes ? claim.to : claim.from;
        EXPECT_EQ(std::count(met.begin(), met.end(), at), 0) << "meets an event twice";
        met.push_back(at);
        if (!weakest.valid() || plainStrength(claim) < plainStrength(story[weakest]))
            weakest = link;
    }
    EXPECT_EQ(at, chains.asked);
    EXPECT_EQ(links.front(), step.link);
    // Of equally weak links the first one seen from the step is the farthest from the event asked about.
    EXPECT_EQ(step.weakest, weakest);
}

void checkChains(const Scope& scope, EventId asked, Way way)
{
    const std::size_t events = scope.story().events.size();
    const std::vector<PlainLink> links = plainLinks(scope);
    const Matrix far = distances(events, links);
    const auto wide = widest(events, links);
    const auto distance = [&](std::size_t other) {
        return way == Way::causes ? far[other][asked.index()] : far[asked.index()][other];
    };
    const Chains found = chains(scope, asked, way);
    std::vector<EventId> expected;
    for (std::size_t i = 0; i < events; ++i) {
        if (EventId(i) != asked && distance(i) != kFar)
            expected.emplace_back(i);
    }
    EXPECT_EQ(sorted(eventsOf(found.steps)), expected);
    for (const ChainStep& step : found.steps) {
        const std::size_t other = step.event.index();
        EXPECT_EQ(step.layer, distance(other));
        EXPECT_EQ(plainStrength(scope.story()[step.weakest]),
                  way == Way::causes ? wide[other][asked.index()] : wide[asked.index()][other]);
        checkBestChain(scope, found, step);
        EXPECT_EQ(found.find(step.event), &step);
    }
    std::vector<LinkId> among;
    for (const PlainLink& link : links) {
        if (distance(way == Way::causes ? link.to : link.from) != kFar)
            among.push_back(link.id);
    }
    EXPECT_EQ(found.links, among);
    std::vector<std::vector<EventId>> loops = plainLoops(far);
    std::erase_if(loops, [&](const auto& loop) { return distance(loop.front().index()) == kFar; });
    EXPECT_EQ(found.loops, loops);
    EXPECT_TRUE(std::is_sorted(found.steps.begin(), found.steps.end(), [&](const ChainStep& a, const ChainStep& b) {
        const auto rank = [&](const ChainStep& step) {
            return std::tuple(step.layer, -plainStrength(scope.story()[step.weakest]),
                              scope.graph().position(step.event));
        };
        return rank(a) < rank(b);
    }));
}

TEST(Chains, agreeWithTheClosureOfTheLinks)
{
    onRandomStories(1, kManyStories, [](const Scope& scope) {
        for (std::size_t i = 0; i < scope.story().events.size(); ++i) {
            if (!scope.has(EventId(i)))
                continue;
            checkChains(scope, EventId(i), Way::causes);
            checkChains(scope, EventId(i), Way::effects);
        }
    });
}

TEST(Chains, areTheShortestWhereAllLinksAreAsSure)
{
    onRandomStories(2, kManyStories / 4, [](const Scope& given) {
        auto story = std::make_shared<model::Story>(given.story());
        for (model::Link& link : story->links)
            link.confidence = model::Confidence::likely;
        const Scope scope{EventGraph(story)};
        for (std::size_t i = 0; i < story->events.size(); ++i) {
            for (const ChainStep& step : chains(scope, EventId(i), Way::causes).steps)
                EXPECT_EQ(step.length, step.layer);
        }
    });
}

TEST(Chains, ofAnEventThatIsNotKnownYetAreEmpty)
{
    StoryMaker maker;
    const EventId a = maker.event("a");
    const EventId b = maker.event("b");
    maker.link(a, b);
    const Scope scope(maker.graph(), {{true, false}, {false}, {}});
    EXPECT_TRUE(chains(scope, b, Way::causes).steps.empty());
    EXPECT_TRUE(chains(scope, a, Way::effects).steps.empty());
}

} // namespace
} // namespace fabula::graph
