#pragma once

#include "paint/cairo_fonts.hpp"
#include "scene/display_list.hpp"

#include <cairo.h>

namespace fabula::paint {

/// What a page is made of: pixels, where shadows are blurred and text is filled shapes, or vectors, where shadows are a
/// few translucent layers and text stays text.
enum class Medium { pixels, vectors };

/// Paints a picture on a Cairo context whose unit is a pixel of the picture. Shapes with coordinates that are no
/// numbers are left out; far outside the page coordinates are drawn in, as Cairo counts in 24 bits.
void paint(cairo_t* cairo, const scene::DisplayList& picture, CairoFonts& fonts, Medium medium);

} // namespace fabula::paint
