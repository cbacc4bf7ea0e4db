#include "paint/raster_painter.hpp"

#include "paint/cairo_canvas.hpp"
#include "paint/surface_size.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <png.h>

namespace fabula::paint {
namespace {

core::Error pngError(const png_image& image)
{
    return {"paint.png", core::verbatim(fmt::format("The PNG can't be made or read: {}.", image.message)), {}};
}

/// Cairo's pixels, native 32-bit words with premultiplied alpha, as bytes in order.
void copyRow(const unsigned char* from, std::uint8_t* to, int width, bool opaque)
{
    for (int x = 0; x < width; ++x, from += 4, to += 4) {
        std::uint32_t word = 0;
        std::memcpy(&word, from, 4);
        const std::uint32_t alpha = opaque ? 255 : word >> 24;
        const auto straight = [alpha](std::uint32_t channel) {
            const std::uint32_t value = alpha == 255 ? channel : alpha == 0 ? 0 : (channel * 255 + alpha / 2) / alpha;
            return static_cast<std::uint8_t>(std::min(value, 255u));
        };
        to[0] = straight(word >> 16 & 0xFF);
        to[1] = straight(word >> 8 & 0xFF);
        to[2] = straight(word & 0xFF);
        to[3] = static_cast<std::uint8_t>(alpha);
    }
}

Pixels pixelsOf(cairo_surface_t* surface, bool opaque)
{
    cairo_surface_flush(surface);
    Pixels out{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
    const std::size_t stride = static_cast<std::size_t>(out.width) * 4;
    out.rgba.resize(stride * static_cast<std::size_t>(out.height));
    const unsigned char* data = cairo_image_surface_get_data(surface);
    for (int y = 0; y < out.height; ++y)
        copyRow(data + y * cairo_image_surface_get_stride(surface),
                out.rgba.data() + stride * static_cast<std::size_t>(y), out.width, opaque);
    return out;
}

bool isOpaque(const Pixels& pixels)
{
    for (std::size_t i = 3; i < pixels.rgba.size(); i += 4)
        if (pixels.rgba[i] != 255)
            return false;
    return true;
}

std::vector<std::uint8_t> withoutAlpha(const std::vector<std::uint8_t>& rgba)
{
    std::vector<std::uint8_t> rgb;
    rgb.reserve(rgba.size() / 4 * 3);
    for (std::size_t i = 0; i < rgba.size(); i += 4)
        rgb.insert(rgb.end(), {rgba[i], rgba[i + 1], rgba[i + 2]});
    return rgb;
}

} // namespace

RasterPainter::RasterPainter(const FontBook& fonts) : stock_(std::make_unique<RasterStock>(fonts))
{
}
RasterPainter::~RasterPainter() = default;

core::Result<Pixels> RasterPainter::paint(const scene::DisplayList& picture, double scale)
{
    const core::Result<core::Size> size = surfaceSize(picture.size, scale);
    if (!size)
        return size.error();
    const bool opaque = picture.ground.alpha == 255;
    const auto whole = [](double side) { return static_cast<int>(std::ceil(side - 1e-6)); };
    cairo_surface_t* surface = cairo_image_surface_create(opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                                          whole(size->width), whole(size->height));
    cairo_t* cairo = cairo_create(surface);
    if (opaque) {
        // A page that ends within a pixel has no dark rim.
        cairo_set_source_rgb(cairo, picture.ground.red / 255.0, picture.ground.green / 255.0,
                             picture.ground.blue / 255.0);
        cairo_paint(cairo);
    }
    cairo_scale(cairo, scale, scale);
    paintPixels(cairo, picture, *stock_);
    const cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    Pixels pixels;
    if (status == CAIRO_STATUS_SUCCESS)
        pixels = pixelsOf(surface, opaque);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        return core::Error{
            "paint.pixels",
            core::verbatim(fmt::format("The picture can't be painted: {}.", cairo_status_to_string(status))),
            {}};
    return pixels;
}

core::Result<std::string> pngOf(const Pixels& pixels)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(pixels.width);
    image.height = static_cast<png_uint_32>(pixels.height);
    image.flags = PNG_IMAGE_FLAG_FAST;
    const bool opaque = isOpaque(pixels);
    image.format = opaque ? PNG_FORMAT_RGB : PNG_FORMAT_RGBA;
    const std::vector<std::uint8_t> rgb = opaque ? withoutAlpha(pixels.rgba) : std::vector<std::uint8_t>();
    const std::uint8_t* data = opaque ? rgb.data() : pixels.rgba.data();
    png_alloc_size_t length = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string bytes(length, '\0');
    if (png_image_write_to_memory(&image, bytes.data(), &length, 0, data, 0, nullptr) == 0)
        return pngError(image);
    bytes.resize(length);
    return bytes;
}

core::Result<Pixels> pixelsOf(std::string_view png)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, png.data(), png.size()) == 0)
        return pngError(image);
    image.format = PNG_FORMAT_RGBA;
    Pixels out{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    out.rgba.resize(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, out.rgba.data(), 0, nullptr) == 0)
        return pngError(image);
    return out;
}

} // namespace fabula::paint
