#include "brief/narration.hpp"

#include "brief/lines.hpp"
#include "brief/slide_form.hpp"
#include "layout/timeline/text_fitting.hpp"

#include <unicode/brkiter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace fabula::brief {
namespace {

constexpr std::array kNarrationSizes{26.0, 24.0, 22.0};

/// A sentence, or a line of one that is too long for one part.
struct Piece
{
    std::string text;
    bool endsParagraph = false;
};

/// The sentences of a paragraph, each with the spaces after it; after UAX #29 with the language's abbreviations.
std::vector<std::string> sentencesOf(std::string_view paragraph, const std::string& language)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale((language + "@ss=standard").c_str());
    const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createSentenceInstance(locale, status));
    if (U_FAILURE(status) || breaks == nullptr)
        return {std::string(paragraph)};
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8({paragraph.data(), static_cast<std::int32_t>(paragraph.size())});
    breaks->setText(text);
    std::vector<std::string> sentences;
    std::int32_t begin = breaks->first();
    for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; begin = end, end = breaks->next())
        text.tempSubStringBetween(begin, end).toUTF8String(sentences.emplace_back());
    return sentences;
}

/// Fills parts with pieces, none longer than so many lines.
class Parts
{
public:
    Parts(const Telling& telling, const core::TextStyle& style, double widthPx)
        : telling_(telling), style_(style), widthPx_(widthPx)
    {
    }

    std::vector<std::string> lines(const std::string& text) const
    {
        return linesOf(*telling_.measurer, text, style_, widthPx_);
    }

    std::vector<Piece> pieces(std::string_view text, std::size_t most) const
    {
        std::vector<Piece> pieces;
        for (const std::string_view paragraph : paragraphsIn(text)) {
            for (const std::string& sentence : sentencesOf(layout::singleLine(paragraph), telling_.language)) {
                if (const std::vector<std::string> all = lines(sentence); all.size() > most)
                    addByLine(sentence, all, pieces);
                else
                    pieces.push_back({sentence, false});
            }
            if (!pieces.empty())
                pieces.back().endsParagraph = true;
        }
        return pieces;
    }

    std::vector<NarrationPart> filled(const std::vector<Piece>& pieces, std::size_t most) const
    {
        std::vector<NarrationPart> parts;
        bool open = false; // the last part's text goes on in its last paragraph
        for (const Piece& piece : pieces) {
            const std::string more = (parts.empty() || open ? "" : "\n") + piece.text;
            std::vector<std::string> together;
            if (!parts.empty())
                together = lines(parts.back().text + more);
            if (parts.empty() || together.size() > most)
                parts.push_back({piece.text, lines(piece.text)});
            else
                parts.back() = {parts.back().text + more, std::move(together)};
            open = !piece.endsParagraph;
        }
        return parts;
    }

private:
    /// A piece for each line, with the spaces after it: a word may be broken where there are none.
    static void addByLine(const std::string& sentence, const std::vector<std::string>& lines,
                          std::vector<Piece>& pieces)
    {
        std::size_t begin = 0;
        for (const std::string& line : lines) {
            const std::size_t after = sentence.find(line, begin) + line.size();
            const std::size_t next = std::min(sentence.find_first_not_of(' ', after), sentence.size());
            pieces.push_back({sentence.substr(begin, next - begin), false});
            begin = next;
        }
    }

    const Telling& telling_;
    core::TextStyle style_;
    double widthPx_;
};

} // namespace

Narration narrationOf(const Telling& telling, std::string_view text, core::Size size)
{
    Narration narration;
    std::size_t most = 1;
    for (const double sizePx : kNarrationSizes) {
        narration.style = {sizePx, core::FontWeight::regular, false};
        narration.lineHeight = std::round(sizePx * 1.46);
        const Parts parts(telling, narration.style, narrationWidth(size));
        const std::string whole(text);
        narration.parts = {{whole, parts.lines(whole)}};
        most = static_cast<std::size_t>((form::kNarrationBottom - form::kNarrationTop) / narration.lineHeight);
        if (narration.parts.front().lines.size() <= most)
            return narration;
    }
    const Parts parts(telling, narration.style, narrationWidth(size));
    const std::vector<Piece> pieces = parts.pieces(text, most);
    narration.parts = parts.filled(pieces, most);
    for (std::size_t less = most - 1; less > 0; --less) { // as even as the sentences allow
        const auto longest = [](const NarrationPart& a, const NarrationPart& b) {
            return a.lines.size() < b.lines.size();
        };
        std::vector<NarrationPart> evener = parts.filled(pieces, less);
        if (evener.size() > narration.parts.size() ||
            std::max_element(evener.begin(), evener.end(), longest)->lines.size() > less)
            break;
        narration.parts = std::move(evener);
    }
    return narration;
}

} // namespace fabula::brief
