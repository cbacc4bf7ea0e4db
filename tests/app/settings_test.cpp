#include "../support/german.hpp"
#include "app/settings.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace fabula::app {
namespace {

ui::Preferences unusual()
{
    ui::Preferences preferences;
    preferences.language = "de";
    preferences.light = true;
    preferences.scale = 1.25;
    preferences.reducedMotion = true;
    preferences.wheelZooms = true;
    preferences.windowWidth = 1280;
    preferences.windowHeight = 720;
    preferences.maximised = true;
    preferences.recentFiles = {"/stories/b.json", "/stories/ü \"a\".json"};
    return preferences;
}

TEST(SettingsTest, whatIsWrittenIsReadBack)
{
    const auto read = settingsFromJson(settingsToJson(unusual()));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(*read, unusual());
}

TEST(SettingsTest, aFileThatIsNoneOfOursIsAnError)
{
    for (const char* bad : {"", "{", "[]", "7", "\"theme\"", "{\"theme\": }", "\xff\xfe"})
        ASSERT_FALSE(settingsFromJson(bad).ok()) << bad;
    EXPECT_EQ(test::germanFault(settingsFromJson("{").error().message), "");
}

TEST(SettingsTest, singleValuesThatMakeNoSenseAreLeftOut)
{
    const auto read = settingsFromJson(R"({"scale": 99, "language": 3, "windowWidth": -5, "windowHeight": "big",
        "theme": "light", "recentFiles": ["/a", 4, ""], "unknown": {}, "reducedMotion": 1})");
    ASSERT_TRUE(read.ok());
    ui::Preferences expected;
    expected.light = true;
    expected.recentFiles = {"/a"};
    EXPECT_EQ(*read, expected);
}

TEST(SettingsTest, aMissingFileGivesTheDefaultsAndSavingMakesTheFolder)
{
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "fabula-settings";
    std::filesystem::remove_all(folder);
    const std::filesystem::path file = folder / "deep" / "settings.json";
    ASSERT_TRUE(loadSettings(file).ok());
    EXPECT_EQ(*loadSettings(file), ui::Preferences{});
    ASSERT_TRUE(saveSettings(file, unusual()).ok());
    EXPECT_EQ(*loadSettings(file), unusual());
    std::ofstream(file) << "nonsense";
    EXPECT_FALSE(loadSettings(file).ok());
    EXPECT_FALSE(saveSettings({}, unusual()).ok());
    std::filesystem::remove_all(folder);
}

TEST(SettingsTest, whatIsInTheWayIsSaidInTheLanguageOfTheWindow)
{
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "fabula-settings-file";
    std::filesystem::create_directories(folder);
    EXPECT_EQ(core::inLanguage(loadSettings(folder).error().message, "de"),
              "Die Einstellungen lassen sich nicht aus " + folder.string() +
                  " lesen: das ist ein Ordner; eine Datei darin nennen");
    EXPECT_EQ(core::inLanguage(saveSettings(folder, unusual()).error().message, "de"),
              "Die Einstellungen lassen sich nicht in " + folder.string() +
                  " speichern: das ist ein Ordner; eine Datei darin nennen");
    std::ofstream(folder / "file") << "no folder";
    EXPECT_EQ(test::germanFault(saveSettings(folder / "file" / "settings.json", unusual()).error().message), "");
    EXPECT_EQ(test::germanFault(saveSettings({}, unusual()).error().message), "");
    std::filesystem::remove_all(folder);
}

TEST(SettingsTest, theFolderIsTheOneOfTheXdgSpecification)
{
    const char* before = std::getenv("XDG_CONFIG_HOME");
    const std::string kept = before != nullptr ? before : "";
    ::setenv("XDG_CONFIG_HOME", "/tmp/elsewhere", 1);
    EXPECT_EQ(settingsFile(), "/tmp/elsewhere/fabula/settings.json");
    ::setenv("XDG_CONFIG_HOME", "relative", 1);
    EXPECT_EQ(settingsFile(), std::filesystem::path(std::getenv("HOME")) / ".config/fabula/settings.json");
    ::setenv("XDG_CONFIG_HOME", kept.c_str(), 1);
}

} // namespace
} // namespace fabula::app
