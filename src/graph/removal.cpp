#include "graph/removal.hpp"

#include "graph/knots.hpp"
#include "graph/watch.hpp"

#include <algorithm>
#include <limits>
#include <span>

namespace fabula::graph {
namespace {

using model::Citation;

/// Whether every source that a claim cites is gone, and it cites some.
bool groundless(const Scope& scope, std::span<const Citation> citations, const std::vector<bool>& goneSources)
{
    bool cites = false;
    for (const Citation& citation : citations) {
        if (!scope.has(citation.source))
            continue;
        cites = true;
        if (!goneSources[citation.source.index()])
            return false;
    }
    return cites;
}

/// The source and all that repeat it, on and on, by source.
std::vector<bool> withRelays(const model::Story& story, SourceId source)
{
    std::vector<std::vector<SourceId>> repeatedBy(story.sources.size());
    for (std::size_t i = 0; i < story.sources.size(); ++i) {
        if (story.sources[i].relays.valid())
            repeatedBy[story.sources[i].relays.index()].emplace_back(i);
    }
    std::vector<bool> gone(story.sources.size(), false);
    std::vector<SourceId> waiting{source};
    while (!waiting.empty()) {
        const SourceId next = waiting.back();
        waiting.pop_back();
        if (gone[next.index()])
            continue;
        gone[next.index()] = true;
        waiting.insert(waiting.end(), repeatedBy[next.index()].begin(), repeatedBy[next.index()].end());
    }
    return gone;
}

class Fall
{
public:
    Fall(const Scope& scope, Removal& removal)
        : scope_(scope), removal_(removal), knots_(scope), layers_(scope.story().events.size(), kStands),
          causesLeft_(scope.story().events.size(), kNotCounted), linkGone_(scope.story().links.size(), false)
    {
    }

    void remove(EventId event)
    {
        // A knot goes as one.
        if (dead(event))
            return;
        for (const EventId member : knots_.around(event)) {
            layers_[member.index()] = 0;
            removal_.gone.push_back(member);
            waiting_.push_back(member);
        }
    }

    void remove(LinkId link)
    {
        linkGone_[link.index()] = true;
        removal_.goneLinks.push_back(link);
    }

    void remove(SourceId source)
    {
        const model::Story& story = scope_.story();
        const std::vector<bool> gone = withRelays(story, source);
        for (std::size_t i = 0; i < gone.size(); ++i) {
            if (gone[i] && scope_.has(SourceId(i)))
                removal_.goneSources.push_back(SourceId(i));
        }
        for (std::size_t i = 0; i < story.links.size(); ++i) {
            if (scope_.has(LinkId(i)) && groundless(scope_, story.links[i].sources, gone))
                remove(LinkId(i));
        }
        for (std::size_t i = 0; i < story.events.size(); ++i) {
            if (scope_.has(EventId(i)) && groundless(scope_, story.events[i].sources, gone))
                remove(EventId(i));
        }
    }

    void propagate()
    {
        for (const LinkId link : removal_.goneLinks) {
            if (scope_.follows(link))
                lose(link);
        }
        Watch watch(scope_, layers_.size());
        for (std::size_t next = 0; next < waiting_.size() && watch.goOn(); ++next) {
            scope_.eachLink(waiting_[next], Way::effects, [&](LinkId link, EventId) {
                if (!linkGone_[link.index()])
                    lose(link);
            });
        }
        if (!scope_.cancelled())
            report();
    }

private:
    static constexpr std::uint32_t kStands = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::uint32_t kNotCounted = std::numeric_limits<std::uint32_t>::max();

    bool dead(EventId event) const { return layers_[event.index()] != kStands; }

    /// Links that lead into the event's knot from outside.
    std::uint32_t linksInto(std::span<const EventId> knot) const
    {
        std::uint32_t links = 0;
        for (const EventId member : knot) {
            scope_.eachLink(member, Way::causes,
                            [&](LinkId, EventId cause) { links += knots_.together(cause, member) ? 0 : 1; });
        }
        return links;
    }

    /// The link stands for nothing any more.
    void lose(LinkId link)
    {
        const EventId event = scope_.story()[link].to;
        touched_.push_back(event);
        if (dead(event) || knots_.together(scope_.story()[link].from, event))
            return;
        const std::span<const EventId> knot = knots_.around(event);
        std::uint32_t& left = causesLeft_[knot.front().index()];
        if (left == kNotCounted)
            left = linksInto(knot);
        if (--left > 0)
            return;
        std::uint32_t layer = kStands;
        for (const EventId member : knot)
            layer = std::min(layer, layerBelow(member));
        for (const EventId member : knot) {
            layers_[member.index()] = layer;
            waiting_.push_back(member);
        }
    }

