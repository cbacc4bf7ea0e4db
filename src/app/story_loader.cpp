#include "app/story_loader.hpp"

#include "app/open_story.hpp"
#include "core/progress.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

namespace fabula::app {

struct StoryLoader::Job
{
    core::Progress progress;
    std::atomic<bool> done{false};
    ui::LoadedFile result; ///< the thread's until `done`
    std::thread thread;

    ~Job()
    {
        if (thread.joinable())
            thread.join();
    }

    void run()
    {
        OpenedStory opened = openStory(result.path, &progress);
        result.cancelled = progress.cancel;
        result.diagnostics = std::move(opened.diagnostics);
        if (opened.graph && !result.cancelled) {
            result.search = model::StorySearch(opened.graph->story());
            result.knowledge = model::knowledgeTimes(opened.graph->story());
            result.graph = std::move(opened.graph);
        }
    }
};

StoryLoader::StoryLoader(std::function<void()> wake) : wake_(std::move(wake))
{
}

StoryLoader::~StoryLoader()
{
    cancel();
}

void StoryLoader::begin(const std::filesystem::path& path)
{
    if (current_ != nullptr) {
        current_->progress.cancel = true;
        abandoned_.push_back(std::move(current_));
    }
    dropFinished();
    current_ = std::make_shared<Job>();
    current_->result.path = path;
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
    if (current_ == nullptr || current_->progress.total == 0)
        return 0;
    return std::min(1.0, static_cast<double>(current_->progress.done) / static_cast<double>(current_->progress.total));
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
