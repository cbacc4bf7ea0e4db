#pragma once

#include "graph/ordering.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fabula::graph {

/// The brackets of all events of a story, which must outlive it. Most dates stand as they were written: 4 bytes for
/// each event, 32 more for those whose date the links narrow or contradict.
class BracketTable
{
public:
    explicit BracketTable(const model::Story& story) : story_(&story), places_(story.events.size(), kAsWritten) {}

    std::size_t size() const { return places_.size(); }
    Bracket of(EventId event) const;
    /// `derived` of the bracket.
    time::Span derived(EventId event) const;
    /// Once for an event; `bracket.written` is that of the story.
    void set(EventId event, const Bracket& bracket);

private:
    static constexpr std::uint32_t kAsWritten = 0xFFFFFFFFu;

    /// What a bracket adds to the written date.
    struct Derived
    {
        time::Span span;
        EventId earliestFrom;
        EventId latestFrom;
        EventId against;
    };

    const model::Story* story_;
    std::vector<std::uint32_t> places_; ///< by event, into `derived_`
    std::vector<Derived> derived_;
};

/// The bracket of each event by the rules told at `Bracket`: lower bounds in one pass forward, upper bounds in one
/// pass backward along the links that bracket. O(events + links).
BracketTable brackets(const model::Story& story, const StoryGraph& graph, const Ordering& ordering);

} // namespace fabula::graph
