#pragma once

#include "app/answer_worker.hpp"

namespace fabula::app {

/// Has the answers worked out that the window wants and does not have: to what was asked, and to what is pointed at.
class AnswerDesk
{
public:
    /// `wake` is called from the working threads when an answer is ready.
    explicit AnswerDesk(const std::function<void()>& wake) : asked_(wake), pointedAt_(wake) {}

    enum class Arrival {
        none,
        refreshed, ///< something came that is to be drawn: a preview, or what was asked before in other words
        another,   ///< the answer to another question that was asked
    };
    /// Brings the state's answers up to date as far as they are ready.
    Arrival seek(ui::AppState& state, double now);
    /// Whether one that was asked for is still worked out.
    bool working() const { return asked_.running() != nullptr; }
    /// When the answer on show came up.
    double shownAt() const { return shownAt_; }

private:
    Arrival seek(const ui::AppState& state, const ask::Question* wanted, AnswerWorker& worker,
                 std::optional<ui::Answered>& shown);

    AnswerWorker asked_;
    AnswerWorker pointedAt_;
    double began_ = 0; ///< working out what was asked
    double shownAt_ = 0;
};

} // namespace fabula::app
