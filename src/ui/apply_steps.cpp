#include "ui/apply_steps.hpp"

#include "layout/timeline/drawn_date.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace fabula::ui {
namespace {

using core::EventId;
using core::LinkId;

/// The story's events as far as the filter shows them and they are known on the day.
class Shown
{
public:
    explicit Shown(const AppState& state)
        : graph_(*state.story.graph), hidden_(model::hiddenBy(state.filter, state.story.graph->story())),
          known_(state.asOf.known)
    {
    }

    const graph::EventGraph& graph() const { return graph_; }
    const model::Story& story() const { return graph_.story(); }
    bool has(EventId event) const
    {
        return (hidden_.empty() || !hidden_[event.index()]) && (!known_ || known_->events[event.index()]);
    }
    bool has(LinkId link) const { return !known_ || known_->links[link.index()]; }

    bool inTime(EventId a, EventId b) const
    {
        const layout::DrawnDate first = layout::drawnDate(graph_, a);
        const layout::DrawnDate second = layout::drawnDate(graph_, b);
        return std::make_tuple(!first.onAxis(), first.anchor, a) < std::make_tuple(!second.onAxis(), second.anchor, b);
    }

    EventId mostImportant() const
    {
        EventId best;
        for (std::size_t i = 0; i < story().events.size(); ++i) {
            const EventId event(i);
            if (has(event) && (!best.valid() || story()[event].importance > story()[best].importance ||
                               (story()[event].importance == story()[best].importance && inTime(event, best))))
                best = event;
        }
        return best;
    }

    EventId strongest(EventId event, bool cause) const
    {
        EventId best;
        auto strength = std::make_tuple(0, 0, 0);
        for (const LinkId id : cause ? graph_.linksTo(event) : graph_.linksFrom(event)) {
            const model::Link& link = story()[id];
            const EventId other = cause ? link.from : link.to;
            if (!model::isCausal(link.kind) || other == event || !has(other) || !has(id))
                continue;
            const auto its =
                std::make_tuple(-static_cast<int>(link.basis),
                                link.confidence ? static_cast<int>(*link.confidence) : -1, story()[other].importance);
            if (!best.valid() || its > strength) {
                best = other;
                strength = its;
            }
        }
        return best;
    }

    std::vector<EventId> siblings(EventId event) const
    {
        const EventId cause = strongest(event, true);
        const EventId effect = strongest(event, false);
        std::vector<EventId> all;
        if (cause.valid())
            all = graph_.effects(cause);
        else if (effect.valid())
            all = graph_.causes(effect);
        return ordered(std::move(all));
    }

    std::vector<EventId> dated() const
    {
        std::vector<EventId> all;
        for (std::size_t i = 0; i < story().events.size(); ++i) {
            if (layout::drawnDate(graph_, EventId(i)).onAxis())
                all.emplace_back(i);
        }
        return ordered(std::move(all));
    }

private:
    std::vector<EventId> ordered(std::vector<EventId> events) const
    {
        events.erase(std::remove_if(events.begin(), events.end(), [&](EventId event) { return !has(event); }),
                     events.end());
        std::sort(events.begin(), events.end(), [&](EventId a, EventId b) { return inTime(a, b); });
        return events;
    }

    const graph::EventGraph& graph_;
    std::vector<bool> hidden_;
    std::shared_ptr<const model::Known> known_; ///< on the day that is shown; null: everything
};

EventId neighbour(const std::vector<EventId>& row, EventId event, bool next)
{
    const auto here = std::find(row.begin(), row.end(), event);
    if (here == row.end())
        return {};
    if (next)
        return here + 1 == row.end() ? EventId{} : *(here + 1);
    return here == row.begin() ? EventId{} : *(here - 1);
}

} // namespace

core::EventId steppedTo(const AppState& state, command::Step step)
{
    if (!state.story.graph)
        return {};
    const Shown shown(state);
    if (!state.selected.valid())
        return shown.mostImportant();
    switch (step) {
    case command::Step::cause:
        return shown.strongest(state.selected, true);
    case command::Step::effect:
        return shown.strongest(state.selected, false);
    case command::Step::previousSibling:
        return neighbour(shown.siblings(state.selected), state.selected, false);
    case command::Step::nextSibling:
        return neighbour(shown.siblings(state.selected), state.selected, true);
    case command::Step::earlier:
        return neighbour(shown.dated(), state.selected, false);
    case command::Step::later:
        return neighbour(shown.dated(), state.selected, true);
    }
    return {};
}

core::EventId walkedTo(AppState& state, command::Step step)
{
    std::vector<WalkStep>& walk = state.walk;
    if (!walk.empty() && walk.back().to != state.selected)
        walk.clear();
    const bool toCause = step == command::Step::cause;
    if (!toCause && step != command::Step::effect)
        return steppedTo(state, step);
    if (!walk.empty() && walk.back().toCause != toCause && Shown(state).has(walk.back().from)) {
        const EventId back = walk.back().from;
        walk.pop_back();
        return back;
    }
    const EventId next = steppedTo(state, step);
    if (next.valid() && state.selected.valid())
        walk.push_back({state.selected, next, toCause});
    return next;
}

std::vector<core::EventId> neighbourhood(const AppState& state, core::EventId event)
{
    std::vector<EventId> all;
    if (!state.story.graph || !event.valid())
        return all;
    const Shown shown(state);
    std::set<EventId> known{event}; // of a hub with very many neighbours as well
    all.push_back(event);
    for (const bool cause : {true, false}) {
        for (const EventId other : cause ? shown.graph().causes(event) : shown.graph().effects(event)) {
            if (shown.has(other) && known.insert(other).second)
                all.push_back(other);
        }
    }
    return all;
}

} // namespace fabula::ui
