#include "graph/brackets.hpp"

namespace fabula::graph {
namespace {

/// A bound on a date and the event whose written date gave it; not valid() if that is the bounded event itself.
struct Bound
{
    time::Instant at;
    EventId from;
};

/// The bounds of all events in one direction, and who contradicts their written dates in it.
struct Bounds
{
    std::vector<Bound> bounds;
    std::vector<EventId> against;

    explicit Bounds(std::size_t count) : bounds(count), against(count) {}
};

/// Whether the written interval is known to be the whole of the event, so that nothing may narrow it.
bool isFixed(const model::Event& event)
{
    return event.lasting && event.when.known();
}

class BracketPasses
{
public:
    BracketPasses(const model::Story& story, const StoryGraph& graph, const Ordering& ordering)
        : story_(story), graph_(graph), ordering_(ordering), lower_(story.events.size()), upper_(story.events.size())
    {
    }

    BracketTable run()
    {
        const std::vector<Vertex>& order = ordering_.topological;
        for (auto vertex = order.begin(); vertex != order.end(); ++vertex)
            boundFromCauses(*vertex);
        for (auto vertex = order.rbegin(); vertex != order.rend(); ++vertex)
            boundFromEffects(*vertex);
        BracketTable brackets(story_);
        for (Vertex vertex = 0; vertex < order.size(); ++vertex)
            brackets.set(eventOf(vertex), combined(vertex));
        return brackets;
    }

private:
    bool brackets(Edge edge) const { return ordering_.uses[graph_[edge].index()] == LinkUse::orderAndBracket; }

    /// What `bounds` says of `vertex`, as a bound on another event.
    static Bound passedOn(const Bounds& bounds, Vertex vertex)
    {
        const Bound& bound = bounds.bounds[vertex];
        return {bound.at, bound.from.valid() ? bound.from : eventOf(vertex)};
    }

    void boundFromCauses(Vertex vertex)
    {
        const model::Event& event = story_.events[vertex];
        const Bound own{event.when.span().begin, {}};
        Bound tightest = own;
        for (auto [edge, end] = boost::in_edges(vertex, graph_); edge != end; ++edge) {
            if (!brackets(*edge))
                continue;
            const Bound bound = passedOn(lower_, boost::source(*edge, graph_));
            if (bound.at > tightest.at ||
                (bound.at == tightest.at && bound.from < tightest.from && tightest.from.valid()))
                tightest = bound;
        }
        const bool impossible = tightest.from.valid() && tightest.at >= event.when.span().end;
        lower_.against[vertex] = impossible ? tightest.from : EventId();
        lower_.bounds[vertex] = impossible || isFixed(event) ? own : tightest;
    }

    void boundFromEffects(Vertex vertex)
    {
        const model::Event& event = story_.events[vertex];
        const Bound own{event.when.span().end, {}};
        Bound tightest = own;
        for (auto [edge, end] = boost::out_edges(vertex, graph_); edge != end; ++edge) {
            if (!brackets(*edge))
                continue;
            const Bound bound = passedOn(upper_, boost::target(*edge, graph_));
            if (bound.at < tightest.at ||
                (bound.at == tightest.at && bound.from < tightest.from && tightest.from.valid()))
                tightest = bound;
        }
        const bool impossible = tightest.from.valid() && tightest.at <= event.when.span().begin;
        upper_.against[vertex] = impossible ? tightest.from : EventId();
        upper_.bounds[vertex] = impossible || isFixed(event) ? own : tightest;
    }

    Bracket combined(Vertex vertex) const
    {
        const Bound& lower = lower_.bounds[vertex];
        const Bound& upper = upper_.bounds[vertex];
        Bracket bracket;
        bracket.written = story_.events[vertex].when.span();
        bracket.derived = {lower.at, upper.at};
        bracket.against = lower_.against[vertex].valid() ? lower_.against[vertex] : upper_.against[vertex];
        if (!bracket.against.valid() && bracket.derived.empty())
            bracket.against = lower.from;
        if (bracket.against.valid()) {
            bracket.conflict = true;
            bracket.derived = bracket.written;
            return bracket;
        }
        bracket.earliestFrom = lower.from;
        bracket.latestFrom = upper.from;
        return bracket;
    }

    const model::Story& story_;
    const StoryGraph& graph_;
    const Ordering& ordering_;
    Bounds lower_;
    Bounds upper_;
};

} // namespace

Bracket BracketTable::of(EventId event) const
{
    Bracket bracket;
    bracket.written = bracket.derived = (*story_)[event].when.span();
    const std::uint32_t place = places_[event.index()];
    if (place == kAsWritten)
        return bracket;
    const Derived& derived = derived_[place];
    bracket.derived = derived.span;
    bracket.earliestFrom = derived.earliestFrom;
    bracket.latestFrom = derived.latestFrom;
    bracket.against = derived.against;
    bracket.conflict = derived.against.valid();
    return bracket;
}

time::Span BracketTable::derived(EventId event) const
{
    const std::uint32_t place = places_[event.index()];
    return place == kAsWritten ? (*story_)[event].when.span() : derived_[place].span;
}

void BracketTable::set(EventId event, const Bracket& bracket)
{
    if (!bracket.narrowed() && !bracket.against.valid())
        return;
    places_[event.index()] = static_cast<std::uint32_t>(derived_.size());
    derived_.push_back({bracket.derived, bracket.earliestFrom, bracket.latestFrom, bracket.against});
}

BracketTable brackets(const model::Story& story, const StoryGraph& graph, const Ordering& ordering)
{
    return BracketPasses(story, graph, ordering).run();
}

} // namespace fabula::graph
