#pragma once

#include "core/diagnostics.hpp"
#include "core/geometry.hpp"
#include "paint/fonts.hpp"
#include "time/edtf.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::app {

/// What `fabula render` was asked for; see --help.
struct RenderOptions
{
    std::filesystem::path story;
    std::filesystem::path since;  ///< an older version to compare with; empty: none
    std::filesystem::path output; ///< its ending chooses the format: png, svg, pdf
    std::filesystem::path report; ///< empty: none
    core::Size size{1600, 900};   ///< px before `scale`
    double scale = 1;
    std::string language; ///< empty: the story's first
    bool light = false;
    std::string view;   ///< "timeline" or "graph"; empty: the scene's, else the timeline
    std::string scene;  ///< id; empty: the whole story
    std::string select; ///< id; empty: none
    time::Edtf range;
    time::Edtf asOf;
};

/// What `fabula ask` was asked; see --help.
struct AskOptions
{
    std::filesystem::path story;
    std::string question;         ///< one of ask::kAskNames
    std::vector<std::string> ids; ///< of the events, the source, or the ends of the link it is about
    std::string language;         ///< empty: the story's first
    time::Edtf asOf;
    bool json = false;
};

/// What `fabula brief` was asked for; see --help.
struct BriefOptions
{
    std::filesystem::path story;
    std::filesystem::path since;     ///< an older version to compare with; empty: none
    std::filesystem::path output;    ///< its ending chooses the format; without one it is a folder
    std::string language;            ///< empty: the story's first
    std::string theme;               ///< "dark" or "light"; empty: what suits the format
    std::vector<std::string> scenes; ///< ids; empty: all
    bool notes = false;
    double wordsPerMinute = 0; ///< of a film; 0: as long as the scenes say
};

/// What `fabula diff` compares; see --help.
struct DiffOptions
{
    std::filesystem::path before;
    std::filesystem::path after;
    std::string language; ///< empty: the new story's first
    bool json = false;
};

/// What `fabula import` makes a story of; see --help.
struct ImportOptions
{
    std::filesystem::path file;
    bool git = false;             ///< it is a repository, whatever its name ends in
    std::filesystem::path output; ///< empty: standard output, which only a repository's story may go to
};

/// Each command returns the program's exit code, writes results to standard output and errors to standard error.
int checkStories(const std::vector<std::filesystem::path>& stories, bool json);
int renderStory(const RenderOptions& options);
int briefStory(const BriefOptions& options);
int askStory(const AskOptions& options);
/// Differences are no error: exitFine whether or not there are any.
int diffStories(const DiffOptions& options);
int importStory(const ImportOptions& options);
int exportStory(const std::filesystem::path& story, const std::filesystem::path& output);
int describeDate(const std::string& edtf, const std::string& language, bool json);
int printSchema();

/// Text with what stories say, on standard output: what would steer a terminal or change how the text reads (controls,
/// escapes, marks of direction) is left out, but for line ends.
void printText(std::string_view text);
/// "error: …" on standard error.
void printError(const std::string& sentence);
/// Each finding, a line, on standard error.
void printFindings(const core::Diagnostics& diagnostics);
/// The fonts of this machine, with what is missing told on standard error; null where there are none at all.
std::shared_ptr<const paint::FontBook> fontsOrComplaint();

} // namespace fabula::app
