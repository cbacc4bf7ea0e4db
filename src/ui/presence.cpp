#include "ui/presence.hpp"

#include <algorithm>

namespace fabula::ui {
namespace {

bool ease(std::vector<float>& shown, const std::vector<float>& goal, float step)
{
    if (shown == goal)
        return true;
    const std::size_t count = std::max(shown.size(), goal.size());
    shown.resize(count, 1);
    bool there = true;
    for (std::size_t i = 0; i < count; ++i) {
        const float wanted = i < goal.size() ? goal[i] : 1;
        shown[i] = shown[i] < wanted ? std::min(wanted, shown[i] + step) : std::max(wanted, shown[i] - step);
        there = there && shown[i] == wanted;
    }
    if (there)
        shown = goal;
    return there;
}

} // namespace

scene::Presence presenceOf(const AppState& state)
{
    scene::Presence presence;
    if (state.asOf.known)
        presence = scene::presenceOf(state.knownGraph(), state.asOf.known, state.asOf.day);
    presence.ghosts = state.asOf.ghosts;
    return presence;
}

bool ease(scene::Presence& shown, const scene::Presence& goal, double step)
{
    shown.ghosts = goal.ghosts;
    shown.asOf = goal.asOf;
    shown.known = goal.known;
    shown.graph = goal.graph;
    const bool events = ease(shown.events, goal.events, static_cast<float>(step));
    const bool links = ease(shown.links, goal.links, static_cast<float>(step));
    return events && links;
}

} // namespace fabula::ui
