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

} // namespace

core::Result<void> writePictureDeck(const Deck& deck, const std::filesystem::path& folder)
{
    const Briefing& briefing = deck.briefing;
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return core::Error{
            "brief.folder",
            core::verbatim(fmt::format("The folder {} can't be made: {}.", folder.string(), failed.message())),
            {}};
    for (std::size_t i = 0; i < briefing.slides.size(); ++i) {
        const Slide& slide = briefing.slides[i];
        const scene::DisplayList picture = slidePicture(briefing, slide);
        const std::string base = (folder / nameOf(briefing, slide)).string();
        const paint::DocumentInfo info{briefing.scenes[slide.scene].title, briefing.telling.language};
        auto written = paint::writePng(picture, deck.fonts, base + ".png");
        if (written)
            written = paint::writeSvg(picture, deck.fonts, base + ".svg", info);
        if (!written)
            return written;
        deck.progress(i + 1, briefing.slides.size());
    }
    return {};
}

} // namespace fabula::brief
