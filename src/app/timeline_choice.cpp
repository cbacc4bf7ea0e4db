#include "app/timeline_choice.hpp"

#include "model/knowledge.hpp"

namespace fabula::app {

std::vector<bool> hiddenByScene(const model::Story& story, core::SceneId scene)
{
    if (story[scene].show.empty())
        return {};
    std::vector<bool> hidden(story.events.size(), true);
    for (const core::EventId event : story[scene].show)
        hidden[event.index()] = false;
    return hidden;
}

void hideUnknownAsOf(const model::Story& story, const time::Edtf& asOf, std::vector<bool>& hidden)
{
    hidden.resize(story.events.size(), false);
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        if (!(model::knownSince(story, core::EventId(i)) < asOf.span().end))
            hidden[i] = true;
    }
}

} // namespace fabula::app
