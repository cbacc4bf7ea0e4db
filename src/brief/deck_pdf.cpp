#include "brief/deck_pages.hpp"
#include "brief/decks.hpp"
#include "core/phrases.hpp"
#include "io/safe_file.hpp"
#include "paint/painters.hpp"

#include <iterator>

namespace fabula::brief {

std::string titleOf(const Briefing& briefing)
{
    const model::Story& story = briefing.telling.graph.story();
    return std::string(model::choose(story.title, briefing.telling.language, story.languages).text);
}

namespace {

/// A page is 13⅓ by 7½ inches, as slides are.
constexpr double kPageScale = 0.8;

} // namespace

core::Result<void> writePdfDeck(const Deck& deck, const std::filesystem::path& path)
{
    const Briefing& briefing = deck.briefing;
    std::vector<scene::DisplayList> pages;
    paint::DocumentInfo info{titleOf(briefing), briefing.telling.language, kPageScale, {}};
    const auto append = [&pages](std::vector<scene::DisplayList> more) {
        std::move(more.begin(), more.end(), std::back_inserter(pages));
    };
    for (std::size_t i = 0; i < briefing.slides.size(); ++i) {
        const Slide& slide = briefing.slides[i];
        const BriefScene& told = briefing.scenes[slide.scene];
        if (slide.step + 1 < told.stage.content.steps) // paper shows a scene when all of it is there
            continue;
        if (slide.part == 0)
            info.bookmarks.push_back({told.title, pages.size()});
        pages.push_back(slidePicture(briefing, slide));
        if (deck.notes && slide.part + 1 == told.narration.parts.size())
            append(notesPages(briefing, slide.scene));
        deck.progress(i + 1, briefing.slides.size());
    }
    const std::size_t first = pages.size();
    append(sourcePages(briefing));
    if (pages.size() > first)
        info.bookmarks.push_back({std::string(core::phrase("brief.sources", briefing.telling.language)), first});
    const auto bytes = paint::pdfBytes(pages, deck.fonts, info);
    if (!bytes)
        return bytes.error();
    return io::writeFileSafely(path, *bytes);
}

} // namespace fabula::brief
