#pragma once

#include "paint/fonts.hpp"
#include "scene/display_list.hpp"

#include <string>
#include <string_view>

namespace fabula::paint {

/// The weight of a font in CSS and SVG, 100 to 900.
int cssWeight(core::FontWeight weight);

/// The families that text of a weight is set in, best first, as the value of `font-family`.
std::string cssFamilies(const FontBook& fonts, core::FontWeight weight);

/// The fonts that a picture's texts use as `@font-face` rules, each a subset in a data address.
std::string embeddedFonts(const scene::DisplayList& picture, const FontBook& fonts);

std::string base64(std::string_view bytes);

} // namespace fabula::paint
