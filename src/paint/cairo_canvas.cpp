#include "paint/cairo_canvas.hpp"

#include "core/web_address.hpp"
#include "paint/hrefs.hpp"
#include "paint/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <variant>

namespace fabula::paint {
namespace {

using namespace scene;

void setSource(cairo_t* cairo, Colour colour)
{
    cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0, colour.alpha / 255.0);
}

void addStop(cairo_pattern_t* pattern, double at, Colour colour)
{
    cairo_pattern_add_color_stop_rgba(pattern, at, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                                      colour.alpha / 255.0);
}

void setDash(cairo_t* cairo, double dash, double gap)
{
    const double lengths[2] = {dash, gap};
    cairo_set_dash(cairo, lengths, dash > 0 && gap > 0 ? 2 : 0, 0);
}

void addChain(cairo_t* cairo, const std::vector<Point>& chain)
{
    cairo_move_to(cairo, chain[0].x, chain[0].y);
    for (std::size_t i = 1; i + 2 < chain.size(); i += 3)
        cairo_curve_to(cairo, chain[i].x, chain[i].y, chain[i + 1].x, chain[i + 1].y, chain[i + 2].x, chain[i + 2].y);
}

/// Text and shadows on pixels.
class PixelInk
{
public:
    PixelInk(cairo_t* cairo, RasterStock& stock) : cairo_(cairo), stock_(stock) {}

    void shadow(const ShadowRect& shape) { stock_.shadows.paint(cairo_, shape); }
    void text(const TextRun& shape)
    {
        setSource(cairo_, shape.colour);
        stock_.texts.draw(cairo_, shape.text, shape.style, shape.position);
    }

private:
    cairo_t* cairo_;
    RasterStock& stock_;
};

/// Text and shadows as vectors.
class VectorInk
{
public:
    VectorInk(cairo_t* cairo, CairoFonts& fonts) : cairo_(cairo), fonts_(fonts) {}

    void shadow(const ShadowRect& shape)
    {
        for (const FillRect& layer : shadowLayers(shape)) {
            addRoundedRect(cairo_, layer.rect, layer.radius, layer.corners);
            setSource(cairo_, layer.colour);
            cairo_fill(cairo_);
        }
    }

    void text(const TextRun& shape)
    {
        const bool links = core::isWebAddress(shape.href);
        if (links)
            cairo_tag_begin(cairo_, CAIRO_TAG_LINK, pdfLinkAttributes(shape.href).c_str());
        setSource(cairo_, shape.colour);
        showText(cairo_, fonts_, shape.text, shape.style, shape.position);
        if (links)
            cairo_tag_end(cairo_, CAIRO_TAG_LINK);
    }

private:
    cairo_t* cairo_;
    CairoFonts& fonts_;
};

/// Draws one shape after another; a visitor of scene::Shape.
template <class Ink>
class Canvas
{
public:
    Canvas(cairo_t* cairo, Ink ink) : cairo_(cairo), ink_(ink) {}

    void operator()(const FillRect& shape)
    {
        addRoundedRect(cairo_, shape.rect, shape.radius, shape.corners);
        setSource(cairo_, shape.colour);
        cairo_fill(cairo_);
    }

    void operator()(const StrokeRect& shape)
    {
        addRoundedRect(cairo_, shape.rect, shape.radius, cornersAll);
        stroke(shape.colour, shape.width, shape.dash, shape.dashGap);
    }

    void operator()(const GradientRect& shape)
    {
        const Rect& rect = shape.rect;
        cairo_pattern_t* pattern = cairo_pattern_create_linear(rect.left(), 0, rect.right(), 0);
        const auto [first, second] = orderedStops(shape);
        addStop(pattern, 0, shape.begin);
        addStop(pattern, first, shape.middle);
        addStop(pattern, second, shape.middle);
        addStop(pattern, 1, shape.end);
        cairo_set_source(cairo_, pattern);
        cairo_pattern_destroy(pattern);
        const Rect drawn = withinReach(rect);
        cairo_rectangle(cairo_, drawn.x, drawn.y, drawn.width, drawn.height);
        cairo_fill(cairo_);
    }

    void operator()(const HatchRect& shape)
    {
        double left = 0;
        double top = 0;
        double right = 0;
        double bottom = 0;
        cairo_clip_extents(cairo_, &left, &top, &right, &bottom);
        cairo_save(cairo_);
        cairo_rectangle(cairo_, shape.rect.x, shape.rect.y, shape.rect.width, shape.rect.height);
        cairo_clip(cairo_);
        for (const HatchLine& line : hatchLines(shape, {left, top, right - left, bottom - top})) {
            cairo_move_to(cairo_, line.from.x, line.from.y);
            cairo_line_to(cairo_, line.to.x, line.to.y);
        }
        stroke(shape.colour, shape.width, 0, 0);
        cairo_restore(cairo_);
    }

    void operator()(const ShadowRect& shape) { ink_.shadow(shape); }

    void operator()(const Disc& shape)
    {
        cairo_new_path(cairo_);
        cairo_arc(cairo_, shape.centre.x, shape.centre.y, shape.radius, 0, 2 * std::numbers::pi);
        cairo_close_path(cairo_);
        setSource(cairo_, shape.fill);
        if (shape.strokeWidth <= 0 || shape.stroke.alpha == 0) {
            cairo_fill(cairo_);
            return;
        }
        cairo_fill_preserve(cairo_);
        stroke(shape.stroke, shape.strokeWidth, 0, 0);
    }

    void operator()(const Path& shape)
    {
        addChain(cairo_, shape.points);
        if (shape.closed || shape.width <= 0)
            cairo_close_path(cairo_);
        if (shape.width > 0) {
            stroke(shape.colour, shape.width, shape.dash, shape.dashGap);
        } else {
            setSource(cairo_, shape.colour);
            cairo_fill(cairo_);
        }
    }

    void operator()(const TextRun& shape) { ink_.text(shape); }

    void operator()(const PushClip& shape)
    {
        cairo_save(cairo_);
        cairo_rectangle(cairo_, shape.rect.x, shape.rect.y, shape.rect.width, shape.rect.height);
        cairo_clip(cairo_);
        ++clips_;
    }

    void operator()(const PopClip&)
    {
        if (clips_ == 0)
            return;
        cairo_restore(cairo_);
        --clips_;
    }

    void popAll()
    {
        while (clips_ > 0)
            (*this)(PopClip{});
    }

private:
    void stroke(Colour colour, double width, double dash, double gap)
    {
        setSource(cairo_, colour);
        cairo_set_line_width(cairo_, width);
        cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_BUTT);
        setDash(cairo_, dash, gap);
        cairo_stroke(cairo_);
    }

    cairo_t* cairo_;
    Ink ink_;
    int clips_ = 0;
};

template <class Ink>
void paintWith(cairo_t* cairo, const DisplayList& picture, Ink ink)
{
    setSource(cairo, picture.ground);
    cairo_rectangle(cairo, 0, 0, picture.size.width, picture.size.height);
    cairo_fill(cairo);
    Canvas<Ink> canvas(cairo, ink);
    for (const DisplayItem& item : picture.items)
        if (const std::optional<Shape> shape = drawable(item.shape))
            std::visit(canvas, *shape);
    canvas.popAll();
}

} // namespace

void paintPixels(cairo_t* cairo, const DisplayList& picture, RasterStock& stock)
{
    paintWith(cairo, picture, PixelInk(cairo, stock));
}

void paintVectors(cairo_t* cairo, const DisplayList& picture, CairoFonts& fonts)
{
    paintWith(cairo, picture, VectorInk(cairo, fonts));
}

} // namespace fabula::paint
