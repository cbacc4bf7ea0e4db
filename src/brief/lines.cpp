#include "brief/lines.hpp"

#include "layout/timeline/text_fitting.hpp"
#include "scene/text_fit.hpp"

#include <algorithm>

namespace fabula::brief {

std::vector<std::string_view> paragraphsIn(std::string_view text)
{
    std::vector<std::string_view> paragraphs;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        paragraphs.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return paragraphs;
}

std::vector<std::string> linesOf(const core::TextMeasurer& measurer, std::string_view text,
                                 const core::TextStyle& style, double widthPx)
{
    std::vector<std::string> lines;
    for (const std::string_view written : paragraphsIn(text)) {
        const std::string paragraph = layout::singleLine(written);
        for (std::string& line : scene::wrapped(measurer, paragraph, style, widthPx, paragraph.size() + 1))
            lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> paragraphsOf(std::string_view text, const std::vector<std::string>& lines, std::size_t first,
                                      std::size_t last)
{
    std::vector<std::string> paragraphs;
    std::size_t line = 0;
    for (const std::string_view written : paragraphsIn(text)) {
        const std::string paragraph = layout::singleLine(written);
        std::size_t begin = std::string::npos; // of what is wanted of it
        std::size_t done = 0;
        for (; done < paragraph.size() && line < last; ++line) {
            done = std::min(paragraph.find_first_not_of(' ', done), paragraph.size());
            if (line >= first && begin == std::string::npos)
                begin = done;
            done += lines[line].size();
        }
        if (begin != std::string::npos)
            paragraphs.push_back(paragraph.substr(begin, done - begin));
    }
    return paragraphs;
}

} // namespace fabula::brief
