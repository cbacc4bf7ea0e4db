#include "io/replace_file.hpp"

#include "io/descriptor.hpp"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace fabula::io {
namespace {

namespace fs = std::filesystem;

std::error_code systemError(int number)
{
    return {number, std::system_category()};
}

bool writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t put = ::write(file, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

// The file that a path leads to in the end, though it may not be there yet.
fs::path behindLinks(fs::path path)
{
    constexpr int kMostLinks = 40; // as many as Linux follows
    std::error_code failed;
    for (int i = 0; i < kMostLinks && fs::is_symlink(fs::symlink_status(path, failed)); ++i) {
        const fs::path next = fs::read_symlink(path, failed);
        if (failed)
            break;
        path = path.parent_path() / next; // an absolute one takes the place of all before it
    }
    return path;
}

// Its name is short, since that of the file may already be as long as the system allows.
std::pair<int, fs::path> openBeside(const fs::path& folder)
{
    constexpr int kMostTries = 100;
    for (int i = 0; i < kMostTries; ++i) {
        fs::path beside = folder / (".fabula." + std::to_string(::getpid()) + '.' + std::to_string(i) + ".part");
        const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file >= 0 || errno != EEXIST)
            return {file, std::move(beside)};
    }
    errno = EEXIST;
    return {-1, {}};
}

std::error_code writeInto(const fs::path& special, std::string_view bytes)
{
    Descriptor file(::open(special.c_str(), O_WRONLY | O_CLOEXEC));
    const bool written = file.open() && writeAll(file.number(), bytes) && file.close();
    return written ? std::error_code() : systemError(errno);
}

} // namespace

std::error_code replaceFile(const fs::path& path, std::string_view bytes)
{
    const fs::path target = behindLinks(path);
    struct stat old
    {
    };
    const bool replaces = ::stat(target.c_str(), &old) == 0;
    if (!replaces && errno != ENOENT)
        return systemError(errno);
    if (replaces && S_ISDIR(old.st_mode))
        return systemError(EISDIR);
    if (replaces && ::access(target.c_str(), W_OK) != 0)
        return systemError(errno);
    if (replaces && !S_ISREG(old.st_mode))
        return writeInto(target, bytes);

    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    const auto [number, beside] = openBeside(folder);
    Descriptor file(number);
    if (!file.open())
        return systemError(errno);
    const bool written = (!replaces || ::fchmod(file.number(), old.st_mode & 07777u) == 0) &&
                         writeAll(file.number(), bytes) && ::fsync(file.number()) == 0 && file.close() &&
                         ::rename(beside.c_str(), target.c_str()) == 0;
    if (!written) {
        const int why = errno;
        ::unlink(beside.c_str());
        return systemError(why);
    }
    // The new name itself must reach the disk; where a folder can't be flushed there is nothing more to do.
    const Descriptor folderFile(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folderFile.open())
        ::fsync(folderFile.number());
    return {};
}

} // namespace fabula::io
