#pragma once

#include "app/file_watch.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace fabula::app {

/// The files whose changes the window heeds: that of the story shown, that of the findings, and that being loaded (so
/// that what is saved during a load is not missed).
class FileWatches
{
public:
    /// `wake` is called from a watching thread after a change.
    explicit FileWatches(std::function<void()> wake) : wake_(std::move(wake)) {}

    /// Watches these files and no others; empty paths stand for none. Those watched already are not asked anew.
    void watch(const std::vector<std::filesystem::path>& files);
    /// A file that changed since this last named it. While `only` is not empty, the others keep their changes.
    std::optional<std::filesystem::path> changed(const std::filesystem::path& only);

private:
    std::function<void()> wake_;
    std::vector<std::unique_ptr<FileWatch>> watches_;
};

} // namespace fabula::app
