#include "app/open_compared.hpp"

#include "app/commands.hpp"
#include "ask/compared_story.hpp"

#include <utility>

namespace fabula::app {

OpenedComparison openComparison(const graph::EventGraph& story, const std::filesystem::path& older,
                                io::LoadProgress* progress)
{
    OpenedStory before = openStory(older, progress);
    OpenedComparison opened;
    opened.diagnostics = std::move(before.diagnostics);
    if (!before.graph || (progress != nullptr && progress->cancel))
        return opened;
    opened.comparison = std::make_shared<const ask::Comparison>(ask::compared(*before.graph, story));
    opened.graph = graph::EventGraph(ask::comparedStory(*opened.comparison));
    return opened;
}

std::optional<graph::EventGraph> openForCommand(const std::filesystem::path& story, const std::filesystem::path& older)
{
    OpenedStory opened = openStory(story);
    printFindings(opened.diagnostics);
    if (!opened.graph || older.empty())
        return std::move(opened.graph);
    OpenedComparison compared = openComparison(*opened.graph, older);
    printFindings(compared.diagnostics);
    return std::move(compared.graph);
}

} // namespace fabula::app
