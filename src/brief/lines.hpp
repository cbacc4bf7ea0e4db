#pragma once

#include "core/text_measurer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fabula::brief {

/// What stands between the line ends of a text, in its order; what is empty too, but for nothing after the last.
std::vector<std::string_view> paragraphsIn(std::string_view text);

/// A text of several paragraphs in lines of at most so many px: nothing is cut. Line ends in the text end paragraphs.
std::vector<std::string> linesOf(const core::TextMeasurer& measurer, std::string_view text,
                                 const core::TextStyle& style, double widthPx);

/// The paragraphs of a text of which lines are those from `first` to before `last`, as far as these lines hold them.
/// `lines` are those of `linesOf` for the text. Linear.
std::vector<std::string> paragraphsOf(std::string_view text, const std::vector<std::string>& lines, std::size_t first,
                                      std::size_t last);

} // namespace fabula::brief
