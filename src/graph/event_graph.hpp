#pragma once

#include "core/ids.hpp"
#include "model/story.hpp"
#include "time/instant.hpp"

#include <memory>
#include <span>
#include <vector>

namespace fabula::graph {

using core::EventId;
using core::LinkId;

/// When an event can have happened: what was written, narrowed by what its causes and effects allow. The story keeps
/// what was written; this is derived from it and shown as derived.
struct Bracket
{
    time::Span written; ///< open at both ends if the event has no date
    time::Span derived; ///< within `written`, unless `conflict`
    /// The event whose date gave that bound; not valid() where the written date already did.
    EventId earliestFrom;
    EventId latestFrom;
    /// The links contradict the written date (an effect that must be earlier than its cause); `derived` is `written`.
    bool conflict = false;

    bool narrowed() const { return !(written == derived); }
};

/// The story as a graph: events are vertices, links are typed edges (a Boost.Graph adjacency_list underneath, never
/// seen from outside). Immutable once built; shares ownership of the story. Cheap to copy (a shared handle).
class EventGraph
{
public:
    /// Builds the graph in O(events + links). The story's references must be valid; the causal links may form loops
    /// (then `causalLoop` names one and `order` breaks it at the smallest id).
    explicit EventGraph(std::shared_ptr<const model::Story> story);

    const model::Story& story() const;
    std::shared_ptr<const model::Story> sharedStory() const;

    /// Links of every kind that leave or enter the event, in the order of the story.
    std::span<const LinkId> linksFrom(EventId event) const;
    std::span<const LinkId> linksTo(EventId event) const;

    /// Direct causes and effects along causal links, each once, in the order of the story.
    std::vector<EventId> causes(EventId event) const;
    std::vector<EventId> effects(EventId event) const;

    /// All events from which causal links lead to this one, and all to which they lead from it; without itself, in the
    /// order of `order()`. O(events + links).
    std::vector<EventId> ancestors(EventId event) const;
    std::vector<EventId> descendants(EventId event) const;

    /// A causal loop, whole, each event once, starting at its smallest id; empty if there is none.
    const std::vector<EventId>& causalLoop() const;

    /// All events such that causes stand before effects, and otherwise by earliest date, then by id.
    const std::vector<EventId>& order() const;

    const Bracket& bracket(EventId event) const;

private:
    struct Content;
    std::shared_ptr<const Content> content_;
};

} // namespace fabula::graph
