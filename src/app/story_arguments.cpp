#include "app/story_arguments.hpp"

#include <fmt/format.h>

namespace fabula::app {

std::string idsWithPart(const std::vector<std::string_view>& ids, std::string_view word)
{
    constexpr std::size_t kMost = 3;
    std::string meant;
    std::size_t found = 0;
    for (const std::string_view id : ids) {
        const std::string framed = '-' + std::string(id) + '-';
        if (word.empty() || framed.find('-' + std::string(word) + '-') == std::string::npos)
            continue;
        if (found < kMost)
            meant += (found == 0 ? "" : " or ") + io::inQuotes(id);
        ++found;
    }
    return found == 0 ? std::string() : "; did you mean " + meant + '?';
}

void warnOfLanguage(const model::Story& story, const std::string& language)
{
    const model::TextChoice title = model::choose(story.title, language, story.languages);
    if (title.fallback)
        fmt::print(stderr, "warning: the story is not told in {}, only in {}; {} stands in\n", io::inQuotes(language),
                   fmt::join(story.languages, ", "), title.language);
}

} // namespace fabula::app
