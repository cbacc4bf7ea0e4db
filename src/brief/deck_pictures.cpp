#include "brief/decks.hpp"
#include "paint/painters.hpp"

#include <fmt/format.h>

#include <system_error>

namespace fabula::brief {
namespace {

/// "02-the-push", with the step where there are several and the part where the narration goes on.
std::string nameOf(const Briefing& briefing, const Slide& slide)
{
    const BriefScene& told = briefing.scenes[slide.scene];
    std::string name =
        fmt::format("{:02}-{}", slide.scene + 1, briefing.telling.graph.story()[told.stage.content.id].id);
    if (told.stage.content.steps > 1)
        name += fmt::format("-{}", slide.step + 1);
    if (slide.part > 0)
        name += fmt::format("-part-{}", slide.part + 1);
    return name;
}

core::Result<void> writeSlide(const Deck& deck, const Slide& slide, const std::filesystem::path& folder)
{
    const Briefing& briefing = deck.briefing;
    const scene::DisplayList picture = slidePicture(briefing, slide);
    const std::string base = (folder / nameOf(briefing, slide)).string();
    const paint::DocumentInfo info{briefing.scenes[slide.scene].title, briefing.telling.language};
    auto written = paint::writePng(picture, deck.fonts, base + ".png");
    return written ? paint::writeSvg(picture, deck.fonts, base + ".svg", info) : written;
}

core::Error folderError(const std::filesystem::path& folder, const std::error_code& failed)
{
    return {"brief.folder",
            core::verbatim(fmt::format("The folder {} can't be made: {}.", folder.string(), failed.message())),
            {}};
}

/// A folder inside the one that is written to, which is gone in the end whatever happens.
struct Workshop
{
    std::filesystem::path path;
    explicit Workshop(std::filesystem::path given) : path(std::move(given)) {}
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;
    ~Workshop()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

} // namespace

core::Result<void> writePictureDeck(const Deck& deck, const std::filesystem::path& folder)
{
    const std::vector<Slide>& slides = deck.briefing.slides;
    const Workshop workshop(folder / ".fabula-unfinished");
    std::error_code failed;
    std::filesystem::create_directories(workshop.path, failed);
    if (failed)
        return folderError(folder, failed);
    for (std::size_t i = 0; i < slides.size(); ++i) {
        if (auto written = writeSlide(deck, slides[i], workshop.path); !written)
            return written;
        deck.progress(i + 1, slides.size());
    }
    for (const Slide& slide : slides) { // all are there: the old ones make way
        for (const char* ending : {".png", ".svg"}) {
            const std::string name = nameOf(deck.briefing, slide) + ending;
            std::filesystem::rename(workshop.path / name, folder / name, failed);
            if (failed)
                return folderError(folder / name, failed);
        }
    }
    return {};
}

} // namespace fabula::brief
