#include "app/answer_worker.hpp"

#include "core/phrases.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace fabula::app {

void AnswerWorker::begin(const graph::Scope& scope, ui::AnswerKey key)
{
    key_ = std::move(key);
    errand_.begin([scope, asked = key_](core::Progress& progress) {
        graph::Scope watched = scope;
        watched.watchWith(&progress);
        try {
            return ui::answered(watched, asked);
        } catch (const std::bad_alloc&) {
            ui::Answered failed;
            failed.key = asked;
            failed.told.sentence = core::phrase("window.ask.no-memory", asked.language);
            return failed;
        }
    });
}

double AnswerWorker::progress() const
{
    const core::Progress* progress = errand_.watched();
    if (progress == nullptr || progress->total == 0)
        return 0;
    return std::min(1.0, static_cast<double>(progress->done) / static_cast<double>(progress->total));
}

} // namespace fabula::app
