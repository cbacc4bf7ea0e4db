#pragma once

#include "core/progress.hpp"
#include "graph/event_graph.hpp"
#include "model/knowledge.hpp"

#include <cstdint>
#include <memory>
#include <utility>

namespace fabula::graph {

/// The part of a story that a question is asked of: all of it, or what the public could know by some day. Questions
/// see only the causal links in scope between two different events. Cheap to copy.
class Scope
{
public:
    explicit Scope(EventGraph graph) : graph_(std::move(graph)) {}
    /// `known` is that of the graph's story; it has a link only with both of its events.
    Scope(const EventGraph& graph, model::Known known)
        : graph_(graph.asKnown(known)), known_(std::make_shared<const model::Known>(std::move(known)))
    {
    }
    /// The same for a graph that is `asKnown` already. Null is all of it.
    Scope(EventGraph graph, std::shared_ptr<const model::Known> known)
        : graph_(std::move(graph)), known_(std::move(known))
    {
    }

    /// From now on the slow questions (`pivots`, `without`, `mainline`, `impliedLinks`) tell here how far they have
    /// come, and stop early once it says so. It must outlive them; null ends it.
    void watchWith(core::Progress* watcher) { watcher_ = watcher; }
    core::Progress* watcher() const { return watcher_; }
    /// Whether the watcher said to stop: what a question returned since is of no use.
    bool cancelled() const { return watcher_ != nullptr && watcher_->cancel.load(std::memory_order_relaxed); }

    const EventGraph& graph() const { return graph_; }
    const model::Story& story() const { return graph_.story(); }
    bool whole() const { return known_ == nullptr; }

    bool has(EventId event) const { return whole() || known_->events[event.index()]; }
    bool has(LinkId link) const { return whole() || known_->links[link.index()]; }
    bool has(SourceId source) const { return whole() || known_->sources[source.index()]; }

    /// Whether the link is one that questions follow.
    bool follows(LinkId link) const
    {
        const model::Link& claim = story()[link];
        return model::isCausal(claim.kind) && claim.from != claim.to && has(link);
    }

    /// Calls `visit(step)` for each causal link that leads to the event's causes or effects, in the order of the story.
    /// Parallel links are visited one by one.
    template <class Visit>
    void eachStep(EventId event, Way way, Visit visit) const
    {
        for (const CausalStep& step : graph_.causalSteps(event, way)) {
            if (has(step.link))
                visit(step);
        }
    }

    /// The same with `visit(link, other end)`.
    template <class Visit>
    void eachLink(EventId event, Way way, Visit visit) const
    {
        eachStep(event, way, [&](const CausalStep& step) { visit(step.link, step.other); });
    }

    Strength strength(LinkId link) const { return strengthOf(story()[link].confidence); }

private:
    EventGraph graph_;
    std::shared_ptr<const model::Known> known_; ///< null: everything
    core::Progress* watcher_ = nullptr;
};

} // namespace fabula::graph
