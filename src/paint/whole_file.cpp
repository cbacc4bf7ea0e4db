#include "paint/whole_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace fabula::paint {
namespace {

namespace fs = std::filesystem;

core::Error failure(const std::string& path, std::string_view reason)
{
    return {"paint.write", core::verbatim(fmt::format("\"{}\" can't be written: {}.", path, reason)), {path, 0, 0, {}}};
}

std::string reasonOf(int error)
{
    switch (error) {
    case EACCES:
    case EPERM:
    case EROFS:
        return "you have no right to write there";
    case ENOSPC:
    case EDQUOT:
        return "the disk is full";
    case ENAMETOOLONG:
        return "the name is too long";
    default:
        return std::strerror(error);
    }
}

bool writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

core::Result<void> writeWholeFile(const std::string& path, std::string_view bytes)
{
    std::error_code failed;
    const fs::path folder = fs::path(path).parent_path();
    if (!folder.empty() && !fs::is_directory(folder, failed))
        return failure(path, fmt::format("the folder \"{}\" does not exist", folder.string()));
    const fs::file_status status = fs::status(path, failed);
    if (fs::is_directory(status))
        return failure(path, "it is a folder");
    // A device or a pipe can't be renamed over.
    const bool special = fs::exists(status) && !fs::is_regular_file(status);
    // A link stays a link: what it leads to is replaced.
    const fs::path real = fs::canonical(path, failed);
    const std::string target = failed ? path : real.string();
    const std::string beside = special ? path : fmt::format("{}.{}.part", target, ::getpid());
    const int file = ::open(beside.c_str(), special ? O_WRONLY : O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0)
        return failure(path, reasonOf(errno));
    const bool written = writeAll(file, bytes);
    int error = written ? 0 : errno;
    if (error == 0 && !special && ::fsync(file) != 0)
        error = errno;
    if (::close(file) != 0 && error == 0)
        error = errno;
    if (error == 0 && !special && ::rename(beside.c_str(), target.c_str()) != 0)
        error = errno;
    if (error == 0)
        return {};
    if (!special)
        ::unlink(beside.c_str());
    return failure(path, reasonOf(error));
}

} // namespace fabula::paint
