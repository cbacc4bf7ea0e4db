#include "app/search_desk.hpp"

#include <new>
#include <utility>

namespace fabula::app {

bool SearchDesk::seek(ui::AppState& state)
{
    if (!state.story.graph)
        return false;
    bool came = false;
    const std::shared_ptr<const model::Story> story = state.story.graph->sharedStory();
    if (state.story.search == nullptr && indexed_ != story) {
        indexed_ = story;
        index_.begin([story](core::Progress& progress) -> std::shared_ptr<const model::StorySearch> {
            try {
                return std::make_shared<const model::StorySearch>(*story, &progress.cancel);
            } catch (const std::bad_alloc&) { // then nothing is found
                return std::make_shared<const model::StorySearch>();
            }
        });
    }
    if (auto made = index_.take(); made && indexed_ == story) {
        state.story.search = std::move(*made);
        came = true;
    }
    if (auto found = hits_.take(); found && found->key == ui::searchKeyOf(state)) {
        ui::showFound(state, std::move(*found));
        came = true;
    }
    const ui::SearchKey wanted = ui::searchKeyOf(state);
    if (state.story.search == nullptr || state.search.found == wanted)
        return came;
    if (!(hits_.running() && looking_ == wanted)) {
        looking_ = wanted;
        hits_.begin([wanted, graph = *state.story.graph, search = state.story.search, known = state.asOf.known](
                        core::Progress&) { return ui::found(wanted, graph, *search, known.get()); });
    }
    return came;
}

} // namespace fabula::app
