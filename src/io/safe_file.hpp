#pragma once

#include "core/progress.hpp"
#include "core/result.hpp"

#include <cstddef>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>

namespace fabula::io {

/// The whole file. Errors: F001 no such file (with a near name of the same folder), F002 a folder, F003 no rights, F004
/// anything else, F005 cancelled, F601 more than `mostBytes`. With `progress` its size is told and it can be cancelled.
core::Result<std::string> readFile(const std::filesystem::path& path,
                                   std::size_t mostBytes = std::numeric_limits<std::size_t>::max(),
                                   core::Progress* progress = nullptr);

/// Writes a file so that at every moment either the old or the new bytes stand under its name, whole: into a new file
/// beside it, flushed to the disk, which then takes its name. A link stays a link (its target is written), and the
/// rights of an existing file are kept. On an error the old file is as it was. Errors: F002, F003, F006 (no room),
/// F004.
core::Result<void> writeFileSafely(const std::filesystem::path& path, std::string_view bytes);

} // namespace fabula::io
