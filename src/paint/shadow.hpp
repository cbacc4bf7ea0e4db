#pragma once

#include "scene/display_list.hpp"

#include <cairo.h>

namespace fabula::paint {

/// Paints a soft shadow on a raster surface: the rounded rectangle blurred by three box filters, which come close to a
/// Gaussian of half the blur (after Wells, "Efficient synthesis of Gaussian filters", IEEE PAMI 1986). Corners
/// and edges are blurred once and stretched between, so that the cost does not grow with the rectangle.
void paintShadow(cairo_t* cairo, const scene::ShadowRect& shape);

} // namespace fabula::paint
