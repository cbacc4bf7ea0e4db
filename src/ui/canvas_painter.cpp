#include "ui/canvas_painter.hpp"

#include "paint/shapes.hpp"
#include "ui/canvas_pen.hpp"
#include "ui/canvas_sprites.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <variant>

namespace fabula::ui {
namespace {

using core::Colour;
using core::Point;
using core::Rect;

/// Discs up to this radius (screen pixels) are sprites: many dots then cost a few vertices each.
constexpr double kLargestDiscSprite = 24;
constexpr double kQuarterTurn = std::numbers::pi / 2;

Colour mixedAlpha(Colour a, Colour b, double t)
{
    return core::mixed(a, b, std::clamp(t, 0.0, 1.0));
}

/// Draws one shape after another; a visitor of scene::Shape.
class CanvasPainter
{
public:
    CanvasPainter(CanvasPen& pen, const UiFonts& fonts) : pen_(pen), fonts_(fonts) {}

    void operator()(const scene::FillRect& shape)
    {
        if (hidden(shape.rect, 2) || shape.colour.alpha == 0)
            return;
        const Rect pixels = pen_.snapped(shape.radius > 0 ? shape.rect : reached(shape.rect));
        if (shape.radius <= 0 || shape.corners == scene::cornersNone) {
            pen_.list().AddRectFilled(pen_.window({pixels.left(), pixels.top()}),
                                      pen_.window({pixels.right(), pixels.bottom()}), CanvasPen::colour(shape.colour));
            return;
        }
        addOutline(pixels, shape.radius * pen_.factor(), shape.corners);
        pen_.fillConvex(outline_, shape.colour);
    }

    void operator()(const scene::StrokeRect& shape)
    {
        if (hidden(shape.rect, shape.width + 2) || shape.colour.alpha == 0)
            return;
        // A line an odd number of pixels wide is crisp where its middle is that of a pixel.
        const double width = shape.width * pen_.factor();
        const bool odd = std::lround(width) % 2 == 1;
        const Rect pixels = odd ? pen_.snapped(shape.rect).grown(-0.5) : pen_.snapped(shape.rect);
        addOutline(pixels, shape.radius * pen_.factor(), scene::cornersAll);
        if (shape.dash > 0 && shape.dashGap > 0) {
            strokeOutline(shape);
            return;
        }
        pen_.list().AddPolyline(outline_.data(), static_cast<int>(outline_.size()), CanvasPen::colour(shape.colour),
                                ImDrawFlags_Closed, pen_.length(shape.width));
    }

    void operator()(const scene::GradientRect& shape)
    {
        if (hidden(shape.rect, 0))
            return;
        const auto [first, second] = paint::orderedStops(shape);
        addGradientPiece(shape, {0, first}, shape.begin, shape.middle);
        addGradientPiece(shape, {first, second}, shape.middle, shape.middle);
        addGradientPiece(shape, {second, 1}, shape.middle, shape.end);
    }

    void operator()(const scene::HatchRect& shape)
    {
        if (hidden(shape.rect, 0) || shape.width <= 0)
            return;
        const Rect seen = reached(shape.rect);
        for (const paint::HatchLine& line : paint::hatchLines(shape, seen)) {
            // x + y is the same along the line: cut where it enters and leaves the rectangle.
            const double sum = line.from.x + line.from.y;
            const double x0 = std::max(seen.left(), sum - seen.bottom());
            const double x1 = std::min(seen.right(), sum - seen.top());
            if (x0 < x1)
                pen_.list().AddLine(pen_.at({x0, sum - x0}), pen_.at({x1, sum - x1}), CanvasPen::colour(shape.colour),
                                    pen_.length(shape.width));
        }
    }

    void operator()(const scene::ShadowRect& shape)
    {
        const double radius = shape.radius * pen_.factor();
        const double blur = shape.blur * pen_.factor();
        if (hidden(shape.rect.moved(0, shape.offsetY), shape.blur + 2) || shape.colour.alpha == 0 || blur > 128)
            return;
        if (fonts_.sprites().readyShadow(radius, blur))
            addSlices(shape, fonts_.sprites().shadow(radius, blur));
    }

