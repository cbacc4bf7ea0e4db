#include "app/answer_desk.hpp"

namespace fabula::app {

bool AnswerDesk::seek(ui::AppState& state, double now)
{
    if (!state.story.graph)
        return false;
    ui::AskingState& asking = state.asking;
    const bool worked = working();
    const ask::Question* asked = asking.crumbs.empty() ? nullptr : &asking.crumbs.back();
    const bool another = seek(state, asked, asked_, asking.answered);
    const bool preview = seek(state, asking.preview ? &*asking.preview : nullptr, pointedAt_, asking.previewed);
    if (working() && !worked)
        began_ = now;
    asking.seconds = working() ? now - began_ : 0;
    asking.progress = asked_.progress();
    if (another || preview)
        shownAt_ = now;
    return another;
}

bool AnswerDesk::seek(const ui::AppState& state, const ask::Question* wanted, AnswerWorker& worker,
                      std::optional<ui::Answered>& shown)
{
    if (wanted == nullptr) {
        shown.reset();
        worker.cancel();
        return false;
    }
    const ui::AnswerKey key = ui::keyOf(state, *wanted);
    bool another = false;
    if (auto ready = worker.take(); ready && ready->key == key) {
        another = !shown || !(shown->key.question == key.question);
        shown = std::move(ready);
    }
    const bool running = worker.running() != nullptr && *worker.running() == key;
    if (!running && !(shown && shown->key == key))
        worker.begin(ui::scopeOf(state), key);
    return another;
}

} // namespace fabula::app
