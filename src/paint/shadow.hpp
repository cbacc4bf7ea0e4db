#pragma once

#include "paint/shadow_coverage.hpp"
#include "scene/display_list.hpp"

#include <cairo.h>

#include <map>
#include <tuple>

namespace fabula::paint {

/// Paints soft shadows on raster surfaces: a rounded rectangle blurred by three box filters, which come close to a
/// Gaussian of half the blur (after Wells, "Efficient synthesis of Gaussian filters", IEEE PAMI 1986). Corners are
/// blurred once and kept; between them a shadow is the same all along.
class Shadows
{
public:
    void paint(cairo_t* cairo, const scene::ShadowRect& shape);

private:
    /// Radius in 16ths of a device pixel, radius of the box filter, width and height.
    using Key = std::tuple<int, int, int, int>;
    const Coverage& patch(const Key& key);

    std::map<Key, Coverage> patches_;
};

} // namespace fabula::paint
