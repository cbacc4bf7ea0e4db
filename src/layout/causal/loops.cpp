#include "layout/causal/loops.hpp"

#include "layout/causal/components.hpp"

#include <utility>

namespace fabula::layout {

namespace {

std::vector<Arc> chosen(std::span<const Arc> arcs, const std::vector<bool>& which)
{
    std::vector<Arc> result;
    for (std::size_t i = 0; i < arcs.size(); ++i)
        if (which[i])
            result.push_back(arcs[i]);
    return result;
}

// Takes out of `ordering` what leads back to a node from which a depth-first search came.
void breakLoops(Index nodes, std::span<const Arc> arcs, std::vector<bool>& ordering)
{
    enum class State : std::uint8_t { unseen, open, done };
    const Adjacency out = arcsByNode(nodes, arcs, true);
    std::vector<State> states(nodes, State::unseen);
    std::vector<std::pair<Index, std::size_t>> visits;
    for (Index first = 0; first < nodes; ++first) {
        if (states[first] == State::unseen) {
            states[first] = State::open;
            visits.emplace_back(first, 0);
        }
        while (!visits.empty()) {
            auto& [node, next] = visits.back();
            if (next == out.of(node).size()) {
                states[node] = State::done;
                visits.pop_back();
                continue;
            }
            const Index arc = out.of(node)[next++];
            if (!ordering[arc])
                continue;
            const Index to = arcs[arc].to;
            if (states[to] == State::open) {
                ordering[arc] = false;
            } else if (states[to] == State::unseen) {
                states[to] = State::open;
                visits.emplace_back(to, 0);
            }
        }
    }
}

} // namespace

std::vector<bool> orderingArcs(Index nodes, std::span<const Arc> arcs, std::span<const Direction> directions)
{
    std::vector<bool> ordering(arcs.size(), false);
    for (std::size_t i = 0; i < arcs.size(); ++i)
        ordering[i] = directions[i] == Direction::firm && arcs[i].from != arcs[i].to;
    breakLoops(nodes, arcs, ordering);
    for (std::size_t i = 0; i < arcs.size(); ++i)
        ordering[i] = ordering[i] || (directions[i] == Direction::soft && arcs[i].from != arcs[i].to);
    const std::vector<Index> strong = strongParts(nodes, chosen(arcs, ordering));
    for (std::size_t i = 0; i < arcs.size(); ++i)
        if (directions[i] == Direction::soft && strong[arcs[i].from] == strong[arcs[i].to])
            ordering[i] = false;
    return ordering;
}

} // namespace fabula::layout
