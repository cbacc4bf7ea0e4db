#pragma once

#include <filesystem>

namespace fabula::app {

/// Opens the window with this story, compared with an older version unless that is empty, and runs it until it is
/// closed. Returns the program's exit code; without a display
/// or OpenGL 3.3 it says so on standard error and returns exitMachineLacks.
int runWindow(const std::filesystem::path& story, const std::filesystem::path& since);

} // namespace fabula::app
