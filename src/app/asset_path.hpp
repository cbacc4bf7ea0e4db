#pragma once

#include <filesystem>

namespace fabula::app {

/// The folder that holds i18n, schema and icon: share/fabula beside the program's own folder when it is installed, else
/// the source tree it was built from.
std::filesystem::path assetFolder();

/// The story that opens when none is named.
std::filesystem::path shippedStory();

} // namespace fabula::app
