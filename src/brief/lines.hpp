#pragma once

#include "core/text_measurer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fabula::brief {

/// A text of several paragraphs in lines of at most so many px: nothing is cut. Line ends in the text end paragraphs.
std::vector<std::string> linesOf(const core::TextMeasurer& measurer, std::string_view text,
                                 const core::TextStyle& style, double widthPx);

} // namespace fabula::brief
