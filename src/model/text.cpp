#include "model/text.hpp"

#include <algorithm>
#include <cstddef>

namespace fabula::model {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// BCP 47 tags are compared without regard to case (RFC 5646, section 2.1.1).
bool sameTag(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

// The tag without its last subtag; empty when there is none to drop. RFC 4647, "lookup".
std::string_view parentTag(std::string_view tag)
{
    const std::size_t hyphen = tag.rfind('-');
    return hyphen == std::string_view::npos ? std::string_view{} : tag.substr(0, hyphen);
}

bool isWithin(std::string_view tag, std::string_view range)
{
    return tag.size() > range.size() && tag[range.size()] == '-' && sameTag(tag.substr(0, range.size()), range);
}

// The entry that serves a reader of `language`: the same tag, else its nearest parent, else a regional variant of it.
const Text::Entry* serving(const Text& text, std::string_view language)
{
    for (std::string_view tag = language; !tag.empty(); tag = parentTag(tag)) {
        for (const Text::Entry& entry : text.entries) {
            if (sameTag(entry.language, tag))
                return &entry;
        }
    }
    for (const Text::Entry& entry : text.entries) {
        if (isWithin(entry.language, language))
            return &entry;
    }
    return nullptr;
}

} // namespace

const std::string* Text::in(std::string_view language) const
{
    for (const Entry& entry : entries) {
        if (entry.language == language)
            return &entry.text;
    }
    return nullptr;
}

TextChoice choose(const Text& text, std::string_view language, const std::vector<std::string>& order)
{
    if (const Text::Entry* entry = serving(text, language))
        return {entry->text, entry->language, false};
    for (const std::string& next : order) {
        if (const Text::Entry* entry = serving(text, next))
            return {entry->text, entry->language, true};
    }
    if (text.entries.empty())
        return {};
    return {text.entries.front().text, text.entries.front().language, true};
}

} // namespace fabula::model
