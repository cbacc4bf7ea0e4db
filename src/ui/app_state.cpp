#include "ui/app_state.hpp"

namespace fabula::ui {

std::string AppState::language() const
{
    if (!preferences.language.empty())
        return preferences.language;
    if (story.graph && !story.graph->story().languages.empty())
        return story.graph->story().languages.front();
    return "en";
}

std::string AppState::windowTitle() const
{
    if (!story.graph)
        return "Fabula";
    const model::Story& its = story.graph->story();
    return std::string(model::choose(its.title, language(), its.languages).text) + " – Fabula";
}

} // namespace fabula::ui
