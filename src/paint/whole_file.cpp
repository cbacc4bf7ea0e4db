#include "paint/whole_file.hpp"

#include "core/replace_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace fabula::paint {
namespace {

namespace fs = std::filesystem;

core::Error failure(const std::string& path, std::string_view reason)
{
    return {"paint.write", fmt::format("\"{}\" can't be written: {}.", path, reason), {path, 0, 0, {}}};
}

std::string reasonOf(const std::error_code& error)
{
    switch (error.value()) {
    case EISDIR:
        return "it is a folder";
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
        return error.message();
    }
}

} // namespace

core::Result<void> writeWholeFile(const std::string& path, std::string_view bytes)
{
    std::error_code failed;
    const fs::path folder = fs::path(path).parent_path();
    if (!folder.empty() && !fs::is_directory(folder, failed))
        return failure(path, fmt::format("the folder \"{}\" does not exist", folder.string()));
    if (const std::error_code reason = core::replaceFile(path, bytes))
        return failure(path, reasonOf(reason));
    return {};
}

} // namespace fabula::paint
