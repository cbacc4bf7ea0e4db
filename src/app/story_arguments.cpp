#include "app/story_arguments.hpp"

#include <fmt/format.h>

namespace fabula::app {

void warnOfLanguage(const model::Story& story, const std::string& language)
{
    const model::TextChoice title = model::choose(story.title, language, story.languages);
    if (title.fallback)
        fmt::print(stderr, "warning: the story is not told in {}, only in {}; {} stands in\n", io::inQuotes(language),
                   fmt::join(story.languages, ", "), title.language);
}

} // namespace fabula::app