    void operator()(const scene::Disc& shape)
    {
        const double reach = shape.radius + std::max(0.0, shape.strokeWidth);
        if (hidden({shape.centre.x - reach, shape.centre.y - reach, 2 * reach, 2 * reach}, 1))
            return;
        const bool stroked = shape.strokeWidth > 0 && shape.stroke.alpha > 0;
        if (stroked && shape.fill.alpha == 255) {
            addDisc(shape.centre, shape.radius + shape.strokeWidth / 2, shape.stroke);
            addDisc(shape.centre, shape.radius - shape.strokeWidth / 2, shape.fill);
            return;
        }
        addDisc(shape.centre, shape.radius, shape.fill);
        if (stroked)
            pen_.list().AddCircle(pen_.at(shape.centre), pen_.length(shape.radius), CanvasPen::colour(shape.stroke), 0,
                                  pen_.length(shape.strokeWidth));
    }

    void operator()(const scene::Path& shape)
    {
        if (shape.points.size() < 4 || shape.colour.alpha == 0 || hiddenPath(shape))
            return;
        const std::vector<Point> line = scene::flattened(shape.points, 0.2 / pen_.factor());
        if (shape.width > 0) {
            pen_.stroke(line, {shape.colour, shape.width, shape.dash, shape.dashGap, shape.closed});
            return;
        }
        outline_.clear();
        for (const Point& p : line)
            outline_.push_back(pen_.at(p));
        if (line.front() == line.back())
            outline_.pop_back();
        pen_.fillConvex(outline_, shape.colour);
    }

    void operator()(const scene::TextRun& shape);

    void operator()(const scene::PushClip& shape) { pen_.pushClip(shape.rect); }
    void operator()(const scene::PopClip&) { pen_.popClip(); }

private:
    bool hidden(const Rect& rect, double margin) const { return !rect.grown(margin).overlaps(pen_.visible()); }

    /// Cut to somewhat more than what is visible, while doubles are still exact: floats are not, far out.
    Rect reached(const Rect& rect) const
    {
        const Rect seen = pen_.visible().grown(64);
        const double left = std::max(rect.left(), seen.left());
        const double top = std::max(rect.top(), seen.top());
        return {left, top, std::min(rect.right(), seen.right()) - left, std::min(rect.bottom(), seen.bottom()) - top};
    }

    bool hiddenPath(const scene::Path& shape) const
    {
        Point least = shape.points.front();
        Point most = least;
        for (const Point& p : shape.points) {
            least = {std::min(least.x, p.x), std::min(least.y, p.y)};
            most = {std::max(most.x, p.x), std::max(most.y, p.y)};
        }
        const Rect box{least.x, least.y, most.x - least.x, most.y - least.y};
        return !std::isfinite(box.width + box.height) || hidden(box, shape.width + 2);
    }

    /// Fills `outline_` with a rectangle given in screen pixels.
    void addOutline(const Rect& pixels, double radius, scene::Corners corners)
    {
        outline_.clear();
        const double most =
            corners == scene::cornersAll ? std::min(pixels.width, pixels.height) / 2 : pixels.height / 2;
        const double fitting = std::clamp(radius, 0.0, std::max(0.0, most));
        Point at;
        for (const paint::PathPiece& piece : paint::outline(pixels, fitting, corners)) {
            if (piece.arc)
                addArc(piece, at);
            else
                outline_.push_back(pen_.window(piece.to));
            at = piece.to;
        }
        const ImVec2& first = outline_.front();
        if (outline_.size() > 3 && std::hypot(first.x - outline_.back().x, first.y - outline_.back().y) < 0.01F)
            outline_.pop_back();
    }

