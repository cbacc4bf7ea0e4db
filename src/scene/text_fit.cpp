#include "scene/text_fit.hpp"

#include "layout/timeline/text_fitting.hpp"

#include <algorithm>

namespace fabula::scene {
namespace {

/// The greatest count of bytes up to `bytes` that ends at the end of a character.
std::size_t characterEnd(std::string_view text, std::size_t bytes)
{
    while (bytes > 0 && bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    return bytes;
}

std::size_t firstCharacter(std::string_view text)
{
    std::size_t bytes = 1;
    while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        ++bytes;
    return bytes;
}

/// The most bytes of `text` that fit, by bisection: widths grow with length.
std::size_t fittingBytes(const core::TextMeasurer& measurer, std::string_view text, const core::TextStyle& style,
                         double maxWidthPx)
{
    std::size_t low = 0;
    std::size_t high = text.size();
    while (low < high) {
        const std::size_t middle = (low + high + 1) / 2;
        if (measurer.width(text.substr(0, characterEnd(text, middle)), style) <= maxWidthPx)
            low = middle;
        else
            high = middle - 1;
    }
    return characterEnd(text, low);
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    return text;
}

/// Where the line may end at the latest if at most so many bytes fit: before a space or after a hyphen; 0 if nowhere.
std::size_t lastBreak(std::string_view text, std::size_t bytes)
{
    if (bytes >= text.size())
        return 0;
    const std::size_t space = text.rfind(' ', bytes);
    const std::size_t hyphen = bytes > 0 ? text.rfind('-', bytes - 1) : std::string_view::npos;
    return std::max(space == std::string_view::npos ? 0 : space, hyphen == std::string_view::npos ? 0 : hyphen + 1);
}

} // namespace

std::vector<std::string> wrapped(const core::TextMeasurer& measurer, std::string_view text,
                                 const core::TextStyle& style, double maxWidthPx, std::size_t maxLines)
{
    std::vector<std::string> lines;
    std::string_view rest = trimmed(text);
    while (!rest.empty() && lines.size() < maxLines) {
        if (lines.size() + 1 == maxLines || measurer.width(rest, style) <= maxWidthPx) {
            lines.push_back(layout::fitted(measurer, rest, style, maxWidthPx));
            break;
        }
        std::size_t bytes = std::max(firstCharacter(rest), fittingBytes(measurer, rest, style, maxWidthPx));
        if (const std::size_t end = lastBreak(rest, bytes); end > 0)
            bytes = end;
        lines.emplace_back(trimmed(rest.substr(0, bytes)));
        rest = trimmed(rest.substr(bytes));
    }
    return lines;
}

} // namespace fabula::scene
