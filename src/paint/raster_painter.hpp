#pragma once

#include "core/result.hpp"
#include "paint/fonts.hpp"
#include "scene/display_list.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::paint {

/// A picture as pixels: red, green, blue, alpha, 8 bits each, not premultiplied, row by row from the top.
struct Pixels
{
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;

    const std::uint8_t* at(int x, int y) const
    {
        return rgba.data() + (std::size_t(y) * std::size_t(width) + std::size_t(x)) * 4;
    }
};

/// Paints many pictures (frames, slides, thumbnails) and keeps what they share. For one thread. The font book must
/// outlive it.
class RasterPainter
{
public:
    explicit RasterPainter(const FontBook& fonts);
    ~RasterPainter();

    /// `scale` pixels for each pixel of the list. Errors: "paint.size", "paint.pixels".
    core::Result<Pixels> paint(const scene::DisplayList& picture, double scale = 1);

private:
    std::unique_ptr<struct RasterStock> stock_;
};

/// PNG of 8 bits a channel, without alpha where all is opaque. Fast rather than small. Errors: "paint.png".
core::Result<std::string> pngOf(const Pixels& pixels);

/// Reads a PNG of any kind. Errors: "paint.png".
core::Result<Pixels> pixelsOf(std::string_view png);

} // namespace fabula::paint
