#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/open_compared.hpp"
#include "app/story_arguments.hpp"
#include "brief/decks.hpp"
#include "core/ascii.hpp"
#include "paint/fonts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unistd.h>

namespace fabula::app {
namespace {

using Writer = core::Result<void> (*)(const brief::Deck&, const std::filesystem::path&);

/// A kind of deck: what its file's name ends in, in which theme it is unless one is named, and who writes it.
struct DeckFormat
{
    std::string_view ending; ///< "" for a folder
    bool light = false;
    Writer write = nullptr;
};

constexpr std::array kFormats{
    DeckFormat{".pdf", true, &brief::writePdfDeck},     DeckFormat{".pptx", true, &brief::writePptxDeck},
    DeckFormat{".html", false, &brief::writeHtmlDeck},  DeckFormat{".mp4", false, &brief::writeVideoDeck},
    DeckFormat{".md", true, &brief::writeMarkdownDeck}, DeckFormat{"", false, &brief::writePictureDeck},
};

const DeckFormat* formatOf(const std::filesystem::path& output)
{
    std::string ending = output.has_filename() ? output.extension().string() : std::string();
    for (char& c : ending)
        c = core::asciiLower(c);
    const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                     [&](const DeckFormat& format) { return format.ending == ending; });
    return found == kFormats.end() ? nullptr : found;
}

/// The scenes named, in that order; all without names.
core::Result<std::vector<core::SceneId>> scenesNamed(const model::Story& story, const std::vector<std::string>& ids)
{
    if (ids.empty())
        return brief::allScenes(story);
    std::vector<core::SceneId> scenes;
    for (const std::string& id : ids) {
        scenes.push_back(model::sceneNamed(story, id));
        if (!scenes.back().valid())
            return unknownId("scene", id, story.scenes);
        if (std::count(scenes.begin(), scenes.end(), scenes.back()) > 1)
            return core::Error{
                "argument", core::verbatim("--scenes names " + io::inQuotes(id) + " twice; name each scene once"), {}};
    }
    return scenes;
}

/// One line that counts up, where a person watches.
void showProgress(std::size_t done, std::size_t all)
{
    if (isatty(STDERR_FILENO) != 0)
        fmt::print(stderr, "\r{} of {}{}", done, all, done == all ? "\n" : "");
}

} // namespace

int briefStory(const BriefOptions& options)
{
    const DeckFormat* format = formatOf(options.output);
    if (format == nullptr) {
        printError(fmt::format("--output: \"{}\" must end in .pdf, .pptx, .html, .mp4 or .md, or name a folder",
                               options.output.string()));
        return exitWrongUsage;
    }
    const auto opened = openForCommand(options.story, options.since);
    if (!opened)
        return exitInputErrors;
    const model::Story& story = opened->story();
    const auto scenes = scenesNamed(story, options.scenes);
    if (!scenes) {
        printError(core::english(scenes.error().message));
        return exitWrongUsage;
    }
    if (scenes->empty()) {
        printError("the story has no scenes; add some to `scenes`, as the README tells");
        return exitInputErrors;
    }
    const auto fonts = fontsOrComplaint();
    if (fonts == nullptr)
        return exitMachineLacks;
    const std::string language = options.language.empty() ? story.languages.front() : options.language;
    warnOfLanguage(story, language);
    const bool light = options.theme.empty() ? format->light : options.theme == "light";
    brief::Briefing briefing = brief::briefingOf(
        {*opened, fonts.get(), language, light ? &scene::lightTheme() : &scene::darkTheme()}, *scenes, {16, 9});
    briefing.numbered = true;
    const auto written = format->write(
        {briefing, *fonts, options.notes, options.theme, showProgress, options.wordsPerMinute}, options.output);
    if (!written) {
        printError(fmt::format("{}: {}", options.output.string(), core::english(written.error().message)));
        return written.error().code == brief::kNoFilmProgram ? exitMachineLacks : exitInputErrors;
    }
    return exitFine;
}

} // namespace fabula::app
