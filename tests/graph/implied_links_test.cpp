#include "brute_force.hpp"
#include "graph/implied_links.hpp"

#include <gtest/gtest.h>

namespace fabula::graph {
namespace {

/// The fewest links of the kind from one event to the other, of those not left out and not between just these two.
std::size_t wayAround(const Scope& scope, LinkId link, const std::vector<bool>& leftOut)
{
    const model::Story& story = scope.story();
    const model::Link& said = story[link];
    std::vector<PlainLink> others = plainLinks(scope);
    std::erase_if(others, [&](const PlainLink& other) {
        const model::Link& claim = story[other.id];
        return claim.kind != said.kind || leftOut[other.id.index()] || (claim.from == said.from && claim.to == said.to);
    });
    return distances(story.events.size(), others)[said.from.index()][said.to.index()];
}

void checkWay(const Scope& scope, const ImpliedLink& implied, std::size_t length)
{
    const model::Link& link = scope.story()[implied.link];
    ASSERT_EQ(implied.way.size(), length + 1);
    EXPECT_EQ(implied.way.front(), link.from);
    EXPECT_EQ(implied.way.back(), link.to);
    const std::vector<PlainLink> links = plainLinks(scope);
    for (std::size_t i = 1; i < implied.way.size(); ++i) {
        EXPECT_TRUE(std::any_of(links.begin(), links.end(), [&](const PlainLink& step) {
            return EventId(step.from) == implied.way[i - 1] && EventId(step.to) == implied.way[i] &&
                   scope.story()[step.id].kind == link.kind;
        }));
    }
}

TEST(ImpliedLinks, agreeWithTheClosureOfTheOthers)
{
    onRandomStories(700'000, kManyStories, [](const Scope& given) {
        // Links of two kinds, so that many are implied.
        auto story = std::make_shared<model::Story>(given.story());
        for (std::size_t i = 0; i < story->links.size(); ++i)
            story->links[i].kind = i % 3 == 0 ? LinkKind::enables : LinkKind::causes;
        Dice dice(story->links.size());
        const Scope scope = randomScope(dice, EventGraph(story));
        const std::vector<PlainLink> links = plainLinks(scope);
        const Matrix far = distances(story->events.size(), links);
        const std::vector<ImpliedLink> found = impliedLinks(scope);
        // One after the other: what is implied implies no other.
        std::vector<bool> leftOut(story->links.size(), false);
        auto next = found.begin();
        for (const PlainLink& link : links) {
            const std::size_t length = onOneLoop(far, link.from, link.to) ? kFar : wayAround(scope, link.id, leftOut);
            if (length == kFar)
                continue;
            ASSERT_NE(next, found.end());
            EXPECT_EQ(next->link, link.id);
            // Without loops nothing has to be left out, and the way may lead over implied links.
            const std::vector<bool> all(leftOut.size(), false);
            checkWay(scope, *next, scope.graph().causalLoop().empty() ? wayAround(scope, link.id, all) : length);
            leftOut[link.id.index()] = true;
            ++next;
        }
        EXPECT_EQ(next, found.end());
    });
}

TEST(ImpliedLinks, areNotLookedForAmongRepeatsOfOneLink)
{
    // 10¹¹ comparisons, were each of the repeats held against all others; between other links they hide nothing.
    StoryMaker maker;
    const EventId a = maker.event("a");
    const EventId b = maker.event("b");
    for (std::size_t i = 0; i < 300'000; ++i)
        maker.link(a, b);
    EXPECT_TRUE(impliedLinks(Scope(maker.graph())).empty());
    const EventId c = maker.event("c");
    maker.link(b, c);
    const LinkId implied = maker.link(a, c);
    const std::vector<ImpliedLink> found = impliedLinks(Scope(maker.graph()), {implied});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().way, (std::vector{a, b, c}));
}

} // namespace
} // namespace fabula::graph
