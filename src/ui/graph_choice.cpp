#include "ui/graph_choice.hpp"

#include "ui/answering.hpp"

#include <algorithm>
#include <set>

namespace fabula::ui {
namespace {

using core::EventId;

/// From the event outwards, causes and effects alike, nearest first.
std::vector<EventId> around(const graph::EventGraph& graph, EventId event, const std::vector<bool>& hidden)
{
    constexpr std::size_t kMostOfOne = 24; ///< of the links of a hub
    std::vector<EventId> chosen{event};
    std::set<EventId> known{event};
    for (std::size_t i = 0; i < chosen.size() && chosen.size() < kChosenForGraph; ++i) {
        for (const graph::Way way : {graph::Way::causes, graph::Way::effects}) {
            const auto steps = graph.causalSteps(chosen[i], way);
            for (std::size_t k = 0; k < std::min(steps.size(), kMostOfOne) && chosen.size() < kChosenForGraph; ++k) {
                const EventId other = steps[k].other;
                if ((hidden.empty() || !hidden[other.index()]) && known.insert(other).second)
                    chosen.push_back(other);
            }
        }
    }
    return chosen;
}

std::vector<EventId> mostImportant(const graph::EventGraph& graph, const std::vector<bool>& hidden)
{
    std::vector<EventId> all;
    for (std::size_t i = 0; i < graph.story().events.size(); ++i) {
        if (hidden.empty() || !hidden[i])
            all.emplace_back(i);
    }
    const auto weight = [&](EventId event) {
        return std::pair(graph.story()[event].importance, graph.linksFrom(event).size() + graph.linksTo(event).size());
    };
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), kChosenForGraph));
    std::partial_sort(all.begin(), end, all.end(),
                      [&](EventId a, EventId b) { return weight(a) != weight(b) ? weight(a) > weight(b) : a < b; });
    all.erase(end, all.end());
    return all;
}

} // namespace

std::vector<EventId> chosenForGraph(const AppState& state, const std::vector<bool>& hidden)
{
    const graph::EventGraph& graph = *state.story.graph;
    std::vector<EventId> chosen;
    if (const Answered* answer = shownAnswer(state)) {
        chosen = answer->parts.events;
        chosen.resize(std::min(chosen.size(), kChosenForGraph));
    } else if (state.selected.valid()) {
        chosen = around(graph, state.selected, hidden);
    } else {
        chosen = mostImportant(graph, hidden);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

} // namespace fabula::ui
