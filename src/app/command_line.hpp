#pragma once

namespace fabula::app {

/// Reads the call, runs the command or the window, and returns the exit code.
int runCommandLine(int argc, const char* const* argv);

} // namespace fabula::app
