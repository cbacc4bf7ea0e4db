#pragma once

#include "brief/stage.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fabula::brief {

/// What of a narration stands under one picture.
struct NarrationPart
{
    std::string text; ///< its paragraphs, each ended by a line end but for the last
    std::vector<std::string> lines;
};

/// The narration as it stands under the picture: in one size, and in as many parts as it takes.
struct Narration
{
    core::TextStyle style;
    double lineHeight = 0;
    std::vector<NarrationPart> parts; ///< at least one, which may be empty
};

/// In the largest size in which the text has room under one picture; where none has, in parts of whole sentences, about
/// as long as each other. Only a sentence too long for one part is broken between words. `size` is that of the slide.
Narration narrationOf(const Telling& telling, std::string_view text, core::Size size);

} // namespace fabula::brief
