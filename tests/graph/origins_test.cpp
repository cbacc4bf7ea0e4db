#include "brute_force.hpp"
#include "graph/origins.hpp"

#include <gtest/gtest.h>

namespace fabula::graph {
namespace {

/// Step by step to a source that repeats none, or to the ring from which there is no way out.
SourceId plainOrigin(const model::Story& story, SourceId source)
{
    const std::size_t sources = story.sources.size();
    for (std::size_t steps = 0; steps < sources && story[source].relays.valid(); ++steps)
        source = story[source].relays;
    SourceId smallest = source;
    for (std::size_t steps = 0; steps < sources && story[source].relays.valid(); ++steps) {
        source = story[source].relays;
        smallest = std::min(smallest, source);
    }
    return smallest;
}

std::span<const model::Citation> citations(const model::Story& story, const Claim& claim)
{
    const auto* event = std::get_if<EventId>(&claim);
    return event != nullptr ? story[*event].sources : story[std::get<LinkId>(claim)].sources;
}

/// The origins of a claim, each once, smallest first.
std::vector<SourceId> plainOrigins(const Scope& scope, const Claim& claim)
{
    std::vector<SourceId> origins;
    for (const model::Citation& citation : citations(scope.story(), claim)) {
        if (scope.has(citation.source))
            origins.push_back(plainOrigin(scope.story(), citation.source));
    }
    std::sort(origins.begin(), origins.end());
    origins.erase(std::unique(origins.begin(), origins.end()), origins.end());
    return origins;
}

template <class Id>
std::vector<Id> alsoOn(const Scope& scope, const Claim& claim, std::size_t count)
{
    std::vector<Id> found;
    const std::vector<SourceId> origins = plainOrigins(scope, claim);
    for (std::size_t i = 0; i < count && origins.size() == 1; ++i) {
        if (scope.has(Id(i)) && Claim(Id(i)) != claim && plainOrigins(scope, Id(i)) == origins)
            found.push_back(Id(i));
    }
    return found;
}

void checkSources(const Scope& scope, const Claim& claim)
{
    const model::Story& story = scope.story();
    const Sources found = sources(scope, claim);
    EXPECT_EQ(found.claim, claim);
    std::vector<SourceId> carriers;
    for (const model::Citation& citation : citations(story, claim)) {
        const bool twice = std::find(carriers.begin(), carriers.end(), citation.source) != carriers.end();
        if (scope.has(citation.source) && !twice)
            carriers.push_back(citation.source);
    }
    EXPECT_EQ(found.carriers, carriers);
    std::vector<SourceId> origins;
    std::vector<SourceId> covered;
    for (const Origin& origin : found.origins) {
        origins.push_back(origin.source);
        EXPECT_EQ(origin.cited, std::count(carriers.begin(), carriers.end(), origin.source) > 0);
        if (origin.cited)
            covered.push_back(origin.source);
        for (const SourceId relay : origin.relays) {
            EXPECT_NE(relay, origin.source);
            EXPECT_EQ(plainOrigin(story, relay), origin.source);
            covered.push_back(relay);
        }
    }
    EXPECT_EQ(sorted(origins), plainOrigins(scope, claim));
    EXPECT_EQ(sorted(covered), sorted(carriers));
    EXPECT_EQ(found.eventsOnIt, alsoOn<EventId>(scope, claim, story.events.size()));
    EXPECT_EQ(found.linksOnIt, alsoOn<LinkId>(scope, claim, story.links.size()));
    EXPECT_EQ(onlyOrigin(scope, claim), origins.size() == 1 ? origins.front() : SourceId());
}

TEST(Origins, agreeWithWalkingTheRelays)
{
    onRandomStories(600'000, kManyStories, [](const Scope& scope) {
        const model::Story& story = scope.story();
        for (std::size_t i = 0; i < story.sources.size(); ++i)
            EXPECT_EQ(scope.graph().originOf(SourceId(i)), plainOrigin(story, SourceId(i)));
        for (std::size_t i = 0; i < story.events.size(); ++i)
            checkSources(scope, EventId(i));
        for (std::size_t i = 0; i < story.links.size(); ++i)
            checkSources(scope, LinkId(i));
    });
}

/// Each source repeats the one before; all events cite the last.
StoryMaker relayChain(std::size_t length)
{
    StoryMaker maker;
    maker.story.sources.resize(length);
    for (std::size_t i = 1; i < length; ++i)
        maker.story.sources[i].relays = SourceId(i - 1);
    for (std::size_t i = 0; i < length; ++i) {
        maker.event("e");
        maker.story.events.back().sources.push_back({SourceId(length - 1), {}});
    }
    return maker;
}

TEST(Origins, areNotWalkedToAnewForEachCitation)
{
    const std::size_t length = 200'000; // 4 · 10¹⁰ steps, were each chain walked
    const Scope scope(relayChain(length).graph());
    const Sources found = sources(scope, EventId(0));
    ASSERT_EQ(found.origins.size(), 1U);
    EXPECT_EQ(found.origins.front().source, SourceId(0));
    EXPECT_FALSE(found.origins.front().cited);
    EXPECT_EQ(found.eventsOnIt.size(), length - 1);
}

TEST(Origins, ofARingIsItsSmallestSource)
{
    StoryMaker maker;
    maker.story.sources.resize(5); // 0 → 3 → 4 → 2 → 3
    for (const auto& [source, relays] : {std::pair{0U, 3U}, {3U, 4U}, {4U, 2U}, {2U, 3U}})
        maker.story.sources[source].relays = SourceId(relays);
    const EventGraph graph = maker.graph();
    for (const std::size_t source : {0U, 2U, 3U, 4U})
        EXPECT_EQ(graph.originOf(SourceId(source)), SourceId(2));
    EXPECT_EQ(graph.originOf(SourceId(1)), SourceId(1));
}

TEST(Origins, ofALongListAreFoundInOneWalk)
{
    // 10¹⁰ comparisons, were each source held against all before it.
    const std::size_t count = 200'000;
    StoryMaker maker;
    maker.story.sources.resize(count);
    const EventId event = maker.event("e");
    for (std::size_t i = 0; i < count; ++i)
        maker.story.events.front().sources.push_back({SourceId(count - 1 - i), {}});
    const Sources found = sources(Scope(maker.graph()), event);
    ASSERT_EQ(found.carriers.size(), count);
    EXPECT_EQ(found.carriers.front(), SourceId(count - 1));
    EXPECT_EQ(found.origins.size(), count);
}

} // namespace
} // namespace fabula::graph
