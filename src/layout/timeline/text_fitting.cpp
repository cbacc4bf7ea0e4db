#include "layout/timeline/text_fitting.hpp"

#include <cstddef>
#include <vector>

namespace fabula::layout {

namespace {

struct Character
{
    char32_t code = 0;
    std::size_t length = 1;
};

unsigned byteAt(std::string_view text, std::size_t at)
{
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

// Broken UTF-8 counts as one character per byte, so that nothing hangs on the input being sound.
Character characterAt(std::string_view text, std::size_t at)
{
    const unsigned lead = byteAt(text, at);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (length == 1 || at + length > text.size())
        return {static_cast<char32_t>(lead), 1};
    char32_t code = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned next = byteAt(text, at + i);
        if ((next & 0xC0U) != 0x80U)
            return {static_cast<char32_t>(lead), 1};
        code = (code << 6) | (next & 0x3FU);
    }
    return {code, length};
}

bool isBlank(char32_t code)
{
    return code <= 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0x2028 || code == 0x2029;
}

bool continuesCharacter(char32_t code)
{
    return (code >= 0x300 && code <= 0x36F) || (code >= 0xFE00 && code <= 0xFE0F) || code == 0x200D ||
           (code >= 0x1F3FB && code <= 0x1F3FF);
}

std::vector<std::size_t> cutPlaces(std::string_view text)
{
    std::vector<std::size_t> places{0};
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        if (at > 0 && !continuesCharacter(character.code) && before != 0x200D)
            places.push_back(at);
        before = character.code;
        at += character.length;
    }
    return places;
}

std::string withEllipsis(std::string_view text)
{
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return std::string(text) + "…";
}

} // namespace

std::string singleLine(std::string_view text)
{
    std::string line;
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        if (isBlank(character.code)) {
            space = true;
        } else {
            if (space && !line.empty())
                line += ' ';
            space = false;
            line += text.substr(at, character.length);
        }
        at += character.length;
    }
    return line;
}

std::string fitted(const core::TextMeasurer& measurer, std::string_view text, const core::TextStyle& style,
                   double maxWidthPx)
{
    if (measurer.width(text, style) <= maxWidthPx)
        return std::string(text);
    const std::vector<std::size_t> places = cutPlaces(text);
    std::size_t fits = 0;
    std::size_t tooLong = places.size();
    while (tooLong - fits > 1) {
        const std::size_t middle = fits + (tooLong - fits) / 2;
        if (measurer.width(withEllipsis(text.substr(0, places[middle])), style) <= maxWidthPx)
            fits = middle;
        else
            tooLong = middle;
    }
    return withEllipsis(text.substr(0, places[fits]));
}

} // namespace fabula::layout
