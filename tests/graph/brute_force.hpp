#pragma once

#include "graph/scope.hpp"
#include "story_maker.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fabula::graph {

/// The definitions of the questions, as plain as can be: lists of links, closures of matrices, all chains one by one.
/// They share no code with what they test and are fit for graphs of ten events.

inline constexpr std::size_t kFar = std::numeric_limits<std::size_t>::max();

/// A link as the questions see it.
struct PlainLink
{
    LinkId id;
    std::size_t from;
    std::size_t to;
    int strength;
};

/// 0 to 7, with 3 for a confidence that nobody stated.
inline int plainStrength(const model::Link& link)
{
    constexpr std::array<int, 7> kStrengths{0, 1, 2, 4, 5, 6, 7};
    return link.confidence.has_value() ? kStrengths[static_cast<std::size_t>(*link.confidence)] : 3;
}

/// The causal links in scope between two different events.
inline std::vector<PlainLink> plainLinks(const Scope& scope)
{
    std::vector<PlainLink> links;
    const model::Story& story = scope.story();
    for (std::size_t i = 0; i < story.links.size(); ++i) {
        const model::Link& link = story.links[i];
        const bool causal = link.kind == LinkKind::causes || link.kind == LinkKind::enables ||
                            link.kind == LinkKind::blocks || link.kind == LinkKind::prompts;
        if (causal && link.from != link.to && scope.has(LinkId(i)))
            links.push_back({LinkId(i), link.from.index(), link.to.index(), plainStrength(link)});
    }
    return links;
}

using Matrix = std::vector<std::vector<std::size_t>>;

/// The fewest links from one event to another (Floyd and Warshall); kFar where no chain leads, 0 to itself.
inline Matrix distances(std::size_t events, const std::vector<PlainLink>& links)
{
    Matrix far(events, std::vector<std::size_t>(events, kFar));
    for (std::size_t i = 0; i < events; ++i)
        far[i][i] = 0;
    for (const PlainLink& link : links)
        far[link.from][link.to] = std::min<std::size_t>(far[link.from][link.to], 1);
    for (std::size_t over = 0; over < events; ++over) {
        for (std::size_t a = 0; a < events; ++a) {
            for (std::size_t b = 0; b < events; ++b) {
                if (far[a][over] != kFar && far[over][b] != kFar)
                    far[a][b] = std::min(far[a][b], far[a][over] + far[over][b]);
            }
        }
    }
    return far;
}

/// The strongest weakest link of any chain from one event to another; -1 where no chain leads.
inline std::vector<std::vector<int>> widest(std::size_t events, const std::vector<PlainLink>& links)
{
    std::vector<std::vector<int>> wide(events, std::vector<int>(events, -1));
    for (const PlainLink& link : links)
        wide[link.from][link.to] = std::max(wide[link.from][link.to], link.strength);
    for (std::size_t over = 0; over < events; ++over) {
        for (std::size_t a = 0; a < events; ++a) {
            for (std::size_t b = 0; b < events; ++b)
                wide[a][b] = std::max(wide[a][b], std::min(wide[a][over], wide[over][b]));
        }
    }
    return wide;
}

/// Whether the two cause each other, or are the same.
inline bool onOneLoop(const Matrix& far, std::size_t a, std::size_t b)
{
    return far[a][b] != kFar && far[b][a] != kFar;
}

/// Every loop in scope as the set of its events, by first event.
inline std::vector<std::vector<EventId>> plainLoops(const Matrix& far)
{
    std::vector<std::vector<EventId>> loops;
    for (std::size_t i = 0; i < far.size(); ++i) {
        std::vector<EventId> loop;
        for (std::size_t j = 0; j < far.size(); ++j) {
            if (onOneLoop(far, i, j))
                loop.emplace_back(j);
        }
        if (loop.size() > 1 && loop.front() == EventId(i))
            loops.push_back(loop);
    }
    return loops;
}

/// All chains from one event to another that meet no event twice.
inline void addChains(const std::vector<PlainLink>& links, std::size_t to, std::vector<std::size_t>& soFar,
                      std::vector<std::vector<std::size_t>>& chains)
{
    if (soFar.back() == to) {
        chains.push_back(soFar);
        return;
    }
    std::vector<std::size_t> tried;
    for (const PlainLink& link : links) {
        const auto met = [&](const std::vector<std::size_t>& events) {
            return std::find(events.begin(), events.end(), link.to) != events.end();
        };
        if (link.from != soFar.back() || met(soFar) || met(tried))
            continue;
        tried.push_back(link.to);
        soFar.push_back(link.to);
        addChains(links, to, soFar, chains);
        soFar.pop_back();
    }
}

