#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/open_story.hpp"
#include "io/foreign_format.hpp"
#include "io/safe_file.hpp"

#include <fmt/core.h>

namespace fabula::app {

int exportStory(const std::filesystem::path& story, const std::filesystem::path& output)
{
    const auto format = io::foreignFormatOf(output);
    if (!format) {
        printError(fmt::format("--output: \"{}\" must end in {}", output.string(), io::kForeignEndings));
        return exitWrongUsage;
    }
    const OpenedStory opened = openStory(story);
    printFindings(opened.diagnostics);
    if (!opened.graph)
        return exitInputErrors;
    const model::Story& told = opened.graph->story();
    if (!told.scenes.empty())
        fmt::print(stderr, "warning: scenes have no place in {}; {} left out\n", output.extension().string(),
                   told.scenes.size());
    const auto written = io::writeFileSafely(output, io::foreignTextOf(told, *format));
    if (!written) {
        printError(fmt::format("{}: {}", output.string(), core::english(written.error().message)));
        return exitInputErrors;
    }
    return exitFine;
}

} // namespace fabula::app
