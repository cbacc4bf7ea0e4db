#include "ui/apply_present.hpp"

#include <algorithm>

namespace fabula::ui {
namespace {

/// The scene to begin with from what is looked at: the first that shows the selected event, else the one shown last.
std::size_t sceneHere(const AppState& state)
{
    const std::vector<model::Scene>& scenes = state.story.graph->story().scenes;
    const auto showsSelected = [&](const model::Scene& scene) {
        return std::find(scene.show.begin(), scene.show.end(), state.selected) != scene.show.end();
    };
    const auto found = std::find_if(scenes.begin(), scenes.end(), showsSelected);
    if (state.selected.valid() && found != scenes.end())
        return static_cast<std::size_t>(found - scenes.begin());
    return std::min(state.presentedScene, scenes.size() - 1);
}

} // namespace

std::vector<Effect> beginBriefing(AppState& state, bool fromHere)
{
    if (state.presenting || !state.story.graph)
        return {};
    if (state.story.graph->story().scenes.empty()) {
        state.notice = core::message("This story has no scenes to present; add some to `scenes` in its file");
        return {};
    }
    state.panel = Panel::none;
    state.hovered = {};
    return {fromHere ? effect::BeginBriefing{sceneHere(state), state.selected} : effect::BeginBriefing{}};
}

std::vector<Effect> present(AppState& state, const command::Present& act)
{
    if (!state.presenting)
        return {};
    const bool goesOn = carryOut(*state.presenting, act.act, act.value);
    state.presentedScene = state.presenting->current().scene;
    if (goesOn)
        return {};
    state.presenting.reset();
    return {effect::EndBriefing{}};
}

void returnToSlide(AppState& state)
{
    if (!state.presenting || !state.presenting->away)
        return;
    state.presenting->away = false;
    // The room's questions were answered.
    state.asking = {};
    state.selected = {};
}

} // namespace fabula::ui
