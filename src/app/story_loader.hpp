#pragma once

#include "ui/apply.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace fabula::app {

/// Reads stories on a thread of its own. One load counts at a time: beginning another cancels the one before, whose
/// result is never seen. Used from one thread only.
class StoryLoader
{
public:
    /// `wake` is called from the loading thread when a result is ready.
    explicit StoryLoader(std::function<void()> wake);
    /// Cancels what runs and waits for it.
    ~StoryLoader();
    StoryLoader(const StoryLoader&) = delete;
    StoryLoader& operator=(const StoryLoader&) = delete;

    /// `since` is an older version to compare it with; empty: none.
    void begin(const std::filesystem::path& path, const std::filesystem::path& since = {});
    /// The load ends soon, with a result that says it was cancelled.
    void cancel();
    bool running() const { return current_ != nullptr; }
    /// Of the whole load, 0 to 1.
    double progress() const;
    /// The result, once.
    std::optional<ui::LoadedFile> take();

private:
    struct Job;
    void dropFinished();

    std::function<void()> wake_;
    std::shared_ptr<Job> current_;
    std::vector<std::shared_ptr<Job>> abandoned_; ///< cancelled, perhaps still on their way out
};

} // namespace fabula::app
