#pragma once

#include "core/text_measurer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fabula::scene {

/// The text in lines of at most `maxWidthPx`, broken at spaces (inside a word only where it alone is too long), at most
/// `maxLines`; what is left over ends the last line in "…".
std::vector<std::string> wrapped(const core::TextMeasurer& measurer, std::string_view text,
                                 const core::TextStyle& style, double maxWidthPx, std::size_t maxLines);

} // namespace fabula::scene
