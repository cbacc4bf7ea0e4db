#include "core/language_tag.hpp"

#include "core/ascii.hpp"

namespace fabula::core {

bool sameTag(std::string_view a, std::string_view b)
{
    return sameAscii(a, b);
}

std::string_view parentTag(std::string_view tag)
{
    const std::size_t hyphen = tag.rfind('-');
    return hyphen == std::string_view::npos ? std::string_view{} : tag.substr(0, hyphen);
}

std::string_view primarySubtag(std::string_view tag)
{
    return tag.substr(0, tag.find('-'));
}

bool isWithin(std::string_view tag, std::string_view range)
{
    return tag.size() > range.size() && tag[range.size()] == '-' && sameTag(tag.substr(0, range.size()), range);
}

} // namespace fabula::core
