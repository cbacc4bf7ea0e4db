#include "core/message.hpp"

#include "core/phrases.hpp"

#include <algorithm>

namespace fabula::core {
namespace {

/// The gaps are "{}", in order, or "{0}", "{1}" … in any.
std::string filled(std::string_view pattern, const std::vector<std::string>& fillers)
{
    std::string result;
    std::size_t following = 0;
    while (!pattern.empty()) {
        const std::size_t brace = std::min(pattern.find_first_of("{}"), pattern.size());
        result += pattern.substr(0, brace);
        pattern.remove_prefix(brace);
        if (pattern.size() < 2)
            break;
        if (pattern[1] == pattern[0]) {
            result += pattern[0];
            pattern.remove_prefix(2);
            continue;
        }
        const bool numbered = pattern[1] >= '0' && pattern[1] <= '9';
        const std::size_t gap = numbered ? static_cast<std::size_t>(pattern[1] - '0') : following++;
        if (gap < fillers.size())
            result += fillers[gap];
        pattern.remove_prefix(std::min<std::size_t>(numbered ? 3 : 2, pattern.size()));
    }
    return result;
}

} // namespace

Message verbatim(std::string_view text)
{
    Message made;
    made.text = text;
    return made;
}

Message verbatim(char sign)
{
    return verbatim(std::string_view(&sign, 1));
}

std::string inLanguage(const Message& message, std::string_view language)
{
    if (message.pattern.empty())
        return message.text;
    std::vector<std::string> fillers;
    fillers.reserve(message.fillers.size());
    for (const Message& filler : message.fillers)
        fillers.push_back(inLanguage(filler, language));
    return filled(patternIn(language, message.pattern), fillers);
}

std::string english(const Message& message)
{
    return inLanguage(message, "en");
}

} // namespace fabula::core
