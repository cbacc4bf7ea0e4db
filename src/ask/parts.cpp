#include "ask/parts.hpp"

#include <algorithm>

namespace fabula::ask {
namespace {

/// Gathers the part of the answer that it visits.
class Gatherer
{
public:
    explicit Gatherer(const graph::Scope& scope) : scope_(scope) {}

    void operator()(const graph::Chains& chains)
    {
        add(chains.asked);
        for (const graph::ChainStep& step : chains.steps)
            add(step.event);
        for (const LinkId link : chains.links)
            add(link);
    }
    void operator()(const graph::Paths& paths)
    {
        add(paths.from);
        add(paths.to);
        for (const graph::Chain& chain : paths.chains) {
            add(chain.events);
            add(chain.links);
        }
    }
    void operator()(const graph::Removal& removal)
    {
        add(removal.gone);
        outline(removal.gone);
        for (const graph::Loss& loss : removal.fallen) {
            add(loss.event);
            outline({loss.event});
        }
        for (const graph::Loss& loss : removal.weakened)
            add(loss.event);
        addLinksBetween();
        for (const LinkId link : removal.goneLinks) {
            add(scope_.story()[link].from);
            add(scope_.story()[link].to);
            add(link);
        }
    }
    void operator()(const graph::Pivots& pivots)
    {
        for (std::size_t i = 0; i < std::min(kPivotsTold, pivots.ranked.size()); ++i)
            add(pivots.ranked[i].event);
        addLinksBetween();
    }
    void operator()(const graph::Mainline& mainline)
    {
        for (const graph::Strand& strand : mainline.strands) {
            add(strand.events);
            add(strand.links);
        }
    }
    void operator()(const Contradictions& contradictions)
    {
        for (const graph::Contradiction& found : contradictions.found) {
            add(found.first);
            add(found.second);
            if (found.link.valid())
                add(found.link);
        }
    }
    void operator()(const graph::Sources& sources)
    {
        if (const auto* event = std::get_if<EventId>(&sources.claim))
            add(*event);
        else
            addWithEnds(std::get<LinkId>(sources.claim));
        add(sources.eventsOnIt);
        for (const LinkId link : sources.linksOnIt)
            addWithEnds(link);
    }
    void operator()(const ImpliedLinks& implied)
    {
        for (const graph::ImpliedLink& found : implied.found)
            addWithEnds(found.link);
    }

    Parts take()
    {
        const graph::EventGraph& graph = scope_.graph();
        const auto earlier = [&](EventId a, EventId b) { return graph.position(a) < graph.position(b); };
        for (std::vector<EventId>* events : {&parts_.events, &parts_.outlined}) {
            std::sort(events->begin(), events->end(), earlier);
            events->erase(std::unique(events->begin(), events->end()), events->end());
        }
        std::sort(parts_.links.begin(), parts_.links.end());
        parts_.links.erase(std::unique(parts_.links.begin(), parts_.links.end()), parts_.links.end());
        return std::move(parts_);
    }

private:
    /// What nobody could know yet is not lit, even if it was asked about.
    void add(EventId event)
    {
        if (scope_.has(event))
            parts_.events.push_back(event);
    }
    void add(LinkId link)
    {
        if (scope_.has(link))
            parts_.links.push_back(link);
    }
    void add(const std::vector<EventId>& events)
    {
        for (const EventId event : events)
            add(event);
    }
    void add(const std::vector<LinkId>& links) { parts_.links.insert(parts_.links.end(), links.begin(), links.end()); }
    void addWithEnds(LinkId link)
    {
        add(link);
        add(scope_.story()[link].from);
        add(scope_.story()[link].to);
    }
    void outline(const std::vector<EventId>& events)
    {
        for (const EventId event : events) {
            if (scope_.has(event))
                parts_.outlined.push_back(event);
        }
    }
    void addLinksBetween()
    {
        std::vector<bool> has(scope_.story().events.size(), false);
        for (const EventId event : parts_.events)
            has[event.index()] = true;
        for (const EventId event : parts_.events) {
            scope_.eachLink(event, graph::Way::effects, [&](LinkId link, EventId other) {
                if (has[other.index()])
                    add(link);
            });
        }
    }

    const graph::Scope& scope_;
    Parts parts_;
};

} // namespace

Parts parts(const graph::Scope& scope, const Answer& answer)
{
    Gatherer gatherer(scope);
    std::visit(gatherer, answer);
    return gatherer.take();
}

} // namespace fabula::ask
