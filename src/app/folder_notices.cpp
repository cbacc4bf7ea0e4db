#include "app/folder_notices.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <sys/inotify.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace fabula::app {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kChanges =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_MOVE_SELF | IN_DELETE_SELF;
/// Notices were lost, or a folder is gone from where it was.
constexpr std::uint32_t kLookAgain = IN_Q_OVERFLOW | IN_IGNORED | IN_MOVE_SELF | IN_DELETE_SELF;

} // namespace

FolderNotices::FolderNotices(fs::path file) : file_(std::move(file))
{
    std::error_code failed;
    if (const fs::path whole = fs::absolute(file_, failed); !failed)
        file_ = whole;
    notices_ = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    watchAgain();
}

FolderNotices::~FolderNotices()
{
    if (notices_ >= 0)
        ::close(notices_);
}

void FolderNotices::watchAgain()
{
    if (notices_ < 0)
        return;
    constexpr int kMostLinks = 40; // as many as Linux follows
    const std::vector<Watched> before = std::exchange(watched_, {});
    complete_ = true;
    std::error_code failed;
    fs::path path = file_;
    watchFolderOf(path);
    for (int i = 0; i < kMostLinks && fs::is_symlink(fs::symlink_status(path, failed)); ++i) {
        const fs::path next = fs::read_symlink(path, failed);
        if (failed)
            break;
        path = path.parent_path() / next;
        watchFolderOf(path);
    }
    for (const Watched& old : before) {
        const auto same = [&](const Watched& now) { return now.folder == old.folder; };
        if (std::none_of(watched_.begin(), watched_.end(), same))
            ::inotify_rm_watch(notices_, old.folder);
    }
}

void FolderNotices::watchFolderOf(const fs::path& path)
{
    const int folder = ::inotify_add_watch(notices_, path.parent_path().c_str(), kChanges);
    complete_ = complete_ && folder >= 0;
    if (folder >= 0)
        watched_.push_back({folder, path});
}

bool FolderNotices::takeAny()
{
    alignas(inotify_event) std::array<char, 4096> buffer{};
    bool found = false;
    bool lookAgain = false;
    for (;;) {
        const ssize_t bytes = ::read(notices_, buffer.data(), buffer.size());
        if (bytes <= 0)
            break;
        for (std::size_t at = 0; at < static_cast<std::size_t>(bytes);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const char* name = event.len > 0 ? buffer.data() + at + sizeof event : "";
            const int folder = event.wd;
            const std::uint32_t what = event.mask;
            const auto concerns = [&](const Watched& one) {
                if (one.folder != folder || one.path.filename() != name)
                    return false;
                // What is being made has nothing in it yet, unless it is a link.
                std::error_code ignored;
                return (what & IN_CREATE) == 0 || fs::is_symlink(fs::symlink_status(one.path, ignored));
            };
            const auto isOurs = [&](const Watched& one) { return one.folder == folder; };
            // The end of a folder that we no longer watch is told, too, and means nothing.
            const bool lost = (what & IN_Q_OVERFLOW) != 0 ||
                              ((what & kLookAgain) != 0 && std::any_of(watched_.begin(), watched_.end(), isOurs));
            found = found || lost || std::any_of(watched_.begin(), watched_.end(), concerns);
            lookAgain = lookAgain || lost;
            at += sizeof event + event.len;
        }
    }
    if (found || lookAgain)
        watchAgain();
    return found;
}

} // namespace fabula::app
