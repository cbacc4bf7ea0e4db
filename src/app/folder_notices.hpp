#pragma once

#include <filesystem>
#include <vector>

namespace fabula::app {

/// The kernel's notices (inotify) on the folders of one file: its own, and where it is a link, those that the link and
/// the links behind it lead to.
class FolderNotices
{
public:
    explicit FolderNotices(std::filesystem::path file);
    ~FolderNotices();
    FolderNotices(const FolderNotices&) = delete;
    FolderNotices& operator=(const FolderNotices&) = delete;

    /// To wait for with poll(); negative where the system gives none.
    int descriptor() const { return notices_; }
    /// Whether all the folders are watched. Where not, one of them is not there, and `watchAgain` is to be tried later.
    bool complete() const { return complete_; }
    /// Watches what the file leads to now.
    void watchAgain();
    /// Takes all that waits; true if something of it is about the file. Links that lead elsewhere now, and folders that
    /// went away, are seen to.
    bool takeAny();

private:
    struct Watched
    {
        int folder = -1;
        std::filesystem::path path;
    };
    void watchFolderOf(const std::filesystem::path& path);

    std::filesystem::path file_;
    int notices_ = -1;
    bool complete_ = false;
    std::vector<Watched> watched_;
};

} // namespace fabula::app
