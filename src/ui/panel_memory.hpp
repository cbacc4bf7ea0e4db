#pragma once

#include <string>
#include <string_view>

namespace fabula::ui {

/// What a panel keeps of its own from frame to frame (a half-typed text, which row is lit): it lies in the storage of
/// the current ImGui window, as the state of ImGui's own widgets does, and is none of the program's business.

int recalledNumber(const char* name, int otherwise = 0);
void keepNumber(const char* name, int value);
/// At most 1,000 bytes.
std::string recalledText(const char* name);
void keepText(const char* name, std::string_view text);

} // namespace fabula::ui