inline std::vector<std::vector<std::size_t>> allChains(const std::vector<PlainLink>& links, std::size_t from,
                                                       std::size_t to)
{
    std::vector<std::size_t> soFar{from};
    std::vector<std::vector<std::size_t>> chains;
    addChains(links, to, soFar, chains);
    return chains;
}

/// The strongest link between two events; -1 if there is none.
inline int strongest(const std::vector<PlainLink>& links, std::size_t from, std::size_t to)
{
    int best = -1;
    for (const PlainLink& link : links) {
        if (link.from == from && link.to == to)
            best = std::max(best, link.strength);
    }
    return best;
}

inline int chainStrength(const std::vector<PlainLink>& links, const std::vector<std::size_t>& chain)
{
    int weakest = 7;
    for (std::size_t i = 1; i < chain.size(); ++i)
        weakest = std::min(weakest, strongest(links, chain[i - 1], chain[i]));
    return weakest;
}

/// Into how many parts the events fall by these links, their direction aside, leaving out those `gone`.
inline std::size_t parts(std::size_t events, const std::vector<PlainLink>& links, const std::vector<bool>& gone)
{
    std::vector<std::size_t> part(events);
    for (std::size_t i = 0; i < events; ++i)
        part[i] = i;
    for (std::size_t round = 0; round < events; ++round) {
        for (const PlainLink& link : links) {
            if (!gone[link.from] && !gone[link.to])
                part[link.from] = part[link.to] = std::min(part[link.from], part[link.to]);
        }
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i < events; ++i)
        count += !gone[i] && part[i] == i ? 1 : 0;
    return count;
}

/// Gives a random story what the questions look at: confidences (some not stated), importance, sources that repeat each
/// other (now and then in a ring), citations.
inline void addClaims(Dice& dice, model::Story& story)
{
    const auto confidence = [&]() -> std::optional<model::Confidence> {
        const std::size_t roll = dice.roll(9);
        return roll < 7 ? std::optional(static_cast<model::Confidence>(roll)) : std::nullopt;
    };
    const std::size_t sources = dice.roll(6);
    for (std::size_t i = 0; i < sources; ++i) {
        story.sources.emplace_back();
        story.sources.back().id = "s" + std::to_string(i);
        if (dice.roll(2) == 0)
            story.sources.back().relays = SourceId(dice.roll(sources));
    }
    const auto cite = [&](core::CompactList<model::Citation>& citations) {
        for (std::size_t i = dice.roll(4); i > 0 && sources > 0; --i)
            citations.push_back({SourceId(dice.roll(sources)), {}});
    };
    for (model::Event& event : story.events) {
        event.importance = 1 + static_cast<int>(dice.roll(5));
        event.confidence = confidence();
        cite(event.sources);
    }
    for (model::Link& link : story.links) {
        link.confidence = confidence();
        cite(link.sources);
    }
}

/// The whole story, or any part of it that could be known by some day.
inline Scope randomScope(Dice& dice, const EventGraph& graph)
{
    if (dice.roll(2) == 0)
        return Scope(graph);
    const model::Story& story = graph.story();
    model::Known known;
    for (std::size_t i = 0; i < story.events.size(); ++i)
        known.events.push_back(dice.roll(5) > 0);
    for (const model::Link& link : story.links)
        known.links.push_back(dice.roll(6) > 0 && known.events[link.from.index()] && known.events[link.to.index()]);
    for (std::size_t i = 0; i < story.sources.size(); ++i)
        known.sources.push_back(dice.roll(4) > 0);
    return Scope(graph, known);
}

/// Calls `check(scope)` for so many random stories, every second of them with loops, repeated links and links from an
/// event to itself, and in half of all of a part of the story only. Stops at the first failure and names it.
template <class Check>
void onRandomStories(std::uint64_t seed, std::size_t stories, Check check)
{
    for (std::size_t i = 0; i < stories; ++i) {
        Dice dice(seed + i);
        RandomShape shape;
        shape.mostEvents = 8;
        shape.mostLinks = 16;
        shape.loops = i % 2 == 1;
        StoryMaker maker = randomStory(dice, shape);
        addClaims(dice, maker.story);
        const EventGraph graph = maker.graph();
        check(randomScope(dice, graph));
        ASSERT_FALSE(::testing::Test::HasFailure()) << "story with seed " << seed + i;
    }
}

inline constexpr std::size_t kManyStories = 4000;

inline std::vector<std::size_t> indexes(const std::vector<EventId>& events)
{
    std::vector<std::size_t> found;
    for (const EventId event : events)
        found.push_back(event.index());
    return found;
}

template <class Items>
std::vector<EventId> eventsOf(const Items& items)
{
    std::vector<EventId> events;
    for (const auto& item : items)
        events.push_back(item.event);
    return events;
}

template <class Value>
std::vector<Value> sorted(std::vector<Value> values)
{
    std::sort(values.begin(), values.end());
    return values;
}

} // namespace fabula::graph
