#include "app/open_story.hpp"

#include "graph/graph_findings.hpp"
#include "io/finding_kinds.hpp"

#include <algorithm>
#include <new>
#include <string>
#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace fabula::app {
namespace {

bool onlyLoops(const core::Diagnostics& diagnostics)
{
    const auto& findings = diagnostics.findings();
    return std::all_of(findings.begin(), findings.end(), [](const core::Finding& finding) {
        return finding.severity != core::Severity::error || finding.code == "F501";
    });
}

OpenedStory opened(const std::filesystem::path& path, io::LoadProgress* progress)
{
    io::LoadedStory loaded = io::loadStory(path, progress);
    OpenedStory opened;
    opened.diagnostics = std::move(loaded.diagnostics);
    const auto& story = loaded.story != nullptr ? loaded.story : loaded.draft;
    if (story != nullptr && (progress == nullptr || !progress->cancel)) {
        if (progress != nullptr)
            progress->step = io::LoadStep::joining;
        graph::EventGraph graph(story);
        graph::addGraphFindings(graph, loaded.places, opened.diagnostics, progress);
        const bool sound = opened.diagnostics.errors() == 0;
        if (sound)
            opened.graph = std::move(graph);
        else if (onlyLoops(opened.diagnostics))
            opened.loopedGraph = std::move(graph);
    }
    opened.diagnostics.sortByPlace();
    return opened;
}

// What only the reading needed lies between what is kept, and the C library would hold it for later.
void giveMemoryBack()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace

OpenedStory openStory(const std::filesystem::path& path, io::LoadProgress* progress)
{
    try {
        OpenedStory story = opened(path, progress);
        giveMemoryBack();
        return story;
    } catch (const std::bad_alloc&) {
        OpenedStory failed;
        failed.diagnostics = noMemoryFor(path);
        return failed;
    }
}

core::Diagnostics noMemoryFor(const std::filesystem::path& path)
{
    core::Diagnostics diagnostics;
    core::FilePlace where;
    where.file = path.string();
    diagnostics.add({std::string(io::finding::kNoMemory.code), io::finding::kNoMemory.severity, std::move(where),
                     core::message("the story needs more memory than there is; end other programs, or split the "
                                   "story")});
    return diagnostics;
}

} // namespace fabula::app
