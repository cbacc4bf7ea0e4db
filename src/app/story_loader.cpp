#include "app/story_loader.hpp"

#include "app/open_compared.hpp"
#include "core/progress.hpp"

#include <algorithm>
#include <atomic>
#include <new>
#include <thread>

namespace fabula::app {

struct StoryLoader::Job
{
    io::LoadProgress progress;
    std::atomic<bool> done{false};
    ui::LoadedFile result; ///< the thread's until `done`
    std::thread thread;

    ~Job()
    {
        if (thread.joinable())
            thread.join();
    }

    void compare(OpenedStory& opened)
    {
        OpenedComparison compared = openComparison(*opened.graph, result.since.path, &progress);
        if (compared.graph)
            opened.graph = std::move(compared.graph);
        else
            result.since.problem =
                core::message("{} has errors; nothing is compared with it", result.since.path.filename().string());
        result.since.comparison = std::move(compared.comparison);
    }

    // What can run out of memory is caught here, since nobody is above a thread to catch it.
    void run()
    {
        OpenedStory opened = openStory(result.path, &progress);
        result.diagnostics = std::move(opened.diagnostics);
        try {
            if (opened.graph && !result.since.path.empty() && !progress.cancel)
                compare(opened);
            if (opened.graph && !progress.cancel) {
                progress.step = io::LoadStep::indexing;
                result.search = model::StorySearch(opened.graph->story(), &progress.cancel);
                result.knowledge = model::knowledgeTimes(opened.graph->story());
            }
        } catch (const std::bad_alloc&) {
            opened.graph.reset();
            result.search = {};
            result.diagnostics = noMemoryFor(result.path);
        }
        result.cancelled = progress.cancel;
        if (opened.graph && !result.cancelled)
            result.graph = std::move(opened.graph);
        progress.step = io::LoadStep::finished;
    }
};

StoryLoader::StoryLoader(std::function<void()> wake) : wake_(std::move(wake))
{
}

StoryLoader::~StoryLoader()
{
    cancel();
}

void StoryLoader::begin(const std::filesystem::path& path, const std::filesystem::path& since)
{
    if (current_ != nullptr) {
        current_->progress.cancel = true;
        abandoned_.push_back(std::move(current_));
    }
    dropFinished();
    current_ = std::make_shared<Job>();
    current_->result.path = path;
    current_->result.since.path = since;
    current_->thread = std::thread([job = current_.get(), wake = wake_] {
        job->run();
        job->done = true;
        wake();
    });
}

void StoryLoader::cancel()
{
    if (current_ != nullptr)
        current_->progress.cancel = true;
}

double StoryLoader::progress() const
{
    return current_ == nullptr ? 0 : current_->progress.share();
}

std::optional<ui::LoadedFile> StoryLoader::take()
{
    dropFinished();
    if (current_ == nullptr || !current_->done)
        return std::nullopt;
    current_->thread.join();
    std::optional<ui::LoadedFile> result(std::move(current_->result));
    current_.reset();
    return result;
}

void StoryLoader::dropFinished()
{
    abandoned_.erase(std::remove_if(abandoned_.begin(), abandoned_.end(),
                                    [](const std::shared_ptr<Job>& job) { return job->done.load(); }),
                     abandoned_.end());
}

} // namespace fabula::app