    void addArc(const paint::PathPiece& piece, Point from)
    {
        const double begin = std::atan2(from.y - piece.centre.y, from.x - piece.centre.x);
        double end = std::atan2(piece.to.y - piece.centre.y, piece.to.x - piece.centre.x);
        if (end < begin)
            end += 4 * kQuarterTurn;
        const int steps = std::max(2, static_cast<int>(std::ceil(std::sqrt(piece.radius) * 2)));
        // Each point is the one before turned by the same angle, which spares a sine and a cosine.
        const double turn = (end - begin) / steps;
        const double c = std::cos(turn);
        const double s = std::sin(turn);
        Point arm = from - piece.centre;
        for (int i = 1; i <= steps; ++i) {
            arm = {arm.x * c - arm.y * s, arm.x * s + arm.y * c};
            outline_.push_back(pen_.window(piece.centre + arm));
        }
    }

    void strokeOutline(const scene::StrokeRect& shape)
    {
        // Back to the picture's px, in which dashes are measured.
        std::vector<Point> line;
        const Point corner = pen_.device({0, 0});
        for (const ImVec2& p : outline_) {
            const ImVec2 origin = pen_.window(corner);
            line.push_back({(p.x - origin.x) / pen_.length(1), (p.y - origin.y) / pen_.length(1)});
        }
        pen_.stroke(line, {shape.colour, shape.width, shape.dash, shape.dashGap, true});
    }

    void addGradientPiece(const scene::GradientRect& shape, std::pair<double, double> part, Colour from, Colour to)
    {
        const Rect seen = reached(shape.rect);
        const double begin = shape.rect.x + shape.rect.width * part.first;
        const double end = shape.rect.x + shape.rect.width * part.second;
        const double left = std::max(begin, seen.left());
        const double right = std::min(end, seen.right());
        if (left >= right || (from.alpha == 0 && to.alpha == 0))
            return;
        const ImU32 leftColour = CanvasPen::colour(mixedAlpha(from, to, (left - begin) / (end - begin)));
        const ImU32 rightColour = CanvasPen::colour(mixedAlpha(from, to, (right - begin) / (end - begin)));
        const Rect rows = pen_.snapped(seen);
        ImVec2 least = pen_.at({left, 0});
        ImVec2 most = pen_.at({right, 0});
        least.y = pen_.window({0, rows.top()}).y;
        most.y = pen_.window({0, rows.bottom()}).y;
        pen_.list().AddRectFilledMultiColor(least, most, leftColour, rightColour, rightColour, leftColour);
    }

    void addSlices(const scene::ShadowRect& shape, const Sprite& sprite)
    {
        const Rect inner = pen_.snapped(shape.rect.moved(0, shape.offsetY));
        const Rect pixels = inner.grown(-sprite.left);
        const double edgeX = std::min<double>(sprite.edge, pixels.width / 2);
        const double edgeY = std::min<double>(sprite.edge, pixels.height / 2);
        const double xs[4] = {pixels.left(), pixels.left() + edgeX, pixels.right() - edgeX, pixels.right()};
        const double ys[4] = {pixels.top(), pixels.top() + edgeY, pixels.bottom() - edgeY, pixels.bottom()};
        auto across = [&](double share) {
            return sprite.uv0.x + (sprite.uv1.x - sprite.uv0.x) * static_cast<float>(share);
        };
        auto down = [&](double share) {
            return sprite.uv0.y + (sprite.uv1.y - sprite.uv0.y) * static_cast<float>(share);
        };
        // The middle slices are the sprite's one even pixel, taken at its centre so that nothing beside it bleeds in.
        const double u[6] = {0, edgeX / sprite.width, 0.5, 0.5, 1 - edgeX / sprite.width, 1};
        const double v[6] = {0, edgeY / sprite.height, 0.5, 0.5, 1 - edgeY / sprite.height, 1};
        pen_.list().PrimReserve(9 * 6, 9 * 4);
        for (std::size_t row = 0; row < 3; ++row) {
            for (std::size_t column = 0; column < 3; ++column)
                pen_.list().PrimRectUV(pen_.window({xs[column], ys[row]}), pen_.window({xs[column + 1], ys[row + 1]}),
                                       {across(u[column * 2]), down(v[row * 2])},
                                       {across(u[column * 2 + 1]), down(v[row * 2 + 1])},
                                       CanvasPen::colour(shape.colour));
        }
    }

