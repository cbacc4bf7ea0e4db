#include "paint/shadow.hpp"

#include "paint/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace fabula::paint {
namespace {

/// One channel of coverage, rows without padding.
struct Coverage
{
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> values;
};

/// The mean over 2 × `radius` + 1 values of a line, as if zeros lay beyond its ends.
void blurLine(std::uint8_t* line, int count, int stride, int radius, std::vector<std::uint8_t>& scratch)
{
    for (int i = 0; i < count; ++i)
        scratch[static_cast<std::size_t>(i)] = line[i * stride];
    const auto at = [&](int i) { return i >= 0 && i < count ? int{scratch[static_cast<std::size_t>(i)]} : 0; };
    const int span = 2 * radius + 1;
    int sum = 0;
    for (int i = -radius; i < radius; ++i)
        sum += at(i);
    for (int i = 0; i < count; ++i) {
        sum += at(i + radius);
        line[i * stride] = static_cast<std::uint8_t>((sum + span / 2) / span);
        sum -= at(i - radius);
    }
}

void blur(Coverage& of, int radius)
{
    std::vector<std::uint8_t> scratch(static_cast<std::size_t>(std::max(of.width, of.height)));
    for (int pass = 0; pass < 3; ++pass) {
        for (int y = 0; y < of.height; ++y)
            blurLine(&of.values[static_cast<std::size_t>(y * of.width)], of.width, 1, radius, scratch);
        for (int x = 0; x < of.width; ++x)
            blurLine(&of.values[static_cast<std::size_t>(x)], of.height, of.width, radius, scratch);
    }
}

Coverage roundedCoverage(const core::Rect& rect, double radius, int width, int height)
{
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
    cairo_t* cairo = cairo_create(surface);
    addRoundedRect(cairo, rect, radius, scene::cornersAll);
    cairo_fill(cairo);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    Coverage out{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height))};
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; data != nullptr && y < height; ++y)
        std::copy_n(data + y * stride, width, out.values.begin() + static_cast<std::ptrdiff_t>(y) * width);
    cairo_surface_destroy(surface);
    return out;
}

cairo_surface_t* surfaceOf(const Coverage& from)
{
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, from.width, from.height);
    unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; data != nullptr && y < from.height; ++y)
        std::copy_n(from.values.begin() + static_cast<std::ptrdiff_t>(y) * from.width, from.width, data + y * stride);
    cairo_surface_mark_dirty(surface);
    return surface;
}

/// A run of device pixels along one axis, and the run of the patch that is stretched over it.
struct Band
{
    double to = 0;
    double toLength = 0;
    double from = 0;
    double fromLength = 0;
};

/// Edge, middle, edge: the edges keep their size, the middle pixel of the patch is stretched.
std::vector<Band> bands(double start, double length, int edge)
{
    return {{start, double(edge), 0, double(edge)},
            {start + edge, length - 2 * edge, double(edge), 1},
            {start + length - edge, double(edge), edge + 1.0, double(edge)}};
}

void stretchPatch(cairo_t* cairo, cairo_surface_t* patch, const Band& across, const Band& down)
{
    if (across.toLength <= 0 || down.toLength <= 0)
        return;
    cairo_save(cairo);
    cairo_rectangle(cairo, across.to, down.to, across.toLength, down.toLength);
    cairo_clip(cairo);
    cairo_pattern_t* pattern = cairo_pattern_create_for_surface(patch);
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST);
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD);
    const double scaleX = across.fromLength / across.toLength;
    const double scaleY = down.fromLength / down.toLength;
    cairo_matrix_t toPatch;
    cairo_matrix_init(&toPatch, scaleX, 0, 0, scaleY, across.from - across.to * scaleX, down.from - down.to * scaleY);
    cairo_pattern_set_matrix(pattern, &toPatch);
    cairo_mask(cairo, pattern);
    cairo_pattern_destroy(pattern);
    cairo_restore(cairo);
}

/// A rounded rectangle and `margin` px around it, blurred.
cairo_surface_t* blurredPatch(double width, double height, double radius, int box, int margin)
{
    Coverage coverage = roundedCoverage({double(margin), double(margin), width, height}, radius,
                                        static_cast<int>(width) + 2 * margin, static_cast<int>(height) + 2 * margin);
    blur(coverage, box);
    return surfaceOf(coverage);
}

} // namespace

Shadows::~Shadows()
{
    for (const auto& [key, patch] : patches_)
        cairo_surface_destroy(patch);
}

void Shadows::paint(cairo_t* cairo, const scene::ShadowRect& shape)
{
    double scale = 1;
    double zero = 0;
    cairo_user_to_device_distance(cairo, &scale, &zero);
    double left = shape.rect.left();
    double top = shape.rect.top() + shape.offsetY;
    cairo_user_to_device(cairo, &left, &top);
    const double width = std::max(1.0, std::round(shape.rect.width * scale));
    const double height = std::max(1.0, std::round(shape.rect.height * scale));
    const int sixteenths = static_cast<int>(std::lround(std::min({shape.radius * scale, width / 2, height / 2}) * 16));
    const double radius = sixteenths / 16.0;
    // Three boxes of this radius have the deviation of a Gaussian of half the blur and reach one blur far.
    const int box = static_cast<int>(std::lround(shape.blur * scale / 3));
    const int margin = 3 * box + 1;
    const int corner = static_cast<int>(std::ceil(radius)) + 3 * box;
    const double smallest = 2.0 * corner + 1;

    cairo_save(cairo);
    cairo_identity_matrix(cairo);
    const double startX = std::round(left) - margin;
    const double startY = std::round(top) - margin;
    cairo_set_source_rgba(cairo, shape.colour.red / 255.0, shape.colour.green / 255.0, shape.colour.blue / 255.0,
                          shape.colour.alpha / 255.0);
    if (width >= smallest && height >= smallest) {
        cairo_surface_t*& patch = patches_[{sixteenths, box}];
        if (patch == nullptr)
            patch = blurredPatch(smallest, smallest, radius, box, margin);
        for (const Band& down : bands(startY, height + 2 * margin, margin + corner))
            for (const Band& across : bands(startX, width + 2 * margin, margin + corner))
                stretchPatch(cairo, patch, across, down);
    } else if (constexpr double kLargestSide = 8192; std::max(width, height) < kLargestSide) {
        cairo_surface_t* whole = blurredPatch(width, height, radius, box, margin);
        cairo_mask_surface(cairo, whole, startX, startY);
        cairo_surface_destroy(whole);
    }
    cairo_restore(cairo);
}

} // namespace fabula::paint
