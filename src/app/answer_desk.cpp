#include "app/answer_desk.hpp"

#include <algorithm>

namespace fabula::app {

AnswerDesk::Arrival AnswerDesk::seek(ui::AppState& state, double now)
{
    if (!state.story.graph)
        return Arrival::none;
    ui::AskingState& asking = state.asking;
    const bool worked = working();
    const ask::Question* question = asking.crumbs.empty() ? nullptr : &asking.crumbs.back();
    const bool previewed = asking.preview && ui::canBeAsked(state, *asking.preview);
    Arrival asked = seek(state, question, asked_, asking.answered);
    const Arrival preview = seek(state, previewed ? &*asking.preview : nullptr, pointedAt_, asking.previewed);
    if (asked != Arrival::none && asking.kept) {
        if (*asking.kept == *question)
            asked = Arrival::refreshed;
        asking.kept.reset();
    }
    if (working() && !worked)
        began_ = now;
    asking.seconds = working() ? now - began_ : 0;
    asking.progress = asked_.progress();
    if (asked == Arrival::another || preview == Arrival::another)
        shownAt_ = now;
    return std::max(asked, preview == Arrival::none ? Arrival::none : Arrival::refreshed);
}

AnswerDesk::Arrival AnswerDesk::seek(const ui::AppState& state, const ask::Question* wanted, AnswerWorker& worker,
                                     std::optional<ui::Answered>& shown)
{
    if (wanted == nullptr) {
        shown.reset();
        worker.cancel();
        return Arrival::none;
    }
    const ui::AnswerKey key = ui::keyOf(state, *wanted);
    Arrival arrival = Arrival::none;
    if (auto ready = worker.take(); ready && ready->key == key) {
        arrival = shown && shown->key.question == key.question ? Arrival::refreshed : Arrival::another;
        shown = std::move(ready);
    }
    const bool running = worker.running() != nullptr && *worker.running() == key;
    if (!running && !(shown && shown->key == key))
        worker.begin(ui::scopeOf(state), key);
    return arrival;
}

} // namespace fabula::app
