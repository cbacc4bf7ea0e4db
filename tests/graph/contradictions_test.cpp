#include "brute_force.hpp"
#include "graph/contradictions.hpp"

#include <gtest/gtest.h>

namespace fabula::graph {
namespace {

using Kind = Contradiction::Kind;

/// The last day that the event can have fallen on is before the first one of the other.
bool isEarlier(const model::Event& event, const model::Event& other)
{
    return event.when.known() && other.when.known() && event.when.span().end <= other.when.span().begin;
}

std::vector<Contradiction> ofKind(const std::vector<Contradiction>& all, Kind kind)
{
    std::vector<Contradiction> found;
    std::copy_if(all.begin(), all.end(), std::back_inserter(found), [&](const auto& c) { return c.kind == kind; });
    return found;
}

/// Chains of links that say something about dates, over events that may stand anywhere (`over`) or over undated ones
/// only.
template <class Over>
std::vector<std::vector<bool>> follows(const Scope& scope, Over over)
{
    const model::Story& story = scope.story();
    const Proves proves(story);
    const std::size_t events = story.events.size();
    std::vector<std::vector<bool>> reaches(events, std::vector<bool>(events, false));
    for (std::size_t i = 0; i < story.links.size(); ++i) {
        if (scope.has(LinkId(i)) && proves(story.links[i]))
            reaches[story.links[i].from.index()][story.links[i].to.index()] = true;
    }
    for (std::size_t mid = 0; mid < events; ++mid) {
        for (std::size_t a = 0; a < events && over(story.events[mid]); ++a) {
            for (std::size_t b = 0; b < events; ++b) {
                if (reaches[a][mid] && reaches[mid][b])
                    reaches[a][b] = true;
            }
        }
    }
    return reaches;
}

void checkClaims(const Scope& scope, const std::vector<Contradiction>& claims)
{
    std::vector<LinkId> expected;
    for (std::size_t i = 0; i < scope.story().links.size(); ++i) {
        if (scope.story().links[i].kind == LinkKind::contradicts && scope.has(LinkId(i)))
            expected.emplace_back(i);
    }
    ASSERT_EQ(claims.size(), expected.size());
    for (std::size_t i = 0; i < claims.size(); ++i) {
        EXPECT_EQ(claims[i].link, expected[i]);
        EXPECT_EQ(claims[i].first, scope.story()[expected[i]].from);
        EXPECT_EQ(claims[i].second, scope.story()[expected[i]].to);
    }
}

void checkOrders(const Scope& scope, const std::vector<Contradiction>& orders)
{
    const model::Story& story = scope.story();
    std::vector<LinkId> direct;
    for (std::size_t i = 0; i < story.links.size(); ++i) {
        const model::Link& link = story.links[i];
        if (ordering(link) && scope.has(LinkId(i)) && isEarlier(story[link.to], story[link.from]))
            direct.emplace_back(i);
    }
    const auto anyChain = follows(scope, [](const model::Event&) { return true; });
    const auto undatedChain = follows(scope, [](const model::Event& event) { return !event.when.known(); });
    std::vector<bool> told(story.events.size(), false);
    for (std::size_t i = 0; i < orders.size(); ++i) {
        const Contradiction& order = orders[i];
        EXPECT_EQ(order.link, i < direct.size() ? direct[i] : LinkId());
        EXPECT_TRUE(isEarlier(story[order.second], story[order.first]));
        EXPECT_TRUE(order.link.valid() || anyChain[order.first.index()][order.second.index()]);
        told[order.second.index()] = true;
    }
    ASSERT_GE(orders.size(), direct.size());
    for (std::size_t a = 0; a < story.events.size(); ++a) {
        for (std::size_t b = 0; b < story.events.size(); ++b) {
            const bool impossible = undatedChain[a][b] && isEarlier(story.events[b], story.events[a]);
            EXPECT_TRUE(!impossible || told[b]) << "e" << a << " to e" << b;
        }
    }
}

TEST(Contradictions, agreeWithTheirDefinitions)
{
    onRandomStories(500'000, kManyStories, [](const Scope& given) {
        auto story = std::make_shared<model::Story>(given.story());
        Dice dice(story->links.size());
        for (model::Event& event : story->events)
            event.planned = date(dice.roll(2) == 0 ? dayText(static_cast<int>(dice.roll(6))) : std::string());
        const Scope scope = randomScope(dice, EventGraph(story));
        const std::vector<Contradiction> found = contradictions(scope);
        const auto claims = ofKind(found, Kind::claims);
        const auto orders = ofKind(found, Kind::order);
        const auto delays = ofKind(found, Kind::delay);
        ASSERT_EQ(found.size(), claims.size() + orders.size() + delays.size());
        checkClaims(scope, claims);
        checkOrders(scope, orders);
        std::vector<EventId> late;
        for (std::size_t i = 0; i < story->events.size(); ++i) {
            const model::Event& event = story->events[i];
            if (scope.has(EventId(i)) && event.planned.known() && event.when.known() &&
                event.planned.span().end <= event.when.span().begin)
                late.emplace_back(i);
        }
        ASSERT_EQ(delays.size(), late.size());
        for (std::size_t i = 0; i < late.size(); ++i)
            EXPECT_EQ(delays[i].first, late[i]);
    });
}

TEST(Contradictions, findAnEffectDatedBeforeAFarCause)
{
    StoryMaker maker;
    const EventId cause = maker.event("cause", "2025-03-01");
    const EventId between = maker.event("between");
    const EventId effect = maker.event("effect", "2025-02-01");
    maker.link(cause, between);
    const LinkId last = maker.link(between, effect);
    const auto found = contradictions(Scope(maker.graph()));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].kind, Kind::order);
    EXPECT_EQ(found[0].first, cause);
    EXPECT_EQ(found[0].second, effect);
    EXPECT_FALSE(found[0].link.valid());
    // As long as nobody knew of the last link, nothing contradicted anything.
    model::Known known{{true, true, true}, {true, true}, {}};
    known.links[last.index()] = false;
    EXPECT_TRUE(contradictions(Scope(maker.graph(), known)).empty());
}

TEST(Contradictions, anAnnouncementIsNoDelay)
{
    StoryMaker maker;
    maker.story.events[maker.event("announced", "2025-02").index()].planned = date("2025-05");
    maker.story.events[maker.event("late", "2025-06").index()].planned = date("2025-05");
    maker.story.events[maker.event("on time", "2025-05-03").index()].planned = date("2025-05");
    const auto found = contradictions(Scope(maker.graph()));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].kind, Kind::delay);
    EXPECT_EQ(found[0].first, EventId(1));
}

} // namespace
} // namespace fabula::graph
