#include "brute_force.hpp"
#include "graph/betweenness.hpp"
#include "graph/dominators.hpp"
#include "graph/pivots.hpp"

#include <gtest/gtest.h>

namespace fabula::graph {
namespace {

/// How many events no chain of causes leads to any more once this one and its loop are gone.
std::size_t plainDominated(const Scope& scope, const std::vector<PlainLink>& links, const Matrix& far,
                           std::size_t event)
{
    const std::size_t events = far.size();
    std::vector<bool> stands(events, false);
    for (std::size_t i = 0; i < events; ++i) {
        const bool caused = std::any_of(links.begin(), links.end(), [&](const PlainLink& link) {
            return onOneLoop(far, link.to, i) && !onOneLoop(far, link.from, i);
        });
        stands[i] = !caused && !onOneLoop(far, i, event);
    }
    for (std::size_t round = 0; round < events; ++round) {
        for (const PlainLink& link : links) {
            if (stands[link.from] && !onOneLoop(far, link.to, event))
                stands[link.to] = true;
        }
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i < events; ++i)
        count += scope.has(EventId(i)) && !stands[i] && !onOneLoop(far, i, event) ? 1 : 0;
    return count;
}

/// How many shortest chains lead from one event to another.
std::vector<std::vector<double>> plainCounts(const std::vector<PlainLink>& links, const Matrix& far)
{
    const std::size_t events = far.size();
    std::vector<std::vector<double>> counts(events, std::vector<double>(events, 0));
    for (std::size_t from = 0; from < events; ++from) {
        for (std::size_t to = 0; to < events; ++to) {
            for (const std::vector<std::size_t>& chain : allChains(links, from, to))
                counts[from][to] += chain.size() == far[from][to] + 1 ? 1 : 0;
        }
    }
    return counts;
}

std::vector<double> plainBetweenness(const std::vector<PlainLink>& links, const Matrix& far)
{
    const std::size_t events = far.size();
    const auto counts = plainCounts(links, far);
    std::vector<double> shares(events, 0);
    double pairs = 0;
    for (std::size_t from = 0; from < events; ++from) {
        for (std::size_t to = 0; to < events; ++to) {
            if (from == to || far[from][to] == kFar)
                continue;
            ++pairs;
            for (std::size_t over = 0; over < events; ++over) {
                const bool between = over != from && over != to && far[from][over] != kFar && far[over][to] != kFar &&
                                     far[from][over] + far[over][to] == far[from][to];
                if (between)
                    shares[over] += counts[from][over] * counts[over][to] / counts[from][to];
            }
        }
    }
    for (double& share : shares)
        share = pairs > 0 ? share / pairs : 0;
    return shares;
}

bool plainArticulation(const std::vector<PlainLink>& links, std::size_t events, std::size_t event)
{
    std::vector<bool> gone(events, false);
    const std::size_t before = parts(events, links, gone);
    gone[event] = true;
    return parts(events, links, gone) > before;
}

TEST(Pivots, agreeWithDeletingAndCounting)
{
    onRandomStories(300'000, kManyStories, [](const Scope& scope) {
        const std::size_t events = scope.story().events.size();
        const std::vector<PlainLink> links = plainLinks(scope);
        const Matrix far = distances(events, links);
        const std::vector<double> shares = plainBetweenness(links, far);
        const Pivots found = pivots(scope);
        std::size_t inScope = 0;
        for (std::size_t i = 0; i < events; ++i) {
            inScope += scope.has(EventId(i)) ? 1 : 0;
            const auto pivot = std::find_if(found.ranked.begin(), found.ranked.end(),
                                            [&](const Pivot& each) { return each.event == EventId(i); });
            const Pivot none;
            const Pivot& said = pivot == found.ranked.end() ? none : *pivot;
            EXPECT_EQ(said.dominated, scope.has(EventId(i)) ? plainDominated(scope, links, far, i) : 0);
            EXPECT_NEAR(said.betweenness, shares[i], 1e-12);
            EXPECT_EQ(said.articulation, plainArticulation(links, events, i));
        }
        EXPECT_EQ(found.events, inScope);
        EXPECT_FALSE(found.sampled);
        EXPECT_EQ(found.loops, plainLoops(far));
        EXPECT_TRUE(std::is_sorted(found.ranked.begin(), found.ranked.end(), [&](const Pivot& a, const Pivot& b) {
            if (a.dominated != b.dominated)
                return a.dominated > b.dominated;
            if (a.betweenness != b.betweenness)
                return a.betweenness > b.betweenness;
            return scope.story()[a.event].importance > scope.story()[b.event].importance;
        }));
    });
}

TEST(Pivots, dominateAsDeletingSaysInDeepStoriesToo)
{
    // Deep enough for the tree of dominators to jump over several of its levels.
    for (std::uint64_t seed = 320'000; seed < 320'300 && !HasFailure(); ++seed) {
        Dice dice(seed);
        RandomShape shape;
        shape.mostEvents = 60;
        shape.mostLinks = 90;
        shape.loops = seed % 4 == 0;
        shape.kinds = {LinkKind::causes};
        const Scope scope(randomStory(dice, shape).graph());
        const std::vector<PlainLink> links = plainLinks(scope);
        const Matrix far = distances(scope.story().events.size(), links);
        const std::vector<std::uint32_t> found = dominatedCounts(scope, Knots(scope));
        for (std::size_t i = 0; i < found.size(); ++i)
            EXPECT_EQ(found[i], plainDominated(scope, links, far, i)) << "story with seed " << seed;
    }
}

TEST(Betweenness, ofSamplesIsExactOnceEachHadItsTurn)
{
    onRandomStories(310'000, kManyStories / 4, [](const Scope& scope) {
        const Betweenness exact = betweenness(scope, kMostForExactBetweenness);
        const Betweenness samples = betweenness(scope, 0);
        EXPECT_FALSE(samples.sampled);
        for (std::size_t i = 0; i < exact.shares.size(); ++i)
            EXPECT_NEAR(samples.shares[i], exact.shares[i], 1e-12);
    });
}

