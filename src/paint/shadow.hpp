#pragma once

#include "scene/display_list.hpp"

#include <cairo.h>

#include <map>
#include <utility>

namespace fabula::paint {

/// Paints soft shadows on raster surfaces: a rounded rectangle blurred by three box filters, which come close to a
/// Gaussian of half the blur (after Wells, "Efficient synthesis of Gaussian filters", IEEE PAMI 1986). Its corners
/// are blurred once, kept, and stretched between, so that the cost does not grow with the rectangle.
class Shadows
{
public:
    Shadows() = default;
    ~Shadows();
    Shadows(const Shadows&) = delete;
    Shadows& operator=(const Shadows&) = delete;

    void paint(cairo_t* cairo, const scene::ShadowRect& shape);

private:
    /// By radius in 16ths of a device pixel and radius of the box filter.
    std::map<std::pair<int, int>, cairo_surface_t*> patches_;
};

} // namespace fabula::paint
