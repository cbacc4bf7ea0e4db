#pragma once

#include "core/text_measurer.hpp"

#include <string>
#include <string_view>

namespace fabula::layout {

/// The text on one line: control characters, line ends and runs of spaces become single spaces, none at the ends.
std::string singleLine(std::string_view text);

/// As much of the text as is at most `maxWidthPx` wide, with "…" if that is not all; never cut inside a character or
/// before a mark that belongs to the character before it. Measures O(log length) times.
std::string fitted(const core::TextMeasurer& measurer, std::string_view text, const core::TextStyle& style,
                   double maxWidthPx);

} // namespace fabula::layout
