#pragma once

#include "app/folder_notices.hpp"
#include "app/stop_signal.hpp"

#include <atomic>
#include <filesystem>
#include <functional>
#include <thread>

namespace fabula::app {

/// Notices when one file changes on disk, whether it is written in place or replaced by renaming another onto it, as
/// many editors do; where it is a link, also what it leads to. Waits in a thread of its own for the kernel to tell
/// (inotify on the folders); where that can't be had it looks at the time of the last change twice a second. Changes
/// are told once they have been quiet for a moment.
class FileWatch
{
public:
    /// `wake` is called from the watching thread after a change.
    FileWatch(std::filesystem::path file, std::function<void()> wake);
    ~FileWatch();
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;

    const std::filesystem::path& file() const { return file_; }
    /// Whether the file changed since this was last asked.
    bool changed() { return changed_.exchange(false); }

private:
    void watch();
    void poll();
    void tell();

    std::filesystem::path file_;
    std::function<void()> wake_;
    std::atomic<bool> changed_{false};
    FolderNotices notices_; ///< the thread's
    StopSignal stop_;
    std::thread thread_;
};

} // namespace fabula::app
