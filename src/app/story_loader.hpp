#pragma once

#include "core/errand.hpp"
#include "io/load_progress.hpp"
#include "ui/apply.hpp"

#include <filesystem>
#include <functional>
#include <optional>

namespace fabula::app {

/// Reads stories on a thread of its own. One load counts at a time: beginning another cancels the one before, whose
/// result is never seen. Used from one thread only.
class StoryLoader
{
public:
    /// `wake` is called from the loading thread when a result is ready.
    explicit StoryLoader(std::function<void()> wake) : errand_(std::move(wake)) {}

    /// `since` is an older version to compare it with; empty: none.
    void begin(const std::filesystem::path& path, const std::filesystem::path& since = {});
    /// The load ends soon, with a result that says it was cancelled.
    void cancel();
    bool running() const { return errand_.running(); }
    /// Of the whole load, 0 to 1.
    double progress() const;
    /// The result, once.
    std::optional<ui::LoadedFile> take() { return errand_.take(); }

private:
    core::Errand<ui::LoadedFile, io::LoadProgress> errand_;
};

} // namespace fabula::app
