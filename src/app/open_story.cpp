#include "app/open_story.hpp"

#include "graph/graph_findings.hpp"

namespace fabula::app {

OpenedStory openStory(const std::filesystem::path& path, io::LoadProgress* progress)
{
    io::LoadedStory loaded = io::loadStory(path, progress);
    OpenedStory opened;
    opened.diagnostics = std::move(loaded.diagnostics);
    if (const auto& story = loaded.story != nullptr ? loaded.story : loaded.draft; story != nullptr) {
        graph::EventGraph graph(story);
        graph::addGraphFindings(graph, loaded.places, opened.diagnostics);
        if (opened.diagnostics.errors() == 0)
            opened.graph = std::move(graph);
    }
    opened.diagnostics.sortByPlace();
    return opened;
}

} // namespace fabula::app
