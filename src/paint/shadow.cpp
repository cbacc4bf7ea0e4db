#include "paint/shadow.hpp"

#include "paint/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace fabula::paint {
namespace {

/// In device pixels; they bound what one patch takes.
constexpr double kLargestRadius = 600;
constexpr double kWidestBlur = 600;

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
            blurLine(&of.values[static_cast<std::size_t>(y) * static_cast<std::size_t>(of.width)], of.width, 1, radius,
                     scratch);
        for (int x = 0; x < of.width; ++x)
            blurLine(&of.values[static_cast<std::size_t>(x)], of.height, of.width, radius, scratch);
    }
}

Coverage coverageOf(cairo_surface_t* surface)
{
    cairo_surface_flush(surface);
    const int width = cairo_image_surface_get_width(surface);
    const int height = cairo_image_surface_get_height(surface);
    Coverage out{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height))};
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; data != nullptr && y < height; ++y)
        std::copy_n(data + y * stride, width, out.values.begin() + static_cast<std::ptrdiff_t>(y) * width);
    return out;
}

Coverage roundedCoverage(const core::Rect& rect, double radius, int width, int height)
{
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
    cairo_t* cairo = cairo_create(surface);
    addRoundedRect(cairo, rect, radius, scene::cornersAll);
    cairo_fill(cairo);
    cairo_destroy(cairo);
    Coverage out = coverageOf(surface);
    cairo_surface_destroy(surface);
    return out;
}

/// Which pixel of the patch each of `count` pixels shows, the first being the `first` of `length`: the edges of the
/// patch at either end, its middle pixel between.
std::vector<int> stretched(int first, int count, int length, int patchLength)
{
    std::vector<int> from(static_cast<std::size_t>(count));
    const int edge = patchLength / 2;
    for (int i = 0; i < count; ++i) {
        const int at = first + i;
        const int fromEnd = at - (length - patchLength);
        from[static_cast<std::size_t>(i)] = at < edge ? at : std::max(edge, fromEnd);
    }
    return from;
}

struct PixelSpan
{
    int start = 0;
    int length = 0;
};

/// What of a span is inside [low, high), given in device coordinates.
PixelSpan within(PixelSpan span, double low, double high)
{
    const int start = std::max(span.start, static_cast<int>(std::floor(low)));
    const int end = std::min(span.start + span.length, static_cast<int>(std::ceil(high)));
    return {start, std::max(0, end - start)};
}

/// Masks the current source with the patch stretched over both spans. The context's unit is a device pixel.
void maskStretched(cairo_t* cairo, const Coverage& patch, PixelSpan across, PixelSpan down)
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    cairo_clip_extents(cairo, &left, &top, &right, &bottom);
    const PixelSpan seenAcross = within(across, left, right);
    const PixelSpan seenDown = within(down, top, bottom);
    if (seenAcross.length == 0 || seenDown.length == 0)
        return;
    const std::vector<int> columns =
        stretched(seenAcross.start - across.start, seenAcross.length, across.length, patch.width);
    const std::vector<int> rows = stretched(seenDown.start - down.start, seenDown.length, down.length, patch.height);
    cairo_surface_t* mask = cairo_image_surface_create(CAIRO_FORMAT_A8, seenAcross.length, seenDown.length);
    unsigned char* data = cairo_image_surface_get_data(mask);
    const int stride = cairo_image_surface_get_stride(mask);
    for (int y = 0; data != nullptr && y < seenDown.length; ++y) {
        const std::uint8_t* from = patch.values.data() + rows[static_cast<std::size_t>(y)] * patch.width;
        for (int x = 0; x < seenAcross.length; ++x)
            data[y * stride + x] = from[columns[static_cast<std::size_t>(x)]];
    }
    cairo_surface_mark_dirty(mask);
    cairo_mask_surface(cairo, mask, seenAcross.start, seenDown.start);
    cairo_surface_destroy(mask);
}

} // namespace

const Coverage& Shadows::patch(const Key& key)
{
    constexpr std::size_t kMostPatches = 500;
    if (patches_.size() > kMostPatches)
        patches_.clear();
    const auto [at, isNew] = patches_.try_emplace(key);
    if (isNew) {
        const auto [sixteenths, box, width, height] = key;
        const int margin = 3 * box + 1;
        at->second = roundedCoverage({double(margin), double(margin), double(width), double(height)}, sixteenths / 16.0,
                                     width + 2 * margin, height + 2 * margin);
        blur(at->second, box);
    }
    return at->second;
}

void Shadows::paint(cairo_t* cairo, const scene::ShadowRect& shape)
{
    double scale = 1;
    double zero = 0;
    cairo_user_to_device_distance(cairo, &scale, &zero);
    double left = shape.rect.left();
    double top = shape.rect.top() + shape.offsetY;
    cairo_user_to_device(cairo, &left, &top);
    const int width = std::max(1, static_cast<int>(std::lround(shape.rect.width * scale)));
    const int height = std::max(1, static_cast<int>(std::lround(shape.rect.height * scale)));
    const double radius = std::min({shape.radius * scale, width / 2.0, height / 2.0, kLargestRadius});
    // Three boxes of this radius have the deviation of a Gaussian of half the blur and reach one blur far.
    const int box = static_cast<int>(std::lround(std::min(shape.blur * scale, kWidestBlur) / 3));
    const int margin = 3 * box + 1;
    const int corner = static_cast<int>(std::ceil(radius)) + 3 * box;
    const int longest = 2 * corner + 1;
    const Coverage& patch = this->patch(
        {static_cast<int>(std::lround(radius * 16)), box, std::min(width, longest), std::min(height, longest)});

    cairo_save(cairo);
    cairo_identity_matrix(cairo);
    cairo_set_source_rgba(cairo, shape.colour.red / 255.0, shape.colour.green / 255.0, shape.colour.blue / 255.0,
                          shape.colour.alpha / 255.0);
    maskStretched(cairo, patch, {static_cast<int>(std::lround(left)) - margin, width + 2 * margin},
                  {static_cast<int>(std::lround(top)) - margin, height + 2 * margin});
    cairo_restore(cairo);
}

Coverage shadowCoverage(const scene::ShadowRect& shape, int width, int height)
{
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
    cairo_t* cairo = cairo_create(surface);
    Shadows().paint(cairo, shape);
    cairo_destroy(cairo);
    Coverage out = coverageOf(surface);
    cairo_surface_destroy(surface);
    return out;
}

} // namespace fabula::paint
