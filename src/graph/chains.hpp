#pragma once

#include "graph/scope.hpp"

#include <cstddef>
#include <vector>

namespace fabula::graph {

/// An event that lies up or down the causal links from the one asked about.
struct ChainStep
{
    EventId event;
    /// The fewest links between it and the event asked about; 1 for its direct causes or effects.
    std::size_t layer = 0;
    /// The first link of its best chain, from it towards the event asked about. Its other end is that event or another
    /// step, whose best chain is the rest of this one.
    LinkId link;
    /// The weakest link on that chain; of equally weak ones the farthest from the event asked about.
    LinkId weakest;
    /// How many links that chain has; at least `layer`.
    std::size_t length = 0;
};

/// All causes of an event, or all its effects.
struct Chains
{
    EventId asked;
    Way way = Way::causes;
    /// By layer, then by the strength of the weakest link, strongest first, then in the order of the story's dates.
    std::vector<ChainStep> steps;
    /// All causal links among the steps and the event asked about that lead towards it (or away from it), by id.
    std::vector<LinkId> links;
    /// The loops among them, each by id; without `asked` in the steps even if it lies on one.
    std::vector<std::vector<EventId>> loops;

    /// The step of an event, or null. Linear.
    const ChainStep* find(EventId event) const;
};

/// The causes (`why`) or effects of `event`, each with its best chain: the one whose weakest link is strongest
/// (maximin, the widest path of M. Pollack, *Operations Research* 8(5), 1960); among equals one that is short. One
/// search by layers and one by eight queues of strengths: O(c log c + links between them) for c causes.
Chains chains(const Scope& scope, EventId event, Way way);

/// The links of a step's best chain, from the step towards the event asked about. O(steps of the answer).
std::vector<LinkId> bestChain(const Chains& chains, const ChainStep& step, const model::Story& story);

} // namespace fabula::graph
