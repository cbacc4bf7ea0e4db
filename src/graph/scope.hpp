#pragma once

#include "core/progress.hpp"
#include "graph/event_graph.hpp"
#include "model/knowledge.hpp"

#include <cstdint>
#include <utility>

namespace fabula::graph {

using core::SourceId;

/// Which way along the causal links a question goes: against them to the causes, or with them to the effects.
enum class Way : std::uint8_t { causes, effects };

/// How sure a claim is, for comparing: 0 (almost no chance) to 7 (almost certain), in the order of ICD 203. A claim
/// whose confidence nobody stated stands at 3, just under an even chance: nobody vouches for it, nobody denies it.
using Strength = std::uint8_t;
inline constexpr Strength kStrongest = 7;

constexpr Strength strengthOf(const std::optional<model::Confidence>& confidence)
{
    constexpr Strength kNotStated = 3;
    if (!confidence.has_value())
        return kNotStated;
    const auto term = static_cast<Strength>(*confidence);
    return term < kNotStated ? term : static_cast<Strength>(term + 1);
}

/// The part of a story that a question is asked of: all of it, or what the public could know by some day. Questions
/// see only the causal links in scope between two different events. Cheap to copy when whole.
class Scope
{
public:
    explicit Scope(EventGraph graph) : graph_(std::move(graph)) {}
    /// `known` is that of the graph's story; it has a link only with both of its events.
    Scope(EventGraph graph, model::Known known) : graph_(std::move(graph)), known_(std::move(known)), whole_(false) {}

    /// From now on the slow questions (`pivots`, `without`, `mainline`, `impliedLinks`) tell here how far they have
    /// come, and stop early once it says so. It must outlive them; null ends it.
    void watchWith(core::Progress* watcher) { watcher_ = watcher; }
    core::Progress* watcher() const { return watcher_; }
    /// Whether the watcher said to stop: what a question returned since is of no use.
    bool cancelled() const { return watcher_ != nullptr && watcher_->cancel.load(std::memory_order_relaxed); }

    const EventGraph& graph() const { return graph_; }
    const model::Story& story() const { return graph_.story(); }
    bool whole() const { return whole_; }

    bool has(EventId event) const { return whole_ || known_.events[event.index()]; }
    bool has(LinkId link) const { return whole_ || known_.links[link.index()]; }
    bool has(SourceId source) const { return whole_ || known_.sources[source.index()]; }

    /// Whether the link is one that questions follow.
    bool follows(LinkId link) const
    {
        const model::Link& claim = story()[link];
        return model::isCausal(claim.kind) && claim.from != claim.to && has(link);
    }

    /// Calls `visit(link, other end)` for each causal link that leads to the event's causes or effects, in the order of
    /// the story. Parallel links are visited one by one.
    template <class Visit>
    void eachLink(EventId event, Way way, Visit visit) const
    {
        const bool up = way == Way::causes;
        for (const LinkId link : up ? graph_.linksTo(event) : graph_.linksFrom(event)) {
            if (follows(link))
                visit(link, up ? story()[link].from : story()[link].to);
        }
    }

    Strength strength(LinkId link) const { return strengthOf(story()[link].confidence); }

private:
    EventGraph graph_;
    model::Known known_;
    bool whole_ = true;
    core::Progress* watcher_ = nullptr;
};

} // namespace fabula::graph
