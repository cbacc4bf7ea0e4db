#pragma once

#include <string_view>

namespace fabula::core {

/// Language tags of BCP 47, compared without regard to case (RFC 5646, section 2.1.1).
bool sameTag(std::string_view a, std::string_view b);

/// The tag without its last subtag ("de-AT" → "de"); empty when there is none to drop. RFC 4647, "lookup".
std::string_view parentTag(std::string_view tag);

/// The language itself: "de" of "de-AT".
std::string_view primarySubtag(std::string_view tag);

/// Whether `tag` is a kind of `range`, as "de-AT" is of "de", and not the same.
bool isWithin(std::string_view tag, std::string_view range);

} // namespace fabula::core
