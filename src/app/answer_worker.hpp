#pragma once

#include "core/errand.hpp"
#include "ui/answering.hpp"

#include <functional>
#include <optional>

namespace fabula::app {

/// Works answers out on a thread of its own. One counts at a time: beginning another cancels the one before, whose
/// answer is never seen. Used from one thread only.
class AnswerWorker
{
public:
    /// `wake` is called from the working thread when an answer is ready.
    explicit AnswerWorker(std::function<void()> wake) : errand_(std::move(wake)) {}

    void begin(const graph::Scope& scope, ui::AnswerKey key);
    void cancel() { errand_.cancel(); }
    /// What is worked out now, or null.
    const ui::AnswerKey* running() const { return errand_.running() ? &key_ : nullptr; }
    /// How far it has come, 0 to 1, as far as the question can tell.
    double progress() const;
    /// The answer, once.
    std::optional<ui::Answered> take() { return errand_.take(); }

private:
    core::Errand<ui::Answered> errand_;
    ui::AnswerKey key_;
};

} // namespace fabula::app