TEST(Betweenness, survivesMoreShortestChainsThanADoubleCanCount)
{
    // A ladder with two ways at each rung has 2^1200 shortest chains; each rung lies on all that pass it.
    constexpr std::size_t kRungs = 1200;
    StoryMaker maker;
    std::vector<EventId> rungs{maker.event("start")};
    std::vector<EventId> lefts;
    for (std::size_t i = 0; i < kRungs; ++i) {
        lefts.push_back(maker.event("left"));
        const EventId right = maker.event("right");
        const EventId last = rungs.back();
        rungs.push_back(maker.event("rung"));
        for (const EventId side : {lefts.back(), right}) {
            maker.link(last, side);
            maker.link(side, rungs.back());
        }
    }
    const Betweenness found = betweenness(Scope(maker.graph()), kMostForExactBetweenness);
    const double pairs = [&] {
        double sum = 0;
        for (std::size_t i = 0; i <= kRungs; ++i)
            sum += 3.0 * static_cast<double>(kRungs - i); // from a rung
        for (std::size_t i = 0; i < kRungs; ++i)
            sum += 2.0 * (1.0 + 3.0 * static_cast<double>(kRungs - i - 1)); // from the two sides
        return sum;
    }();
    for (const std::size_t i : {std::size_t{1}, kRungs / 2, kRungs - 1}) {
        const double before = 3.0 * static_cast<double>(i);
        const double after = 3.0 * static_cast<double>(kRungs - i);
        EXPECT_NEAR(found.shares[rungs[i].index()], before * after / pairs, 1e-9);
        // A side passes on half of what comes from above it and goes on below.
        const double above = 3.0 * static_cast<double>(i) + 1.0;
        const double below = 3.0 * static_cast<double>(kRungs - i - 1) + 1.0;
        EXPECT_NEAR(found.shares[lefts[i].index()], above * below / 2 / pairs, 1e-9);
    }
}

TEST(Betweenness, isSampledWhereTheLinksAreMany)
{
    // Each of few events leads to each later one.
    StoryMaker maker;
    for (std::size_t i = 0; i < 100; ++i) {
        maker.event("e");
        for (std::size_t before = 0; before < i; ++before)
            maker.link(EventId(before), EventId(i));
    }
    const Scope scope(maker.graph());
    const std::uint64_t all = 99 * maker.story.links.size();
    core::Progress progress;
    Scope watched = scope;
    watched.watchWith(&progress);
    betweenness(watched, all);
    EXPECT_EQ(progress.total.load(), 99u) << "one by one";
    betweenness(watched, all - 1);
    EXPECT_GT(progress.total.load(), 99u) << "a number of steps";
}

} // namespace
} // namespace fabula::graph
