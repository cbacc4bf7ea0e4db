#include "app/file_watch.hpp"

#include <array>
#include <poll.h>
#include <utility>

namespace fabula::app {
namespace {

/// A file is taken as written when nothing happened to it for so long.
constexpr int kQuietMilliseconds = 80;
constexpr int kPollMilliseconds = 500;

} // namespace

FileWatch::FileWatch(std::filesystem::path file, std::function<void()> wake)
    : file_(std::move(file)), wake_(std::move(wake)), notices_(file_)
{
    if (stop_.usable())
        thread_ = notices_.complete() ? std::thread([this] { watch(); }) : std::thread([this] { poll(); });
}

FileWatch::~FileWatch()
{
    stop_.raise();
    if (thread_.joinable())
        thread_.join();
}

void FileWatch::tell()
{
    changed_ = true;
    wake_();
}

void FileWatch::watch()
{
    bool pending = false;
    for (;;) {
        std::array<pollfd, 2> waits{{{stop_.descriptor(), POLLIN, 0}, {notices_.descriptor(), POLLIN, 0}}};
        const int wait = pending ? kQuietMilliseconds : notices_.complete() ? -1 : kPollMilliseconds;
        const int ready = ::poll(waits.data(), waits.size(), wait);
        if ((waits[0].revents & POLLIN) != 0)
            return;
        if (ready > 0) {
            pending = notices_.takeAny() || pending;
        } else if (pending) {
            pending = false;
            tell();
        } else if (!notices_.complete()) {
            // A folder went away; once it is there again the file may have come with it.
            notices_.watchAgain();
            pending = notices_.complete();
        }
    }
}

void FileWatch::poll()
{
    std::error_code ignored;
    auto last = std::filesystem::last_write_time(file_, ignored);
    for (;;) {
        pollfd wait{stop_.descriptor(), POLLIN, 0};
        if (::poll(&wait, 1, kPollMilliseconds) > 0)
            return;
        std::error_code failed;
        const auto now = std::filesystem::last_write_time(file_, failed);
        if (!failed && now != last) {
            last = now;
            tell();
        }
    }
}

} // namespace fabula::app
