#include "model/text.hpp"

#include "core/language_tag.hpp"

#include <cstddef>

namespace fabula::model {
namespace {

using core::isWithin;
using core::parentTag;
using core::sameTag;

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
        if (sameTag(entry.language, language))
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
