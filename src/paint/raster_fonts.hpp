#pragma once

#include "core/text_measurer.hpp"
#include "paint/cairo_fonts.hpp"
#include "paint/fonts.hpp"

#include <cairo.h>

#include <compare>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace fabula::paint {

/// The grey picture of one glyph; `left` and `top` lead from its origin to the picture's corner, in device pixels.
struct GlyphPicture
{
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> coverage;
};

/// Draws lines on raster surfaces from glyphs rasterised once by FreeType, unhinted, at quarters of a pixel: as even as
/// outlines filled one by one, and many times as fast. (Cairo's own glyph cache moves each glyph to a whole pixel.)
/// For one thread; made to be kept over many pictures.
class RasterFonts
{
public:
    explicit RasterFonts(const FontBook& book);
    ~RasterFonts();
    RasterFonts(const RasterFonts&) = delete;
    RasterFonts& operator=(const RasterFonts&) = delete;

    /// Draws one line with the current source. The context's matrix may scale evenly and move.
    void draw(cairo_t* cairo, std::string_view text, const core::TextStyle& style, core::Point at);

private:
    struct Key
    {
        std::uint16_t face = 0;
        std::uint32_t glyph = 0;
        std::int32_t size = 0;     ///< in 64ths of a device pixel
        std::int32_t quarters = 0; ///< of a pixel to the right, and four times those down

        friend auto operator<=>(const Key&, const Key&) = default;
    };
    struct Face;

    const GlyphPicture& picture(const Key& key);
    void rasterise(const Key& key, GlyphPicture& into);

    const FontBook& book_;
    CairoFonts outlines_;
    std::vector<Face> faces_;
    std::map<Key, GlyphPicture> pictures_;
};

} // namespace fabula::paint
