#include "brief/deck_pages.hpp"

#include "brief/lines.hpp"
#include "core/phrases.hpp"
#include "core/web_address.hpp"
#include "layout/timeline/text_fitting.hpp"
#include "scene/scaled.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

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

constexpr double kEntryGap = 16;
constexpr std::size_t kColumns = 2;

double columnWidth(const Briefing& briefing)
{
    return (briefing.size.width - 2 * kMargin - kColumnGap) / kColumns;
}

/// The paragraphs of one entry, not placed yet.
std::vector<SourceText> entryOf(const Briefing& briefing, std::size_t index)
{
    const double width = columnWidth(briefing);
    const Telling& telling = briefing.telling;
    const scene::Theme& theme = *telling.theme;
    const model::Story& story = telling.graph.story();
    const model::Source& source = story[briefing.sources[index]];
    std::vector<SourceText> entry;
    const auto add = [&](std::string_view words, const TextStyle& style, scene::Colour colour) {
        const std::string text = layout::singleLine(words);
        if (!text.empty())
            entry.push_back(
                {text, linesOf(*telling.measurer, text, style, width), style, colour, source.url, {0, 0, width, 0}});
    };
    add('[' + std::to_string(index + 1) + "] " + sourceWords(source, telling.language), kEntry, theme.text1);
    add(model::choose(source.title, telling.language, story.languages).text, kDetail, theme.text2);
    std::string detail = gradeWords(source.grade, telling.language);
    if (!detail.empty())
        detail = source.grade + ": " + detail;
    if (source.relays.valid())
        detail +=
            (detail.empty() ? "" : " · ") +
            core::phraseWith("brief.repeats", sourceWords(story[source.relays], telling.language), telling.language);
    add(detail, kDetail, theme.text3);
    if (core::isWebAddress(source.url))
        add(layout::fitted(*telling.measurer, source.url, kDetail, width), kDetail, theme.accent);
    return entry;
}

/// Fills one column after the other.
class SourceFlow
{
public:
    explicit SourceFlow(const Briefing& briefing) : briefing_(briefing) {}

    void add(const std::vector<SourceText>& entry)
    {
        double height = 0;
        for (const SourceText& paragraph : entry)
            height += static_cast<double>(paragraph.lines.size()) * kSourceLine;
        y_ += kEntryGap;
        need(std::min(height, kBottom - kTop));
        for (const SourceText& paragraph : entry)
            addLines(paragraph);
    }

    std::vector<std::vector<SourceText>> take() { return std::move(columns_); }

private:
    void need(double height)
    {
        if (!columns_.empty() && y_ + height <= kBottom)
            return;
        columns_.emplace_back();
        y_ = kTop;
    }

    void addLines(const SourceText& paragraph)
    {
        const std::vector<std::string>& lines = paragraph.lines;
        for (std::size_t at = 0; at < lines.size();) {
            need(kSourceLine);
            const auto room = static_cast<std::size_t>((kBottom - y_) / kSourceLine);
            const std::size_t end = std::min(lines.size(), at + room);
            SourceText piece = paragraph;
            piece.text = paragraphsOf(paragraph.text, lines, at, end).front();
            piece.lines.assign(lines.begin() + static_cast<std::ptrdiff_t>(at),
                               lines.begin() + static_cast<std::ptrdiff_t>(end));
            const auto column = static_cast<double>((columns_.size() - 1) % kColumns);
            piece.box = {kMargin + column * (columnWidth(briefing_) + kColumnGap), y_, columnWidth(briefing_),
                         static_cast<double>(end - at) * kSourceLine};
            y_ += piece.box.height;
            columns_.back().push_back(std::move(piece));
            at = end;
        }
    }

    const Briefing& briefing_;
    std::vector<std::vector<SourceText>> columns_;
    double y_ = 0;
};

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

std::vector<std::vector<SourceText>> sourceColumns(const Briefing& briefing)
{
    SourceFlow flow(briefing);
    for (std::size_t i = 0; i < briefing.sources.size(); ++i)
        flow.add(entryOf(briefing, i));
    return flow.take();
}

std::vector<scene::DisplayList> sourcePages(const Briefing& briefing)
{
    const std::string head(core::phrase("brief.sources", briefing.telling.language));
    const std::vector<std::vector<SourceText>> columns = sourceColumns(briefing);
    std::vector<scene::DisplayList> pages;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i % kColumns == 0)
            pages.push_back(emptyPage(briefing, head));
        for (const SourceText& piece : columns[i]) {
            double y = piece.box.y + kEntry.sizePx;
            for (const std::string& line : piece.lines) {
                pages.back().add(scene::TextRun{{piece.box.x, y}, line, piece.style, piece.colour, piece.href});
                y += kSourceLine;
            }
        }
    }
    return pages;
}

} // namespace fabula::brief
