#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "graph/graph_findings.hpp"
#include "io/foreign_format.hpp"
#include "io/git_repository.hpp"
#include "io/safe_file.hpp"
#include "io/story_writer.hpp"

#include <fmt/core.h>

#include <cstdio>
#include <utility>

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

/// What came of reading the file, or the exit code where it was not even tried.
struct Imported
{
    io::LoadedStory loaded;
    int refusal = exitFine;
};

Imported refused(const std::string& sentence, int code)
{
    printError(sentence);
    return {{}, code};
}

Imported importedRepository(const std::filesystem::path& folder)
{
    core::Result<io::LoadedStory> loaded = io::loadGitRepository(folder);
    if (!loaded)
        return refused(core::english(loaded.error().message), exitMachineLacks);
    return {std::move(*loaded)};
}

Imported importedFile(const ImportOptions& options)
{
    const auto format = io::foreignFormatOf(options.file);
    if (!format)
        return refused(fmt::format("\"{}\" must end in {}, or be a git repository with --format git",
                                   options.file.string(), io::kForeignEndings),
                       exitWrongUsage);
    if (options.output.empty())
        return refused("--output is required", exitWrongUsage);
    std::error_code ignored;
    if (std::filesystem::equivalent(options.file, options.output, ignored))
        return refused("--output: this is the file to import; name another one for the story", exitWrongUsage);
    Imported imported{io::loadForeign(options.file, *format)};
    if (imported.loaded.story != nullptr)
        addWarningsOfGraph(imported.loaded, imported.loaded.diagnostics);
    imported.loaded.diagnostics.sortByPlace();
    return imported;
}

} // namespace

int importStory(const ImportOptions& options)
{
    const Imported imported = options.git ? importedRepository(options.file) : importedFile(options);
    if (imported.refusal != exitFine)
        return imported.refusal;
    printFindings(imported.loaded.diagnostics);
    if (imported.loaded.story == nullptr)
        return exitInputErrors;
    const core::Result<std::string> text = io::newStoryText(*imported.loaded.story);
    if (text && options.output.empty()) {
        const bool whole = std::fwrite(text->data(), 1, text->size(), stdout) == text->size();
        if (whole && std::fflush(stdout) == 0)
            return exitFine;
        printError("standard output does not take the story; write it to a file with --output");
        return exitInputErrors;
    }
    const core::Result<void> written =
        text ? io::writeFileSafely(options.output, *text) : core::Result<void>(text.error());
    if (!written) {
        printError(fmt::format("{}: {}", options.output.string(), core::english(written.error().message)));
        return exitInputErrors;
    }
    return exitFine;
}

} // namespace fabula::app
