#pragma once

#include "core/result.hpp"

#include <string>
#include <string_view>

namespace fabula::paint {

/// Writes a file as core::replaceFile does. Errors ("paint.write") say in a sentence what is in the way.
core::Result<void> writeWholeFile(const std::string& path, std::string_view bytes);

} // namespace fabula::paint
