#pragma once

#include "core/result.hpp"

#include <string>
#include <string_view>

namespace fabula::paint {

/// Writes a file that is whole or not there: beside first, flushed to the disk, then renamed over what was there; a
/// link stays a link. Errors ("paint.write") say in a sentence what is in the way.
core::Result<void> writeWholeFile(const std::string& path, std::string_view bytes);

} // namespace fabula::paint
