#include "app/file_watch.hpp"

#include <array>
#include <cstring>
#include <poll.h>
#include <string>
#include <sys/inotify.h>
#include <unistd.h>

namespace fabula::app {
namespace {

/// A file is taken as written when nothing happened to it for so long.
constexpr int kQuietMilliseconds = 80;
constexpr int kPollMilliseconds = 500;

/// Reads all waiting notices; true if one is about `name`.
bool concerns(int notices, const std::string& name)
{
    alignas(inotify_event) std::array<char, 4096> buffer{};
    bool found = false;
    for (;;) {
        const ssize_t bytes = ::read(notices, buffer.data(), buffer.size());
        if (bytes <= 0)
            return found;
        for (std::size_t at = 0; at < static_cast<std::size_t>(bytes);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            if (event.len > 0 && name == buffer.data() + at + sizeof event)
                found = true;
            at += sizeof event + event.len;
        }
    }
}

} // namespace

FileWatch::FileWatch(std::filesystem::path file, std::function<void()> wake)
    : file_(std::move(file)), wake_(std::move(wake))
{
    if (!stop_.usable())
        return;
    std::error_code ignored;
    const std::filesystem::path whole = std::filesystem::absolute(file_, ignored);
    notices_ = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    const bool watching =
        notices_ >= 0 && ::inotify_add_watch(notices_, whole.parent_path().c_str(),
                                             IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE) >= 0;
    thread_ = watching ? std::thread([this] { watch(); }) : std::thread([this] { poll(); });
}

FileWatch::~FileWatch()
{
    stop_.raise();
    if (thread_.joinable())
        thread_.join();
    if (notices_ >= 0)
        ::close(notices_);
}

void FileWatch::tell()
{
    changed_ = true;
    wake_();
}

void FileWatch::watch()
{
    const std::string name = file_.filename().string();
    bool pending = false;
    for (;;) {
        std::array<pollfd, 2> waits{{{stop_.descriptor(), POLLIN, 0}, {notices_, POLLIN, 0}}};
        const int ready = ::poll(waits.data(), waits.size(), pending ? kQuietMilliseconds : -1);
        if ((waits[0].revents & POLLIN) != 0)
            return;
        if (ready > 0) {
            pending = concerns(notices_, name) || pending;
        } else if (pending) {
            pending = false;
            tell();
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
