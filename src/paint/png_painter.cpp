#include "paint/cairo_canvas.hpp"
#include "paint/painters.hpp"
#include "paint/surface_size.hpp"

#include <fmt/format.h>

#include <cmath>

namespace fabula::paint {
namespace {

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length)
{
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

core::Result<std::string> pngBytes(const scene::DisplayList& picture, const FontBook& fonts, double scale)
{
    const core::Result<core::Size> size = surfaceSize(picture.size, scale);
    if (!size)
        return size.error();
    const bool opaque = picture.ground.alpha == 255;
    cairo_surface_t* surface = cairo_image_surface_create(opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                                          static_cast<int>(std::ceil(size->width)),
                                                          static_cast<int>(std::ceil(size->height)));
    cairo_t* cairo = cairo_create(surface);
    cairo_scale(cairo, scale, scale);
    {
        CairoFonts cairoFonts(fonts);
        paint(cairo, picture, cairoFonts, Medium::pixels);
    }
    std::string bytes;
    cairo_status_t status = cairo_status(cairo);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_write_to_png_stream(surface, append, &bytes);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        return core::Error{"paint.png", fmt::format("The picture can't be painted: {}.", cairo_status_to_string(status)),
                           {}};
    return bytes;
}

} // namespace fabula::paint
