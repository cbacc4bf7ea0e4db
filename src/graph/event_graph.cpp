#include "graph/event_graph.hpp"

#include "core/promise.hpp"
#include "graph/boost_graph.hpp"
#include "graph/brackets.hpp"
#include "graph/ordering.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace fabula::graph {
namespace {

/// Something of each event, event after event: which of them are its, by counting.
template <class Item>
class ByEvent
{
public:
    /// Calls `each(visit)` twice, which calls `visit(event, item)` for all items in the order they shall have.
    template <class Each>
    ByEvent(std::size_t events, Each each)
    {
        // Counted two places behind, so that after the filling each event's entry is where its items begin.
        std::vector<std::uint32_t> next(events + 2, 0);
        each([&](EventId event, const Item&) { ++next[event.index() + 2]; });
        for (std::size_t i = 2; i < next.size(); ++i)
            next[i] += next[i - 1];
        items_.resize(next.back());
        each([&](EventId event, const Item& item) { items_[next[event.index() + 1]++] = item; });
        next.pop_back();
        starts_ = std::move(next);
    }

    std::span<const Item> of(EventId event) const
    {
        const std::size_t start = starts_[event.index()];
        return {items_.data() + start, starts_[event.index() + 1] - start};
    }

private:
    std::vector<std::uint32_t> starts_;
    std::vector<Item> items_;
};

/// The links that enter each event. Those that leave it are in Boost's graph, which knows the others by their ways back
/// only.
ByEvent<LinkId> linksToEach(const model::Story& story)
{
    return {story.events.size(), [&story](auto visit) {
                for (std::size_t i = 0; i < story.links.size(); ++i)
                    visit(story.links[i].to, LinkId(i));
            }};
}

/// The causal links of each event at its `end`.
ByEvent<CausalStep> causalStepsOf(const model::Story& story, EventId model::Link::*end, EventId model::Link::*otherEnd)
{
    return {story.events.size(), [&story, end, otherEnd](auto visit) {
                for (std::size_t i = 0; i < story.links.size(); ++i) {
                    const model::Link& link = story.links[i];
                    if (model::isCausal(link.kind) && link.from != link.to)
                        visit(link.*end, {LinkId(i), link.*otherEnd, strengthOf(link.confidence)});
                }
            }};
}

/// The other ends of the causal links among `links`, each once, without `event`, where they first occur.
std::vector<EventId> neighbours(const model::Story& story, std::span<const LinkId> links, EventId model::Link::*end,
                                EventId event)
{
    // Each with its place among the links, so that repeats can be found in O(n log n) and the order kept.
    std::vector<std::pair<EventId, std::size_t>> ends;
    for (const LinkId link : links) {
        if (model::isCausal(story[link].kind) && story[link].*end != event)
            ends.emplace_back(story[link].*end, ends.size());
    }
    const auto sameEvent = [](const auto& a, const auto& b) { return a.first == b.first; };
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end(), sameEvent), ends.end());
    std::sort(ends.begin(), ends.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    std::vector<EventId> found;
    for (const auto& [other, place] : ends)
        found.push_back(other);
    return found;
}

/// By source, what `EventGraph::originOf` says of it. Each source is walked over once.
std::vector<SourceId> originsOf(const model::Story& story)
{
    std::vector<SourceId> origins(story.sources.size());
    std::vector<bool> walked(story.sources.size(), false);
    std::vector<SourceId> way;
    for (std::size_t i = 0; i < origins.size(); ++i) {
        way.clear();
        SourceId at(i);
        while (!walked[at.index()]) {
            walked[at.index()] = true;
            way.push_back(at);
            if (story[at].relays.valid())
                at = story[at].relays;
        }
        // Walked, but without an origin yet: the way came back to itself. A source that repeats none is a ring of one.
        SourceId origin = origins[at.index()];
        if (!origin.valid())
            origin = *std::min_element(std::find(way.begin(), way.end(), at), way.end());
        for (const SourceId source : way)
            origins[source.index()] = origin;
    }
    return origins;
}

std::shared_ptr<const model::Story> checked(std::shared_ptr<const model::Story> story)
{
    FABULA_PROMISE(story != nullptr, "an event graph needs a story");
    return story;
}

} // namespace

struct EventGraph::Content
{
    std::shared_ptr<const model::Story> story;
    StoryGraph boostGraph;
    ByEvent<LinkId> to;
    ByEvent<CausalStep> toEffects;
    ByEvent<CausalStep> toCauses;
    std::vector<std::vector<EventId>> causalLoops;
    BracketTable brackets;
    std::vector<EventId> order;
    std::vector<std::uint32_t> positions;
    std::vector<SourceId> origins;

