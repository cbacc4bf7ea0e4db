#include "brief/lines.hpp"

#include "layout/timeline/text_fitting.hpp"
#include "scene/text_fit.hpp"

#include <algorithm>

namespace fabula::brief {

std::vector<std::string> linesOf(const core::TextMeasurer& measurer, std::string_view text,
                                 const core::TextStyle& style, double widthPx)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string paragraph = layout::singleLine(text.substr(at, end - at));
        for (std::string& line : scene::wrapped(measurer, paragraph, style, widthPx, paragraph.size() + 1))
            lines.push_back(std::move(line));
        at = end + 1;
    }
    return lines;
}

} // namespace fabula::brief
