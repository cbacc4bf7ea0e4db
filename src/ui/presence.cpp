#include "ui/presence.hpp"

#include <algorithm>

namespace fabula::ui {
namespace {

std::vector<float> asShares(const std::vector<bool>& known)
{
    std::vector<float> shares(known.size());
    std::transform(known.begin(), known.end(), shares.begin(), [](bool is) { return is ? 1.0F : 0.0F; });
    return shares;
}

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
    presence.ghosts = state.asOf.ghosts;
    presence.asOf = state.asOf.day;
    if (state.asOf.known) {
        presence.events = asShares(state.asOf.known->events);
        presence.links = asShares(state.asOf.known->links);
    }
    return presence;
}

bool ease(scene::Presence& shown, const scene::Presence& goal, double step)
{
    shown.ghosts = goal.ghosts;
    shown.asOf = goal.asOf;
    const bool events = ease(shown.events, goal.events, static_cast<float>(step));
    const bool links = ease(shown.links, goal.links, static_cast<float>(step));
    return events && links;
}

} // namespace fabula::ui
