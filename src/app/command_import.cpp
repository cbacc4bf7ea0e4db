#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "graph/graph_findings.hpp"
#include "io/foreign_format.hpp"
#include "io/safe_file.hpp"
#include "io/story_writer.hpp"

#include <fmt/core.h>

namespace fabula::app {
namespace {

/// What the graph shows to be wrong with the dates and causes of an imported story. It is written nevertheless, to be
/// mended there, so that a loop is no error here; that links imply others is of no interest yet.
void addWarningsOfGraph(const io::LoadedStory& loaded, core::Diagnostics& diagnostics)
{
    core::Diagnostics found;
    graph::addOrderFindings(graph::EventGraph(loaded.story), loaded.places, found);
    for (core::Finding finding : found.findings()) {
        finding.severity = core::Severity::warning;
        diagnostics.add(std::move(finding));
    }
}

} // namespace

int importStory(const std::filesystem::path& file, const std::filesystem::path& output)
{
    const auto format = io::foreignFormatOf(file);
    if (!format) {
        printError(fmt::format("\"{}\" must end in {}", file.string(), io::kForeignEndings));
        return exitWrongUsage;
    }
    std::error_code ignored;
    if (std::filesystem::equivalent(file, output, ignored)) {
        printError("--output: this is the file to import; name another one for the story");
        return exitWrongUsage;
    }
    io::LoadedStory loaded = io::loadForeign(file, *format);
    if (loaded.story != nullptr)
        addWarningsOfGraph(loaded, loaded.diagnostics);
    loaded.diagnostics.sortByPlace();
    printFindings(loaded.diagnostics);
    if (loaded.story == nullptr)
        return exitInputErrors;
    const core::Result<std::string> text = io::newStoryText(*loaded.story);
    const core::Result<void> written = text ? io::writeFileSafely(output, *text) : core::Result<void>(text.error());
    if (!written) {
        printError(fmt::format("{}: {}", output.string(), core::english(written.error().message)));
        return exitInputErrors;
    }
    return exitFine;
}

} // namespace fabula::app
