#include "io/safe_file.hpp"

#include "io/descriptor.hpp"
#include "io/finding_kinds.hpp"
#include "io/replace_file.hpp"
#include "io/suggestion.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace fabula::io {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kReadBytes = std::size_t{64} << 10;

core::Error errorOn(const fs::path& path, const FindingKind& kind, core::Message sentence)
{
    return {std::string(kind.code), std::move(sentence), {path.string(), 0, 0, {}}};
}

std::string nearNameBeside(const fs::path& path)
{
    constexpr int kMostNames = 2000;
    std::error_code ignored;
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const std::string wanted = path.filename().string();
    BestGuess guess(wanted);
    int names = 0;
    for (fs::directory_iterator it(folder, ignored), end; !ignored && it != end && names < kMostNames;
         it.increment(ignored), ++names)
        guess.consider(it->path().filename().string());
    if (guess.word().empty())
        return {};
    return path.has_parent_path() ? (folder / guess.word()).string() : guess.word();
}

core::Error systemError(const fs::path& path, int number)
{
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        if (path.has_parent_path() && !fs::exists(path.parent_path()))
            return errorOn(
                path, finding::kNoFile,
                core::message("there is no folder {}; check the path", inQuotes(path.parent_path().string())));
        return errorOn(path, finding::kNoFile,
                       didYouMean(core::message("there is no file of this name"), nearNameBeside(path)));
    case EISDIR:
        return errorOn(path, finding::kFolder, core::message("this is a folder; name a file in it"));
    case EACCES:
    case EPERM:
    case EROFS:
        return errorOn(path, finding::kNoRights,
                       core::message("you have no right to this file; change its rights or take another place"));
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return errorOn(
            path, finding::kNoRoom,
            core::message("there is no room: the disk is full or the file would be larger than allowed; make "
                          "room and try again (the old file is unchanged)"));
    default:
        return errorOn(path, finding::kNotReadable,
                       core::message("the system says: {}", std::system_category().message(number)));
    }
}

template <class Text>
core::Result<Text> readAll(const Descriptor& file, const fs::path& path, std::size_t mostBytes,
                           core::Progress* progress)
{
    struct stat info
    {
    };
    if (::fstat(file.number(), &info) != 0)
        return systemError(path, errno);
    if (S_ISDIR(info.st_mode))
        return systemError(path, EISDIR);
    const auto size = static_cast<std::size_t>(std::max<off_t>(info.st_size, 0));
    if (progress != nullptr)
        progress->total.store(size);
    Text text;
    // One byte more than it has, so that the end is seen without another round; pipes have no size and just grow.
    text.resize(std::min(size, mostBytes) + 1);
    std::size_t filled = 0;
    while (true) {
        if (progress != nullptr && progress->cancel.load(std::memory_order_relaxed))
            return errorOn(path, finding::kCancelled,
                           core::message("the loading was cancelled; open the file again to read it"));
        if (filled == text.size())
            text.resize(text.size() + std::max(kReadBytes, text.size() / 2));
        const ssize_t got = ::read(file.number(), text.data() + filled, std::min(kReadBytes, text.size() - filled));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(path, errno);
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
        if (filled > mostBytes)
            return errorOn(path, finding::kFileTooLarge,
                           core::message("the file has more than {} bytes; split the story", mostBytes));
    }
    text.resize(filled);
    if (progress != nullptr)
        progress->total.store(filled);
    return text;
}

template <class Text>
core::Result<Text> readWhole(const fs::path& path, std::size_t mostBytes, core::Progress* progress)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.open())
        return systemError(path, errno);
    return readAll<Text>(file, path, mostBytes, progress);
}

} // namespace

void FileText::resize(std::size_t size)
{
    if (size > room_) {
        std::unique_ptr<char[]> larger(new char[size]);
        std::copy_n(bytes_.get(), size_, larger.get());
        bytes_ = std::move(larger);
        room_ = size;
    }
    size_ = size;
}

core::Result<std::string> readFile(const fs::path& path, std::size_t mostBytes, core::Progress* progress)
{
    return readWhole<std::string>(path, mostBytes, progress);
}

core::Result<FileText> readText(const fs::path& path, std::size_t mostBytes, core::Progress* progress)
{
    return readWhole<FileText>(path, mostBytes, progress);
}

core::Result<void> writeFileSafely(const fs::path& path, std::string_view bytes)
{
    if (const std::error_code failed = replaceFile(path, bytes))
        return systemError(path, failed.value());
    return {};
}

core::Result<void> canBeWritten(const fs::path& path)
{
    std::error_code ignored;
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (fs::is_directory(path, ignored))
        return systemError(path, EISDIR);
    const bool there = fs::exists(path, ignored);
    if (::access(there ? path.c_str() : folder.c_str(), there ? W_OK : W_OK | X_OK) != 0)
        return systemError(path, errno);
    if (!fs::is_directory(folder, ignored))
        return systemError(path, ENOTDIR);
    return {};
}

} // namespace fabula::io
