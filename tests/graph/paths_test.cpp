#include "brute_force.hpp"
#include "graph/paths.hpp"

#include <gtest/gtest.h>

namespace fabula::graph {
namespace {

using Join = Paths::Join;

/// Strength, negated, and length: the smaller the better.
using Rank = std::pair<int, std::size_t>;

class PathsCheck
{
public:
    explicit PathsCheck(const Scope& scope)
        : scope_(scope), links_(plainLinks(scope)), far_(distances(scope.story().events.size(), links_))
    {
    }

    void check(std::size_t from, std::size_t to) const
    {
        const Paths found = paths(scope_, EventId(from), EventId(to));
        EXPECT_FALSE(found.cutShort);
        for (const Chain& chain : found.chains)
            checkChain(chain);
        if (far_[from][to] != kFar) {
            EXPECT_EQ(found.join, Join::chain);
            checkBest(found.chains, from, to);
        } else if (far_[to][from] != kFar) {
            EXPECT_EQ(found.join, Join::backwards);
            checkBest(found.chains, to, from);
        } else {
            checkMeeting(found);
        }
        checkLoops(found);
    }

private:
    /// Its links are the strongest between its events, of equals the first in the story.
    void checkChain(const Chain& chain) const
    {
        ASSERT_EQ(chain.links.size() + 1, chain.events.size());
        LinkId weakest;
        for (std::size_t i = 0; i < chain.links.size(); ++i) {
            const std::size_t from = chain.events[i].index();
            const std::size_t to = chain.events[i + 1].index();
            const auto best = std::find_if(links_.begin(), links_.end(), [&](const PlainLink& link) {
                return link.from == from && link.to == to && link.strength == strongest(links_, from, to);
            });
            ASSERT_NE(best, links_.end());
            EXPECT_EQ(chain.links[i], best->id);
            if (!weakest.valid() || best->strength < plainStrength(scope_.story()[weakest]))
                weakest = best->id;
        }
        EXPECT_EQ(chain.weakest, weakest);
    }

    Rank rank(const std::vector<std::size_t>& chain) const { return {-chainStrength(links_, chain), chain.size()}; }

    /// By the first links good enough that lead along it.
    std::vector<LinkId> firstLinks(const std::vector<std::size_t>& chain, int strength) const
    {
        std::vector<LinkId> first;
        for (std::size_t i = 1; i < chain.size(); ++i) {
            for (const PlainLink& link : links_) {
                if (link.from != chain[i - 1] || link.to != chain[i] || link.strength < strength)
                    continue;
                first.push_back(link.id);
                break;
            }
        }
        return first;
    }

    void checkBest(const std::vector<Chain>& found, std::size_t from, std::size_t to) const
    {
        auto all = allChains(links_, from, to);
        const int strength = -rank(*std::min_element(all.begin(), all.end(), [&](const auto& a, const auto& b) {
                                  return rank(a) < rank(b);
                              })).first;
        std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
            return rank(a) != rank(b) ? rank(a) < rank(b) : firstLinks(a, strength) < firstLinks(b, strength);
        });
        ASSERT_EQ(found.size(), std::min<std::size_t>(all.size(), kOtherChains + 1));
        EXPECT_EQ(indexes(found.front().events), all.front());
        std::vector<std::vector<std::size_t>> met;
        for (std::size_t i = 0; i < found.size(); ++i) {
            const std::vector<std::size_t> events = indexes(found[i].events);
            EXPECT_EQ(rank(events), rank(all[i]));
            EXPECT_NE(std::find(all.begin(), all.end(), events), all.end());
            EXPECT_EQ(std::find(met.begin(), met.end(), events), met.end());
            met.push_back(events);
        }
    }

    /// The sum of links to an event from both, or between it and both; kFar if it is not common.
    std::size_t sum(const Paths& found, std::size_t event, bool cause) const
    {
        const std::size_t a = cause ? far_[event][found.from.index()] : far_[found.from.index()][event];
        const std::size_t b = cause ? far_[event][found.to.index()] : far_[found.to.index()][event];
        return a == kFar || b == kFar ? kFar : a + b;
    }

