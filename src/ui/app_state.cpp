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

} // namespace fabula::ui