    /// One below the least layer of its causes that are gone or have fallen.
    std::uint32_t layerBelow(EventId event) const
    {
        std::uint32_t layer = kStands;
        scope_.eachLink(event, Way::causes, [&](LinkId link, EventId cause) {
            if (linkGone_[link.index()])
                layer = 1;
            else if (dead(cause))
                layer = std::min(layer, layers_[cause.index()] + 1);
        });
        return layer;
    }

    Loss lossOf(EventId event) const
    {
        std::vector<EventId> lost;
        std::vector<EventId> kept;
        scope_.eachLink(event, Way::causes, [&](LinkId link, EventId cause) {
            (linkGone_[link.index()] || dead(cause) ? lost : kept).push_back(cause);
        });
        const auto unique = [](std::vector<EventId>& events) {
            std::sort(events.begin(), events.end());
            events.erase(std::unique(events.begin(), events.end()), events.end());
        };
        unique(lost);
        unique(kept);
        std::erase_if(lost, [&](EventId cause) { return std::binary_search(kept.begin(), kept.end(), cause); });
        return {event, lost.size(), kept.size(), layerBelow(event)};
    }

    void report()
    {
        const EventGraph& graph = scope_.graph();
        const auto byOrder = [&](EventId a, EventId b) { return graph.position(a) < graph.position(b); };
        std::sort(removal_.gone.begin(), removal_.gone.end(), byOrder);
        for (const EventId event : waiting_) {
            if (layers_[event.index()] > 0) {
                removal_.fallen.push_back(lossOf(event));
                removal_.fallen.back().layer = layers_[event.index()];
            }
        }
        std::vector<bool> listed(layers_.size(), false);
        for (const EventId event : touched_) {
            if (dead(event) || listed[event.index()])
                continue;
            listed[event.index()] = true;
            const Loss loss = lossOf(event);
            if (loss.lost > 0)
                removal_.weakened.push_back(loss);
        }
        const auto byLayer = [&](const Loss& a, const Loss& b) {
            return a.layer != b.layer ? a.layer < b.layer : byOrder(a.event, b.event);
        };
        std::sort(removal_.fallen.begin(), removal_.fallen.end(), byLayer);
        std::sort(removal_.weakened.begin(), removal_.weakened.end(), byLayer);
        reportStanding();
        reportLoops();
    }

    void reportLoops()
    {
        // By the first event of a knot, whether a link that holds it together is gone.
        std::vector<bool> losesLink(layers_.size(), false);
        for (const LinkId id : removal_.goneLinks) {
            const model::Link& link = scope_.story()[id];
            if (scope_.follows(id) && knots_.together(link.from, link.to))
                losesLink[knots_.around(link.to).front().index()] = true;
        }
        for (const std::vector<EventId>& knot : knots_.all()) {
            if (dead(knot.front()) || losesLink[knot.front().index()])
                removal_.loops.push_back(knot);
        }
    }

    void reportStanding()
    {
        std::vector<bool> below(layers_.size(), false);
        std::vector<EventId> queue = touched_;
        while (!queue.empty()) {
            const EventId event = queue.back();
            queue.pop_back();
            if (below[event.index()])
                continue;
            below[event.index()] = true;
            scope_.eachLink(event, Way::effects, [&](LinkId, EventId effect) { queue.push_back(effect); });
        }
        for (const Loss& loss : removal_.weakened)
            below[loss.event.index()] = false;
        std::size_t inScope = 0;
        for (const EventId event : scope_.graph().order()) {
            inScope += scope_.has(event) ? 1 : 0;
            if (below[event.index()] && !dead(event))
                removal_.standing.push_back(event);
        }
        removal_.untouched = inScope - removal_.gone.size() - removal_.fallen.size() - removal_.weakened.size() -
                             removal_.standing.size();
    }

    const Scope& scope_;
    Removal& removal_;
    Knots knots_;
    std::vector<std::uint32_t> layers_; ///< by event; kStands unless it is gone (0) or fell
    /// By the first event of a knot, the links into it that still stand for something.
    std::vector<std::uint32_t> causesLeft_;
    std::vector<bool> linkGone_;
    std::vector<EventId> waiting_; ///< all that are gone or fell, whose effects must hear of it
    std::vector<EventId> touched_; ///< effects that lost a link, some several times
};

} // namespace

Removal without(const Scope& scope, const Removed& removed)
{
    Removal removal;
    removal.removed = removed;
    const bool known = std::visit([&](auto id) { return scope.has(id); }, removed);
    Fall fall(scope, removal);
    if (known)
        std::visit([&](auto id) { fall.remove(id); }, removed);
    fall.propagate();
    return removal;
}

} // namespace fabula::graph
