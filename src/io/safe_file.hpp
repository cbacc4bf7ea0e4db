#pragma once

#include "core/progress.hpp"
#include "core/result.hpp"

#include <cstddef>
#include <filesystem>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

namespace fabula::io {

/// The whole file. Errors: F001 no such file (with a near name of the same folder), F002 a folder, F003 no rights, F004
/// anything else, F005 cancelled, F601 more than `mostBytes`. With `progress` its size is told and it can be cancelled.
core::Result<std::string> readFile(const std::filesystem::path& path,
                                   std::size_t mostBytes = std::numeric_limits<std::size_t>::max(),
                                   core::Progress* progress = nullptr);

/// A whole file as it was read.
class FileText
{
public:
    std::string_view view() const { return {bytes_.get(), size_}; }

    char* data() { return bytes_.get(); }
    std::size_t size() const { return size_; }
    /// What is new is not written yet.
    void resize(std::size_t size);

private:
    std::unique_ptr<char[]> bytes_;
    std::size_t room_ = 0;
    std::size_t size_ = 0;
};

/// The same as readFile for a large file, of which a string would first be filled with zeros.
core::Result<FileText> readText(const std::filesystem::path& path, std::size_t mostBytes, core::Progress* progress);

/// Writes a file as replaceFile does: at every moment either the old or the new bytes stand under its name,
/// whole. Errors: F001 no such folder, F002, F003, F006 (no room), F004.
core::Result<void> writeFileSafely(const std::filesystem::path& path, std::string_view bytes);

/// Whether that could be, to be asked before long work: the same errors, but for the room. Nothing is written.
core::Result<void> canBeWritten(const std::filesystem::path& path);

} // namespace fabula::io
