#pragma once

#include "core/ids.hpp"
#include "graph/causal_step.hpp"
#include "model/knowledge.hpp"
#include "model/story.hpp"
#include "time/instant.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace fabula::graph {

using core::SourceId;

/// When an event can have happened: what was written, narrowed by what its causes and effects allow. The story keeps
/// what was written; this is derived from it and shown as derived.
///
/// A link of an ordering kind (the causal ones and `precedes`) says that something of its first event came no later
/// than something of its second. So for a link a → b the earliest of b is at least that of a, and the latest of a at
/// most that of b; both may be the same instant, and with half-open spans both rules stay plain comparisons of begins
/// and of ends. Bounds travel along whole chains, with these exceptions:
/// - A lasting event with a date is not moved: what was written is the whole of it. It bounds others by its own begin
///   and end, but passes nothing on. (Its cause may have come late in it and its effect early, so that nothing follows
///   for the two.) Without a date it is bracketed like any other.
/// - Where a bound would leave nothing of the written date, that is a conflict: the written date stands, and from there
///   on it is what travels. Both directions are judged apart, so that the verdict hangs on no order of work; where each
///   alone leaves something but both together nothing, that is a conflict too.
/// - `part_of` and `contradicts` say nothing about time, nor do links on a loop: there it isn't clear which is wrong.
struct Bracket
{
    time::Span written; ///< open at both ends if the event has no date
    time::Span derived; ///< within `written`; never empty
    /// The event whose written date gave that bound, at the far end of a chain of links (the smallest id of several);
    /// not valid() where the event's own date already did.
    EventId earliestFrom;
    EventId latestFrom;
    /// In a conflict, an event whose date can't stand together with this one's: a cause that is later, else an effect
    /// that is earlier.
    EventId against;
    /// The links contradict the written date (an effect that must be earlier than its cause); `derived` is `written`.
    bool conflict = false;

    bool narrowed() const { return !(written == derived); }
};

class BracketTable;

/// The story as a graph: events are vertices, links are typed edges (a graph of Boost.Graph underneath, never
/// seen from outside). Immutable once built; shares ownership of the story. Cheap to copy (a shared handle).
class EventGraph
{
public:
    /// Builds the graph in O((events + links) log events). The story's references must be valid; the causal links may
    /// form loops (then `causalLoop` names one and `order` breaks it at the smallest id).
    explicit EventGraph(std::shared_ptr<const model::Story> story);

    const model::Story& story() const;
    std::shared_ptr<const model::Story> sharedStory() const;

    /// Links of every kind that leave or enter the event, in the order of the story.
    std::span<const LinkId> linksFrom(EventId event) const;
    std::span<const LinkId> linksTo(EventId event) const;

    /// The causal links that lead to the event's causes or effects, those from an event to itself left out, in the
    /// order of the story.
    std::span<const CausalStep> causalSteps(EventId event, Way way) const;

    /// Direct causes and effects along causal links, each once, without itself, in the order of the story's links.
    std::vector<EventId> causes(EventId event) const;
    std::vector<EventId> effects(EventId event) const;

    /// All events from which causal links lead to this one, and all to which they lead from it; without itself, in the
    /// order of `order()`. O(events + links) and a sort of the answer.
    std::vector<EventId> ancestors(EventId event) const;
    std::vector<EventId> descendants(EventId event) const;

    /// A causal loop, whole, each event once: the shortest one through the smallest id that lies on any, starting
    /// there. Empty if there is none.
    const std::vector<EventId>& causalLoop() const;

    /// All events such that causes stand before effects (and what `precedes` before what it precedes, where that closes
    /// no loop), and otherwise by earliest derived date, open ones first, then by id. A causal loop is broken at its
    /// smallest id, which then stands before the rest of it.
    const std::vector<EventId>& order() const;
    /// Where the event stands in `order()`, from 0.
    std::size_t position(EventId event) const;

    Bracket bracket(EventId event) const;

    /// The source that this one repeats, followed to the one that repeats no other; of a ring of sources that repeat
    /// each other, the one with the smallest id. O(1).
    SourceId originOf(SourceId source) const;

    /// The same as it was known on some day: its brackets follow from the links known then; all else stays.
    /// O(events + links).
    EventGraph asKnown(const model::Known& known) const;

private:
    friend struct GraphAccess;
    struct Content;
    std::shared_ptr<const Content> content_;
    std::shared_ptr<const BracketTable> known_; ///< brackets as known on some day; null: the content's
};

} // namespace fabula::graph
