#include "app/story_loader.hpp"

#include "app/open_compared.hpp"
#include "ui/searching.hpp"

#include <new>
#include <utility>

namespace fabula::app {
namespace {

void compare(OpenedStory& opened, ui::LoadedFile& result, io::LoadProgress& progress)
{
    OpenedComparison compared = openComparison(*opened.graph, result.since.path, &progress);
    if (compared.graph)
        opened.graph = std::move(compared.graph);
    else
        result.since.problem =
            core::message("{} has errors; nothing is compared with it", result.since.path.filename().string());
    result.since.comparison = std::move(compared.comparison);
}

ui::LoadedFile loaded(ui::LoadedFile result, io::LoadProgress& progress)
{
    OpenedStory opened = openStory(result.path, &progress);
    result.diagnostics = std::move(opened.diagnostics);
    try {
        if (opened.graph && !result.since.path.empty() && !progress.cancel)
            compare(opened, result, progress);
        if (opened.graph && !progress.cancel) {
            progress.step = io::LoadStep::indexing;
            if (!ui::isLarge(opened.graph->story()))
                result.search = std::make_shared<const model::StorySearch>(opened.graph->story());
            result.knowledge = model::knowledgeTimes(opened.graph->story());
        }
    } catch (const std::bad_alloc&) {
        opened.graph.reset();
        result.diagnostics = noMemoryFor(result.path);
    }
    result.cancelled = progress.cancel;
    if (opened.graph && !result.cancelled)
        result.graph = std::move(opened.graph);
    progress.step = io::LoadStep::finished;
    return result;
}

} // namespace

void StoryLoader::begin(const std::filesystem::path& path, const std::filesystem::path& since)
{
    ui::LoadedFile wanted;
    wanted.path = path;
    wanted.since.path = since;
    errand_.begin([wanted](io::LoadProgress& progress) { return loaded(wanted, progress); });
}

void StoryLoader::cancel()
{
    if (io::LoadProgress* progress = errand_.watched())
        progress->cancel = true;
}

double StoryLoader::progress() const
{
    const io::LoadProgress* progress = errand_.watched();
    return progress == nullptr ? 0 : progress->share();
}

} // namespace fabula::app
