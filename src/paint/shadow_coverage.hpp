#pragma once

#include "scene/display_list.hpp"

#include <cstdint>
#include <vector>

namespace fabula::paint {

/// One channel of coverage, rows without padding.
struct Coverage
{
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> values;
};

/// A shadow alone on a clear ground of that many pixels, as the raster painters lay it: for sprites.
Coverage shadowCoverage(const scene::ShadowRect& shape, int width, int height);

} // namespace fabula::paint
