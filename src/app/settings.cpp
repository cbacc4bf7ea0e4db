#include "app/settings.hpp"

#include "io/safe_file.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>

namespace fabula::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostRecent = 10;
constexpr std::size_t kMostBytes = 1 << 20;

void read(const Json& from, const char* key, bool& value)
{
    if (const auto found = from.find(key); found != from.end() && found->is_boolean())
        value = found->get<bool>();
}

void read(const Json& from, const char* key, int& value, int least, int most)
{
    const auto found = from.find(key);
    if (found == from.end() || !found->is_number_integer())
        return;
    const auto number = found->get<std::int64_t>();
    if (number >= least && number <= most)
        value = static_cast<int>(number);
}

std::string text(const Json& value)
{
    return value.is_string() ? value.get<std::string>() : std::string{};
}

core::Error notSaved(const std::filesystem::path& file, const core::Message& reason)
{
    return {"settings", core::message("The settings can't be saved in {}: {}", file.string(), reason), {}};
}

} // namespace

std::filesystem::path settingsFile()
{
    // The specification of the XDG folders: relative paths are to be ignored.
    if (const char* folder = std::getenv("XDG_CONFIG_HOME"); folder != nullptr && folder[0] == '/')
        return std::filesystem::path(folder) / "fabula" / "settings.json";
    if (const char* home = std::getenv("HOME"); home != nullptr && home[0] == '/')
        return std::filesystem::path(home) / ".config" / "fabula" / "settings.json";
    return {};
}

core::Result<ui::Preferences> settingsFromJson(std::string_view json)
{
    const Json root = Json::parse(json, nullptr, false);
    if (!root.is_object())
        return core::Error{
            "settings", core::message("The settings can't be read; the defaults are used until they are changed."), {}};
    ui::Preferences preferences;
    if (const auto found = root.find("language"); found != root.end())
        preferences.language = text(*found);
    if (const auto found = root.find("theme"); found != root.end())
        preferences.light = text(*found) == "light";
    if (const auto found = root.find("scale"); found != root.end() && found->is_number()) {
        const double scale = found->get<double>();
        if (scale >= 0.8 && scale <= 2)
            preferences.scale = scale;
    }
    read(root, "reducedMotion", preferences.reducedMotion);
    read(root, "wheelZooms", preferences.wheelZooms);
    read(root, "maximised", preferences.maximised);
    read(root, "windowWidth", preferences.windowWidth, 320, 32767);
    read(root, "windowHeight", preferences.windowHeight, 200, 32767);
    if (const auto recent = root.find("recentFiles"); recent != root.end() && recent->is_array()) {
        for (const Json& path : *recent) {
            if (!text(path).empty() && preferences.recentFiles.size() < kMostRecent)
                preferences.recentFiles.push_back(text(path));
        }
    }
    return preferences;
}

std::string settingsToJson(const ui::Preferences& preferences)
{
    Json root;
    root["language"] = preferences.language;
    root["theme"] = preferences.light ? "light" : "dark";
    root["scale"] = preferences.scale;
    root["reducedMotion"] = preferences.reducedMotion;
    root["wheelZooms"] = preferences.wheelZooms;
    root["windowWidth"] = preferences.windowWidth;
    root["windowHeight"] = preferences.windowHeight;
    root["maximised"] = preferences.maximised;
    root["recentFiles"] = preferences.recentFiles;
    // Names of files may hold any bytes.
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

core::Result<ui::Preferences> loadSettings(const std::filesystem::path& file)
{
    std::error_code ignored;
    if (file.empty() || !std::filesystem::exists(file, ignored))
        return ui::Preferences{};
    const auto bytes = io::readFile(file, kMostBytes);
    if (!bytes)
        return core::Error{
            "settings",
            core::message("The settings can't be read from {}: {}", file.string(), bytes.error().message),
            {}};
    return settingsFromJson(*bytes);
}

core::Result<void> saveSettings(const std::filesystem::path& file, const ui::Preferences& preferences)
{
    if (file.empty())
        return core::Error{
            "settings", core::message("There is no folder for settings: neither XDG_CONFIG_HOME nor HOME is set."), {}};
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    if (failed)
        return notSaved(file, core::verbatim(failed.message()));
    const auto written = io::writeFileSafely(file, settingsToJson(preferences));
    return written ? written : notSaved(file, written.error().message);
}

} // namespace fabula::app
