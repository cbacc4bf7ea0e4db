#include "app/story_desk.hpp"

#include <new>
#include <utility>

namespace fabula::app {

bool StoryDesk::seek(ui::AppState& state)
{
    if (!state.story.graph)
        return false;
    ui::refreshGlance(state);
    const bool index = seekIndex(state);
    const bool hits = seekHits(state);
    const bool glance = seekGlance(state);
    return index || hits || glance;
}

bool StoryDesk::seekIndex(ui::AppState& state)
{
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
    auto made = index_.take();
    if (!made || indexed_ != story)
        return false;
    state.story.search = std::move(*made);
    return true;
}

bool StoryDesk::seekHits(ui::AppState& state)
{
    const ui::SearchKey wanted = ui::searchKeyOf(state);
    bool came = false;
    if (auto found = hits_.take(); found && found->key == wanted) {
        ui::showFound(state, std::move(*found));
        came = true;
    }
    if (state.story.search == nullptr || state.search.found == wanted || (hits_.running() && looking_ == wanted))
        return came;
    looking_ = wanted;
    hits_.begin([wanted, graph = *state.story.graph, search = state.story.search,
                 known = state.asOf.known](core::Progress&) { return ui::found(wanted, graph, *search, known.get()); });
    return came;
}

bool StoryDesk::seekGlance(ui::AppState& state)
{
    const ui::GlanceKey wanted = ui::glanceKeyOf(state);
    bool came = false;
    if (auto glance = glance_.take(); glance && glance->key == wanted) {
        state.glance = std::move(glance);
        came = true;
    }
    if ((state.glance && state.glance->key == wanted) || (glance_.running() && glancing_ == wanted))
        return came;
    glancing_ = wanted;
    glance_.begin([wanted, graph = *state.story.graph](core::Progress&) { return ui::glanceOf(wanted, graph); });
    return came;
}

} // namespace fabula::app
