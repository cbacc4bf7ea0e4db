#pragma once

#include "paint/cairo_fonts.hpp"
#include "paint/raster_fonts.hpp"
#include "paint/shadow.hpp"
#include "scene/display_list.hpp"

#include <cairo.h>

namespace fabula::paint {

/// What painting on pixels keeps from picture to picture: rasterised glyphs and blurred corners.
struct RasterStock
{
    explicit RasterStock(const FontBook& fonts) : texts(fonts) {}

    RasterFonts texts;
    Shadows shadows;
};

/// Paints a picture on a Cairo context whose unit is a pixel of the picture. Shapes with coordinates that are no
/// numbers are left out; coordinates far outside the page are drawn in, as Cairo counts in 24 bits.
///
/// On pixels shadows are blurred and text is drawn from glyph pictures; with vectors shadows are a few translucent
/// layers, text stays text and web addresses are links.
void paintPixels(cairo_t* cairo, const scene::DisplayList& picture, RasterStock& stock);
void paintVectors(cairo_t* cairo, const scene::DisplayList& picture, CairoFonts& fonts);

} // namespace fabula::paint
