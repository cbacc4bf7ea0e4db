#include "app/answer_worker.hpp"

#include "core/phrases.hpp"
#include "core/progress.hpp"

#include <algorithm>
#include <atomic>
#include <new>
#include <thread>
#include <utility>

namespace fabula::app {

struct AnswerWorker::Job
{
    graph::Scope scope;
    ui::AnswerKey key;
    core::Progress progress;
    std::atomic<bool> done{false};
    ui::Answered result; ///< the thread's until `done`
    std::thread thread;

    Job(graph::Scope asked, ui::AnswerKey what) : scope(std::move(asked)), key(std::move(what))
    {
        scope.watchWith(&progress);
    }
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    ~Job()
    {
        if (thread.joinable())
            thread.join();
    }
};

AnswerWorker::AnswerWorker(std::function<void()> wake) : wake_(std::move(wake))
{
}

AnswerWorker::~AnswerWorker()
{
    cancel();
}

void AnswerWorker::begin(const graph::Scope& scope, ui::AnswerKey key)
{
    cancel();
    current_ = std::make_unique<Job>(scope, std::move(key));
    current_->thread = std::thread([job = current_.get(), wake = wake_] {
        try {
            job->result = ui::answered(job->scope, job->key);
        } catch (const std::bad_alloc&) {
            job->result = {};
            job->result.key = job->key;
            job->result.told.sentence = core::phrase("window.ask.no-memory", job->key.language);
        }
        job->done = true;
        wake();
    });
}

void AnswerWorker::cancel()
{
    if (current_ != nullptr) {
        current_->progress.cancel = true;
        abandoned_.push_back(std::move(current_));
    }
    dropFinished();
}

const ui::AnswerKey* AnswerWorker::running() const
{
    return current_ != nullptr ? &current_->key : nullptr;
}

double AnswerWorker::progress() const
{
    if (current_ == nullptr || current_->progress.total == 0)
        return 0;
    return std::min(1.0, static_cast<double>(current_->progress.done) / static_cast<double>(current_->progress.total));
}

std::optional<ui::Answered> AnswerWorker::take()
{
    dropFinished();
    if (current_ == nullptr || !current_->done)
        return std::nullopt;
    std::optional<ui::Answered> result(std::move(current_->result));
    current_.reset();
    return result;
}

void AnswerWorker::dropFinished()
{
    abandoned_.erase(
        std::remove_if(abandoned_.begin(), abandoned_.end(), [](const auto& job) { return job->done.load(); }),
        abandoned_.end());
}

} // namespace fabula::app