    void addDisc(Point centre, double radius, Colour colour)
    {
        const double pixels = radius * pen_.factor();
        if (radius <= 0 || colour.alpha == 0)
            return;
        if (pixels > kLargestDiscSprite || !fonts_.sprites().readyDisc(pixels)) {
            pen_.list().AddCircleFilled(pen_.at(centre), pen_.length(radius), CanvasPen::colour(colour));
            return;
        }
        const Sprite sprite = fonts_.sprites().disc(pixels);
        const Point middle = pen_.device(centre);
        const Point corner{middle.x - sprite.width / 2, middle.y - sprite.height / 2};
        pen_.list().PrimReserve(6, 4);
        pen_.list().PrimRectUV(pen_.window(corner), pen_.window({corner.x + sprite.width, corner.y + sprite.height}),
                               sprite.uv0, sprite.uv1, CanvasPen::colour(colour));
    }

    struct PlacedGlyph
    {
        const CanvasSprites::Baked* baked = nullptr;
        double x = 0; ///< whole screen pixels
    };

    CanvasPen& pen_;
    const UiFonts& fonts_;
    std::vector<ImVec2> outline_;
    std::vector<PlacedGlyph> glyphs_;
};

void CanvasPainter::operator()(const scene::TextRun& shape)
{
    const double size = shape.style.sizePx;
    const Rect seen = pen_.visible();
    if (shape.colour.alpha == 0 || shape.text.empty() || shape.position.x >= seen.right() ||
        shape.position.y + size <= seen.top() || shape.position.y - 2 * size >= seen.bottom())
        return;
    const Point baseline = pen_.device(shape.position);
    const double startX = std::round(baseline.x);
    const double y = std::round(baseline.y);
    const double leftEnd = pen_.device({seen.left() - 2 * size, 0}).x;
    const double rightEnd = pen_.device({seen.right() + 2 * size, 0}).x;
    CanvasSprites& sprites = fonts_.sprites();
    glyphs_.clear();
    for (const paint::PositionedGlyph& glyph : sprites.line(shape.text, shape.style)) {
        const double x = startX + glyph.x * pen_.factor();
        if (x < leftEnd || x > rightEnd)
            continue;
        const double steps = std::round(x * CanvasSprites::kSteps);
        const double whole = std::floor(steps / CanvasSprites::kSteps);
        const int step = static_cast<int>(steps - whole * CanvasSprites::kSteps);
        const CanvasSprites::GlyphKey key{glyph.face, glyph.glyph, size * pen_.factor(), step};
        if (const CanvasSprites::Baked* baked = sprites.readyGlyph(key))
            glyphs_.push_back({baked, whole});
    }
    if (glyphs_.empty())
        return;
    const int count = static_cast<int>(glyphs_.size());
    pen_.list().PrimReserve(count * 6, count * 4);
    for (const PlacedGlyph& glyph : glyphs_) {
        const Sprite sprite = sprites.sprite(*glyph.baked);
        const Point corner{glyph.x + sprite.left, y + sprite.top};
        pen_.list().PrimRectUV(pen_.window(corner), pen_.window({corner.x + sprite.width, corner.y + sprite.height}),
                               sprite.uv0, sprite.uv1, CanvasPen::colour(shape.colour));
    }
}

} // namespace

void paint(const scene::DisplayList& picture, const CanvasPlace& place, ImDrawList& list, const UiFonts& fonts)
{
    CanvasPen pen(list, place);
    const float fringe = list._FringeScale;
    list._FringeScale = static_cast<float>(1 / place.density);
    CanvasPainter painter(pen, fonts);
    for (const scene::DisplayItem& item : picture.items)
        std::visit(painter, item.shape);
    pen.popAll();
    list._FringeScale = fringe;
}

} // namespace fabula::ui
