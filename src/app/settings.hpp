#pragma once

#include "core/result.hpp"
#include "ui/app_state.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace fabula::app {

/// Where preferences are kept: $XDG_CONFIG_HOME/fabula/settings.json, by default under ~/.config. Empty if the machine
/// tells neither.
std::filesystem::path settingsFile();

/// The preferences written there. A missing file gives the defaults; one that can't be understood is an error that says
/// so, and single values of the wrong kind or out of range are left at their defaults.
core::Result<ui::Preferences> loadSettings(const std::filesystem::path& file);

/// Writes them, making the folder if need be; the old file stays whole until the new one is.
core::Result<void> saveSettings(const std::filesystem::path& file, const ui::Preferences& preferences);

/// The two halves of the above without the disk.
core::Result<ui::Preferences> settingsFromJson(std::string_view json);
std::string settingsToJson(const ui::Preferences& preferences);

} // namespace fabula::app