    explicit Content(std::shared_ptr<const model::Story> shown)
        : story(checked(std::move(shown))), boostGraph(storyGraph(*story)), to(linksToEach(*story)),
          toEffects(causalStepsOf(*story, &model::Link::from, &model::Link::to)),
          toCauses(causalStepsOf(*story, &model::Link::to, &model::Link::from)), brackets(*story),
          positions(story->events.size()), origins(originsOf(*story))
    {
        Ordering ordered = ordering(boostGraph);
        brackets = graph::brackets(*story, boostGraph, ordered);
        order = orderByDate(boostGraph, ordered.uses, brackets);
        causalLoops = std::move(ordered.causalLoops);
        for (std::size_t i = 0; i < order.size(); ++i)
            positions[order[i].index()] = static_cast<std::uint32_t>(i);
    }

    /// All that causal links lead to from `start`, on and on.
    std::vector<EventId> reached(EventId start, const ByEvent<CausalStep>& steps) const
    {
        std::vector<bool> seen(story->events.size(), false);
        seen[start.index()] = true;
        std::vector<EventId> waiting{start};
        std::vector<EventId> found;
        while (!waiting.empty()) {
            const EventId event = waiting.back();
            waiting.pop_back();
            for (const CausalStep& step : steps.of(event)) {
                if (seen[step.other.index()])
                    continue;
                seen[step.other.index()] = true;
                waiting.push_back(step.other);
                found.push_back(step.other);
            }
        }
        sortByPosition(found, seen, start);
        return found;
    }

private:
    /// `seen` holds `found` and `start`. A large part of the story is faster read off its order than sorted.
    void sortByPosition(std::vector<EventId>& found, const std::vector<bool>& seen, EventId start) const
    {
        if (found.size() > order.size() / kSortedShare) {
            found.clear();
            std::copy_if(order.begin(), order.end(), std::back_inserter(found),
                         [&](EventId event) { return seen[event.index()] && event != start; });
            return;
        }
        std::sort(found.begin(), found.end(),
                  [this](EventId a, EventId b) { return positions[a.index()] < positions[b.index()]; });
    }

    static constexpr std::size_t kSortedShare = 16;
};

EventGraph::EventGraph(std::shared_ptr<const model::Story> story)
    : content_(std::make_shared<const Content>(std::move(story)))
{
}

const model::Story& EventGraph::story() const
{
    return *content_->story;
}

std::shared_ptr<const model::Story> EventGraph::sharedStory() const
{
    return content_->story;
}

std::span<const LinkId> EventGraph::linksFrom(EventId event) const
{
    return graph::linksFrom(content_->boostGraph, vertexOf(event));
}

std::span<const LinkId> EventGraph::linksTo(EventId event) const
{
    return content_->to.of(event);
}

std::span<const CausalStep> EventGraph::causalSteps(EventId event, Way way) const
{
    return way == Way::causes ? content_->toCauses.of(event) : content_->toEffects.of(event);
}

std::vector<EventId> EventGraph::causes(EventId event) const
{
    return neighbours(story(), linksTo(event), &model::Link::from, event);
}

std::vector<EventId> EventGraph::effects(EventId event) const
{
    return neighbours(story(), linksFrom(event), &model::Link::to, event);
}

std::vector<EventId> EventGraph::ancestors(EventId event) const
{
    return content_->reached(event, content_->toCauses);
}

std::vector<EventId> EventGraph::descendants(EventId event) const
{
    return content_->reached(event, content_->toEffects);
}

const std::vector<EventId>& EventGraph::causalLoop() const
{
    static const std::vector<EventId> none;
    return content_->causalLoops.empty() ? none : content_->causalLoops.front();
}

const std::vector<EventId>& EventGraph::order() const
{
    return content_->order;
}

std::size_t EventGraph::position(EventId event) const
{
    return content_->positions[event.index()];
}

Bracket EventGraph::bracket(EventId event) const
{
    return (known_ ? *known_ : content_->brackets).of(event);
}

SourceId EventGraph::originOf(SourceId source) const
{
    return content_->origins[source.index()];
}

EventGraph EventGraph::asKnown(const model::Known& known) const
{
    Ordering ordered = ordering(content_->boostGraph);
    for (std::size_t i = 0; i < ordered.uses.size(); ++i) {
        if (!known.links[i])
            ordered.uses[i] = LinkUse::none;
    }
    EventGraph graph = *this;
    graph.known_ = std::make_shared<const BracketTable>(brackets(*content_->story, content_->boostGraph, ordered));
    return graph;
}

const StoryGraph& GraphAccess::boostGraph(const EventGraph& graph)
{
    return graph.content_->boostGraph;
}

const std::vector<std::vector<EventId>>& GraphAccess::causalLoops(const EventGraph& graph)
{
    return graph.content_->causalLoops;
}

} // namespace fabula::graph
