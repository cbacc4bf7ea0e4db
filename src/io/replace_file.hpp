#pragma once

#include <filesystem>
#include <string_view>
#include <system_error>

namespace fabula::io {

/// Writes a file so that at every moment either the old or the new bytes stand under its name, whole: into a new file
/// beside it, flushed to the disk, which then takes its name. A link stays a link (its target is written), the rights
/// of an existing file are kept, and on an error the old file is as it was. A device or pipe can't be replaced and is
/// written to. The answer is the system's error, which the caller words; none if all went well.
std::error_code replaceFile(const std::filesystem::path& path, std::string_view bytes);

} // namespace fabula::io
