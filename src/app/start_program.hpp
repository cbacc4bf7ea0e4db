#pragma once

#include <string>
#include <vector>

namespace fabula::app {

/// Starts a program of the system with its arguments, by no shell, and goes on without waiting for it. False if there
/// is no such program.
bool startProgram(std::vector<std::string> call);

} // namespace fabula::app
