#pragma once

#include "core/progress.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace fabula::core {

/// Work that is done on a thread of its own, one piece at a time: beginning another cancels the one before, whose
/// result is never seen. Used from one thread only. The work itself catches what it may throw, since nobody is above
/// it; `Watched` is what it tells its progress to and learns from that it was cancelled.
template <class Result, class Watched = Progress>
class Errand
{
public:
    using Work = std::function<Result(Watched&)>;

    /// `wake` is called from the working thread when a result is ready.
    explicit Errand(std::function<void()> wake) : wake_(std::move(wake)) {}
    /// Cancels what runs and waits for it.
    ~Errand() { cancel(); }
    Errand(const Errand&) = delete;
    Errand& operator=(const Errand&) = delete;

    void begin(Work work)
    {
        cancel();
        current_ = std::make_unique<Job>(std::move(work));
        current_->thread = std::thread([job = current_.get(), wake = wake_] {
            job->result.emplace(job->work(job->watched));
            job->done = true;
            wake();
        });
    }
    /// What runs ends soon, and nobody sees its result.
    void cancel()
    {
        if (current_ != nullptr) {
            current_->watched.cancel = true;
            abandoned_.push_back(std::move(current_));
        }
        dropFinished();
    }
    /// Whether a result is still to be taken.
    bool running() const { return current_ != nullptr; }
    /// Of what runs; null if nothing does.
    Watched* watched() const { return current_ != nullptr ? &current_->watched : nullptr; }
    /// The result, once.
    std::optional<Result> take()
    {
        dropFinished();
        if (current_ == nullptr || !current_->done)
            return std::nullopt;
        std::optional<Result> result(std::move(current_->result));
        current_.reset();
        return result;
    }

private:
    struct Job
    {
        Work work;
        Watched watched;
        std::atomic<bool> done{false};
        std::optional<Result> result; ///< the thread's until `done`
        std::thread thread;

        explicit Job(Work given) : work(std::move(given)) {}
        Job(const Job&) = delete;
        Job& operator=(const Job&) = delete;
        ~Job()
        {
            if (thread.joinable())
                thread.join();
        }
    };
    void dropFinished()
    {
        std::erase_if(abandoned_, [](const std::unique_ptr<Job>& job) { return job->done.load(); });
    }

    std::function<void()> wake_;
    std::unique_ptr<Job> current_;
    std::vector<std::unique_ptr<Job>> abandoned_; ///< cancelled, perhaps still on their way out
};

} // namespace fabula::core