    void checkMeeting(const Paths& found) const
    {
        std::tuple<std::size_t, bool, std::size_t> best{kFar, true, 0};
        EventId meeting;
        for (const bool cause : {true, false}) {
            for (std::size_t i = 0; i < far_.size(); ++i) {
                const std::tuple rank(sum(found, i, cause), !cause, scope_.graph().position(EventId(i)));
                if (std::get<0>(rank) == kFar || (meeting.valid() && best < rank))
                    continue;
                best = rank;
                meeting = EventId(i);
            }
        }
        EXPECT_EQ(found.meeting, meeting);
        if (!meeting.valid()) {
            EXPECT_EQ(found.join, Join::none);
            EXPECT_TRUE(found.chains.empty());
            return;
        }
        const bool cause = !std::get<1>(best);
        EXPECT_EQ(found.join, cause ? Join::commonCause : Join::commonEffect);
        ASSERT_EQ(found.chains.size(), 2u);
        for (const auto& [chain, end] : {std::pair(found.chains[0], found.from), {found.chains[1], found.to}}) {
            const std::size_t first = (cause ? meeting : end).index();
            const std::size_t last = (cause ? end : meeting).index();
            const auto all = allChains(links_, first, last);
            const Rank wanted = rank(*std::min_element(
                all.begin(), all.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); }));
            EXPECT_EQ(chain.events.front(), EventId(first));
            EXPECT_EQ(chain.events.back(), EventId(last));
            EXPECT_EQ(rank(indexes(chain.events)), wanted);
        }
    }

    void checkLoops(const Paths& found) const
    {
        std::vector<std::vector<EventId>> loops = plainLoops(far_);
        std::erase_if(loops, [&](const std::vector<EventId>& loop) {
            return std::none_of(found.chains.begin(), found.chains.end(), [&](const Chain& chain) {
                return std::any_of(chain.events.begin(), chain.events.end(), [&](EventId event) {
                    return std::find(loop.begin(), loop.end(), event) != loop.end();
                });
            });
        });
        EXPECT_EQ(found.loops, loops);
    }

    const Scope& scope_;
    std::vector<PlainLink> links_;
    Matrix far_;
};

TEST(Paths, agreeWithAllChainsOneByOne)
{
    onRandomStories(100'000, kManyStories, [](const Scope& scope) {
        const PathsCheck check(scope);
        for (std::size_t a = 0; a < scope.story().events.size(); ++a) {
            for (std::size_t b = 0; b < scope.story().events.size(); ++b) {
                if (scope.has(EventId(a)) && scope.has(EventId(b)))
                    check.check(a, b);
            }
        }
    });
}

TEST(Paths, inALargeStoryGiveUpTheOthersAndSaySo)
{
    // A ladder: two ways at each of 20,000 rungs.
    StoryMaker maker;
    EventId last = maker.event("start");
    const EventId first = last;
    for (std::size_t i = 0; i < 20'000; ++i) {
        const EventId left = maker.event("left");
        const EventId right = maker.event("right");
        const EventId next = maker.event("rung");
        for (const EventId side : {left, right}) {
            maker.link(last, side);
            maker.link(side, next);
        }
        last = next;
    }
    const Scope scope(maker.graph());
    const Paths found = paths(scope, first, last);
    EXPECT_EQ(found.join, Join::chain);
    EXPECT_TRUE(found.cutShort);
    ASSERT_EQ(found.chains.size(), kOtherChains + 1);
    for (const Chain& chain : found.chains)
        EXPECT_EQ(chain.links.size(), 40'000u);
}

TEST(Paths, findTheLoopsOnAChainInOneWalk)
{
    // A chain over 100,000 loops of two, and as many beside it: 4 · 10¹⁰ steps, were each held against the chain.
    constexpr std::size_t kLoops = 100'000;
    StoryMaker maker;
    for (std::size_t i = 0; i < 2 * kLoops; ++i) {
        const EventId first = maker.event("first");
        const EventId second = maker.event("second");
        maker.link(first, second);
        maker.link(second, first);
        if (i > 0 && i < kLoops)
            maker.link(EventId(first.index() - 1), first);
    }
    const Paths found = paths(Scope(maker.graph()), EventId(0), EventId(2 * kLoops - 1));
    ASSERT_FALSE(found.chains.empty());
    EXPECT_EQ(found.chains.front().events.size(), 2 * kLoops);
    EXPECT_EQ(found.loops.size(), kLoops);
}

} // namespace
} // namespace fabula::graph
