#pragma once

#include "ui/answering.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace fabula::app {

/// Works answers out on a thread of its own. One counts at a time: beginning another cancels the one before, whose
/// answer is never seen. Used from one thread only.
class AnswerWorker
{
public:
    /// `wake` is called from the working thread when an answer is ready.
    explicit AnswerWorker(std::function<void()> wake);
    /// Cancels what runs and waits for it.
    ~AnswerWorker();
    AnswerWorker(const AnswerWorker&) = delete;
    AnswerWorker& operator=(const AnswerWorker&) = delete;

    void begin(const graph::Scope& scope, ui::AnswerKey key);
    void cancel();
    /// What is worked out now, or null.
    const ui::AnswerKey* running() const;
    /// How far it has come, 0 to 1, as far as the question can tell.
    double progress() const;
    /// The answer, once.
    std::optional<ui::Answered> take();

private:
    struct Job;
    void dropFinished();

    std::function<void()> wake_;
    std::unique_ptr<Job> current_;
    std::vector<std::unique_ptr<Job>> abandoned_; ///< cancelled, perhaps still on their way out
};

} // namespace fabula::app
