#include "app/open_story.hpp"

#include "graph/graph_findings.hpp"

#include <algorithm>
#include <utility>

namespace fabula::app {
namespace {

bool onlyLoops(const core::Diagnostics& diagnostics)
{
    const auto& findings = diagnostics.findings();
    return std::all_of(findings.begin(), findings.end(), [](const core::Finding& finding) {
        return finding.severity != core::Severity::error || finding.code == "F501";
    });
}

} // namespace

OpenedStory openStory(const std::filesystem::path& path, core::Progress* progress)
{
    io::LoadedStory loaded = io::loadStory(path, progress);
    OpenedStory opened;
    opened.diagnostics = std::move(loaded.diagnostics);
    if (const auto& story = loaded.story != nullptr ? loaded.story : loaded.draft; story != nullptr) {
        graph::EventGraph graph(story);
        graph::addGraphFindings(graph, loaded.places, opened.diagnostics);
        const bool sound = opened.diagnostics.errors() == 0;
        if (sound)
            opened.graph = std::move(graph);
        else if (onlyLoops(opened.diagnostics))
            opened.loopedGraph = std::move(graph);
    }
    opened.diagnostics.sortByPlace();
    return opened;
}

} // namespace fabula::app
