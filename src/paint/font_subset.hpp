#pragma once

#include "paint/font_face.hpp"

#include <cstdint>
#include <set>
#include <string>

namespace fabula::paint {

/// A font file (OpenType) with nothing but the glyphs of these codepoints, and without kerning and ligatures, as lines
/// are set without them; empty if the file can't be read or cut down. Made by HarfBuzz.
std::string fontSubset(const FontFile& file, const std::set<std::uint32_t>& codepoints);

} // namespace fabula::paint
