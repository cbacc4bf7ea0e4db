#include "brief/deck_pages.hpp"

#include "brief/lines.hpp"
#include "core/phrases.hpp"
#include "core/web_address.hpp"
#include "layout/timeline/text_fitting.hpp"
#include "scene/scaled.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::brief {
namespace {

using core::FontWeight;
using core::TextStyle;

constexpr double kMargin = 64;
constexpr double kHeadBaseline = 82;
constexpr double kTop = 136;
constexpr double kBottom = 852;
constexpr double kSmallPicture = 0.48;
constexpr double kColumnGap = 48;
constexpr double kNotesLine = 31;
const TextStyle kHead{32, FontWeight::bold, false};
const TextStyle kNotes{21, FontWeight::regular, false};
const TextStyle kEntry{16, FontWeight::semibold, false};
const TextStyle kDetail{15, FontWeight::regular, false};

scene::DisplayList emptyPage(const Briefing& briefing, const std::string& head)
{
    const scene::Theme& theme = *briefing.telling.theme;
    scene::DisplayList page;
    page.size = briefing.size;
    page.ground = theme.ground;
    page.add(scene::FillRect{{0, 0, page.size.width, page.size.height}, 0, scene::cornersNone, theme.ground});
    const std::string title =
        layout::fitted(*briefing.telling.measurer, head, kHead, briefing.size.width - 2 * kMargin);
    page.add(scene::TextRun{{kMargin, kHeadBaseline}, title, kHead, theme.text1, {}});
    return page;
}

/// One line of an entry in the list of sources.
struct EntryLine
{
    std::string text;
    TextStyle style;
    scene::Colour colour;
    std::string href;
};

constexpr double kEntryLine = 22;
constexpr double kEntryGap = 16;

std::vector<EntryLine> entryOf(const Briefing& briefing, std::size_t index, double width)
{
    const Telling& telling = briefing.telling;
    const scene::Theme& theme = *telling.theme;
    const model::Story& story = telling.graph.story();
    const model::Source& source = story[briefing.sources[index]];
    std::vector<EntryLine> lines;
    const auto add = [&](const std::string& text, const TextStyle& style, scene::Colour colour) {
        for (std::string& line : linesOf(*telling.measurer, text, style, width))
            lines.push_back({std::move(line), style, colour, source.url});
    };
    add('[' + std::to_string(index + 1) + "] " + sourceWords(source, telling.language), kEntry, theme.text1);
    add(std::string(model::choose(source.title, telling.language, story.languages).text), kDetail, theme.text2);
    std::string detail = gradeWords(source.grade, telling.language);
    if (!detail.empty())
        detail = source.grade + ": " + detail;
    if (source.relays.valid())
        detail +=
            (detail.empty() ? "" : " · ") +
            core::phraseWith("brief.repeats", sourceWords(story[source.relays], telling.language), telling.language);
    add(detail, kDetail, theme.text3);
    if (core::isWebAddress(source.url))
        lines.push_back(
            {layout::fitted(*telling.measurer, source.url, kDetail, width), kDetail, theme.accent, source.url});
    return lines;
}

} // namespace

std::vector<scene::DisplayList> notesPages(const Briefing& briefing, std::size_t scene)
{
    const Telling& telling = briefing.telling;
    const model::Story& story = telling.graph.story();
    const BriefScene& told = briefing.scenes[scene];
    const std::string notes(model::choose(story[told.stage.content.id].notes, telling.language, story.languages).text);
    std::vector<scene::DisplayList> pages;
    if (notes.empty())
        return pages;
    const double picture = briefing.size.width * kSmallPicture;
    const double left = kMargin + picture + kColumnGap;
    const std::vector<std::string> lines =
        linesOf(*telling.measurer, notes, kNotes, briefing.size.width - kMargin - left);
    const std::string head = core::phraseWith("brief.notes-on", told.title, telling.language);
    const auto most = static_cast<std::size_t>((kBottom - kTop) / kNotesLine);
    for (std::size_t at = 0; at < lines.size(); at += most) {
        scene::DisplayList page = emptyPage(briefing, head);
        const Slide last{scene, told.stage.content.steps - 1, 0};
        scene::addScaled(slidePicture(briefing, last), kSmallPicture, {kMargin, kTop}, page);
        page.add(scene::StrokeRect{
            {kMargin, kTop, picture, briefing.size.height * kSmallPicture}, 0, telling.theme->line, 1});
        double y = kTop + kNotes.sizePx;
        for (std::size_t i = at; i < std::min(at + most, lines.size()); ++i, y += kNotesLine)
            page.add(scene::TextRun{{left, std::round(y)}, lines[i], kNotes, telling.theme->text1, {}});
        pages.push_back(std::move(page));
    }
    return pages;
}

std::vector<scene::DisplayList> sourcePages(const Briefing& briefing)
{
    constexpr int kColumns = 2;
    const std::string head(core::phrase("brief.sources", briefing.telling.language));
    const double width = (briefing.size.width - 2 * kMargin - kColumnGap) / kColumns;
    std::vector<scene::DisplayList> pages;
    int column = kColumns;
    double y = kTop;
    for (std::size_t i = 0; i < briefing.sources.size(); ++i) {
        const std::vector<EntryLine> lines = entryOf(briefing, i, width);
        // An entry stays whole where a column can hold it.
        const double height = static_cast<double>(lines.size()) * kEntryLine;
        bool begun = false;
        for (const EntryLine& line : lines) {
            const double needed = begun ? kEntryLine : std::min(height, kBottom - kTop);
            if (column == kColumns || y + needed > kBottom) {
                y = kTop;
                if (++column >= kColumns) {
                    pages.push_back(emptyPage(briefing, head));
                    column = 0;
                }
            }
            begun = true;
            pages.back().add(scene::TextRun{{kMargin + column * (width + kColumnGap), y + kEntry.sizePx},
                                            line.text,
                                            line.style,
                                            line.colour,
                                            line.href});
            y += kEntryLine;
        }
        y += kEntryGap;
    }
    return pages;
}

} // namespace fabula::brief
