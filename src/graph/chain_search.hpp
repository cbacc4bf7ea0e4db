#pragma once

#include "graph/paths.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace fabula::graph {

/// Searches for the best chain to one event while some events and first steps are forbidden. Private to the folder.
class ChainSearch
{
public:
    static constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

    /// O(events + links between the two) once, to learn which events lead to the goal: searches enter no others. They
    /// may begin at `start` and what lies below it.
    ChainSearch(const Scope& scope, EventId start, EventId goal);

    struct Limits
    {
        /// The events of a chain already gone, the last of which is where the search starts: none may be met again.
        std::vector<EventId> gone;
        /// Events that may not be the next one.
        std::vector<EventId> notNext;
        /// The weakest strength on the chain already gone: nothing is gained by staying above it.
        Strength atMost = kStrongest;
    };

    /// The best chain from the last of `limits.gone` to the goal: of those whose weakest link is as strong as can be,
    /// up to `limits.atMost`, the shortest, and of these the first by the order of the story's links. No events if
    /// there is none, or once `steps` links were looked at and events gone were marked; these are taken off `steps`.
    Chain best(const Limits& limits, std::size_t& steps);

private:
    bool mayEnter(const Limits& limits, EventId from, EventId to);
    void begin(const Limits& limits);
    bool visited(EventId event) const { return searchOf_[event.index()] == search_; }
    /// The best strength that a chain can have, or nothing.
    std::optional<Strength> widest(const Limits& limits, std::size_t& steps);
    Chain shortest(const Limits& limits, Strength atLeast, std::size_t& steps);
    Chain wayFrom(EventId start) const;

    const Scope& scope_;
    EventId goal_;
    std::vector<bool> reaches_;
    /// By event, the number of the search that last met it, so that nothing is cleared between searches.
    std::vector<std::uint32_t> searchOf_;
    std::vector<LinkId> reachedBy_;
    std::uint32_t search_ = 0;
};

} // namespace fabula::graph
