#include "paint/raster_fonts.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <cmath>

namespace fabula::paint {
namespace {

/// Larger ones are rare and cheaper to fill than to keep.
constexpr double kLargestSizePx = 96;
constexpr std::size_t kMostPictures = 50'000;

/// A glyph's picture and where it goes on the device.
struct Placed
{
    const GlyphPicture* picture = nullptr;
    int left = 0;
    int top = 0;
};

/// Where a coordinate falls: whole pixels and quarters.
struct Quantised
{
    int pixel = 0;
    int quarters = 0;
};

Quantised quantised(double coordinate)
{
    const double inQuarters = std::floor(coordinate * 4 + 0.5);
    const double pixel = std::floor(inQuarters / 4);
    return {static_cast<int>(pixel), static_cast<int>(inQuarters - pixel * 4)};
}

struct PixelBox
{
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

PixelBox deviceClip(cairo_t* cairo)
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    cairo_clip_extents(cairo, &left, &top, &right, &bottom);
    cairo_user_to_device(cairo, &left, &top);
    cairo_user_to_device(cairo, &right, &bottom);
    return {static_cast<int>(std::floor(left)), static_cast<int>(std::floor(top)), static_cast<int>(std::ceil(right)),
            static_cast<int>(std::ceil(bottom))};
}

/// The box around the placed glyphs, as far as it is inside the clip.
PixelBox visibleBox(const std::vector<Placed>& glyphs, const PixelBox& clip)
{
    PixelBox box{clip.right, clip.bottom, clip.left, clip.top};
    for (const Placed& glyph : glyphs) {
        box.left = std::min(box.left, glyph.left);
        box.top = std::min(box.top, glyph.top);
        box.right = std::max(box.right, glyph.left + glyph.picture->width);
        box.bottom = std::max(box.bottom, glyph.top + glyph.picture->height);
    }
    return {std::max(box.left, clip.left), std::max(box.top, clip.top), std::min(box.right, clip.right),
            std::min(box.bottom, clip.bottom)};
}

/// Adds a glyph's coverage to a mask that covers `box`.
void addTo(unsigned char* mask, int stride, const PixelBox& box, const Placed& glyph)
{
    const int firstRow = std::max(box.top, glyph.top);
    const int lastRow = std::min(box.bottom, glyph.top + glyph.picture->height);
    const int firstColumn = std::max(box.left, glyph.left);
    const int lastColumn = std::min(box.right, glyph.left + glyph.picture->width);
    for (int y = firstRow; y < lastRow; ++y) {
        const std::uint8_t* from = glyph.picture->coverage.data() + (y - glyph.top) * glyph.picture->width - glyph.left;
        unsigned char* to = mask + (y - box.top) * stride - box.left;
        for (int x = firstColumn; x < lastColumn; ++x)
            to[x] = static_cast<unsigned char>(std::min(255, to[x] + from[x]));
    }
}

void maskWith(cairo_t* cairo, const std::vector<Placed>& glyphs)
{
    const PixelBox box = visibleBox(glyphs, deviceClip(cairo));
    if (box.left >= box.right || box.top >= box.bottom)
        return;
    cairo_surface_t* mask = cairo_image_surface_create(CAIRO_FORMAT_A8, box.right - box.left, box.bottom - box.top);
    unsigned char* data = cairo_image_surface_get_data(mask);
    if (data != nullptr)
        for (const Placed& glyph : glyphs)
            addTo(data, cairo_image_surface_get_stride(mask), box, glyph);
    cairo_surface_mark_dirty(mask);
    cairo_save(cairo);
    cairo_identity_matrix(cairo);
    cairo_mask_surface(cairo, mask, box.left, box.top);
    cairo_restore(cairo);
    cairo_surface_destroy(mask);
}

} // namespace

/// A font file opened for rasterising.
struct RasterFonts::Face
{
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    bool tried = false;
    std::int32_t size = 0;

    void open(const FontFile& file)
    {
        tried = true;
        if (FT_Init_FreeType(&library) != 0)
            library = nullptr;
        else if (FT_New_Face(library, file.path.c_str(), file.face, &face) != 0)
            face = nullptr;
    }

    void close()
    {
        if (face != nullptr)
            FT_Done_Face(face);
        if (library != nullptr)
            FT_Done_FreeType(library);
    }
};

RasterFonts::RasterFonts(const FontBook& book) : book_(book), outlines_(book), faces_(book.faces())
{
}

RasterFonts::~RasterFonts()
{
    for (Face& face : faces_)
        face.close();
}

void RasterFonts::rasterise(const Key& key, GlyphPicture& into)
{
    Face& open = faces_[key.face];
    if (!open.tried)
        open.open(book_.face(key.face).file());
    if (open.face == nullptr)
        return;
    if (open.size != key.size) {
        if (FT_Set_Char_Size(open.face, key.size, key.size, 72, 72) != 0)
            return;
        open.size = key.size;
    }
    if (FT_Load_Glyph(open.face, key.glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0)
        return;
    FT_GlyphSlot slot = open.face->glyph;
    if (slot->format == FT_GLYPH_FORMAT_OUTLINE)
        FT_Outline_Translate(&slot->outline, (key.quarters % 4) * 16, -(key.quarters / 4) * 16);
    if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0 || slot->bitmap.pixel_mode != FT_PIXEL_MODE_GRAY)
        return;
    into.left = slot->bitmap_left;
    into.top = -slot->bitmap_top;
    into.width = static_cast<int>(slot->bitmap.width);
    into.height = static_cast<int>(slot->bitmap.rows);
    into.coverage.reserve(std::size_t{slot->bitmap.width} * slot->bitmap.rows);
    for (int y = 0; y < into.height; ++y) {
        const unsigned char* row = slot->bitmap.buffer + y * slot->bitmap.pitch;
        into.coverage.insert(into.coverage.end(), row, row + into.width);
    }
}

const GlyphPicture& RasterFonts::picture(const Key& key)
{
    const auto [at, isNew] = pictures_.try_emplace(key);
    if (isNew)
        rasterise(key, at->second);
    return at->second;
}

void RasterFonts::draw(cairo_t* cairo, std::string_view text, const core::TextStyle& style, core::Point at)
{
    double scale = 1;
    double zero = 0;
    cairo_user_to_device_distance(cairo, &scale, &zero);
    const double size = style.sizePx * scale;
    if (size > kLargestSizePx) {
        addTextPath(cairo, outlines_, text, style, at);
        cairo_fill(cairo);
        return;
    }
    if (pictures_.size() > kMostPictures)
        pictures_.clear();
    double startX = at.x;
    double startY = at.y;
    cairo_user_to_device(cairo, &startX, &startY);
    const Quantised down = quantised(startY);
    std::vector<Placed> placed;
    for (const PositionedGlyph& glyph : book_.glyphs(text, style)) {
        const Quantised across = quantised(startX + glyph.x * scale);
        const GlyphPicture& found = picture({glyph.face, glyph.glyph, static_cast<std::int32_t>(std::lround(size * 64)),
                                             across.quarters + 4 * down.quarters});
        if (found.width > 0)
            placed.push_back({&found, across.pixel + found.left, down.pixel + found.top});
    }
    maskWith(cairo, placed);
}

} // namespace fabula::paint
