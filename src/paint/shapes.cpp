#include "paint/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <type_traits>
#include <variant>

namespace fabula::paint {
namespace {

using namespace scene;

/// Far beyond any page, well within 2^23.
constexpr double kReach = 1e6;
constexpr double kMostHatchLines = 20'000;
constexpr int kShadowLayers = 8;

bool isFinite(const Rect& rect)
{
    return std::isfinite(rect.x) && std::isfinite(rect.y) && std::isfinite(rect.width) && std::isfinite(rect.height);
}

bool isFinite(Point point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

double within(double value)
{
    return std::clamp(value, -kReach, kReach);
}

double fittingRadius(double radius, const Rect& rect, Corners corners = cornersAll)
{
    const double widest = corners == cornersAll ? std::min(rect.width, rect.height) / 2 : rect.height / 2;
    return std::isfinite(radius) ? std::clamp(radius, 0.0, std::max(0.0, widest)) : 0;
}

bool visible(double width)
{
    return std::isfinite(width) && width > 0;
}

bool fit(FillRect& shape)
{
    shape.rect = withinReach(shape.rect);
    shape.radius = fittingRadius(shape.radius, shape.rect, shape.corners);
    return !shape.rect.empty() && shape.colour.alpha > 0;
}

bool fit(StrokeRect& shape)
{
    shape.rect = withinReach(shape.rect);
    shape.radius = fittingRadius(shape.radius, shape.rect);
    return isFinite(shape.rect) && shape.rect.width >= 0 && shape.rect.height >= 0 && visible(shape.width);
}

/// Its ends may lie outside: they say where the colours are.
bool fit(GradientRect& shape)
{
    return isFinite(shape.rect) && !shape.rect.empty();
}

bool fit(HatchRect& shape)
{
    shape.rect = withinReach(shape.rect);
    return !shape.rect.empty() && visible(shape.width) && std::isfinite(shape.spacing);
}

bool fit(ShadowRect& shape)
{
    shape.rect = withinReach(shape.rect);
    shape.radius = fittingRadius(shape.radius, shape.rect);
    shape.blur = std::isfinite(shape.blur) ? std::clamp(shape.blur, 0.0, 200.0) : 0;
    return !shape.rect.empty() && std::isfinite(shape.offsetY) && shape.colour.alpha > 0;
}

bool fit(Disc& shape)
{
    return isFinite(shape.centre) && withinReach({shape.centre.x, shape.centre.y, 1, 1}).width > 0 &&
           visible(shape.radius) && shape.radius < kReach && std::isfinite(shape.strokeWidth);
}

bool fit(Path& shape)
{
    if (shape.points.size() < 4 || !std::isfinite(shape.width) ||
        !std::all_of(shape.points.begin(), shape.points.end(), [](Point p) { return isFinite(p); }))
        return false;
    for (Point& point : shape.points)
        point = {within(point.x), within(point.y)};
    return shape.colour.alpha > 0;
}

bool fit(TextRun& shape)
{
    return isFinite(shape.position) && std::abs(shape.position.x) < kReach && std::abs(shape.position.y) < kReach &&
           visible(shape.style.sizePx) && shape.style.sizePx < 10'000 && shape.colour.alpha > 0;
}

bool fit(PushClip& shape)
{
    shape.rect = withinReach(shape.rect);
    return true;
}

bool fit(PopClip&)
{
    return true;
}

} // namespace

std::optional<Shape> drawable(const Shape& shape)
{
    Shape fitted = shape;
    if (!std::visit([](auto& concrete) { return fit(concrete); }, fitted))
        return std::nullopt;
    return fitted;
}

core::Rect withinReach(const core::Rect& rect)
{
    if (!isFinite(rect))
        return {};
    const double left = within(rect.left());
    const double top = within(rect.top());
    return {left, top, within(rect.right()) - left, within(rect.bottom()) - top};
}

std::pair<double, double> orderedStops(const GradientRect& shape)
{
    const double first = std::isfinite(shape.stop1) ? std::clamp(shape.stop1, 0.0, 1.0) : 0;
    const double second = std::isfinite(shape.stop2) ? std::clamp(shape.stop2, first, 1.0) : 1;
    return {first, second};
}

std::vector<HatchLine> hatchLines(const HatchRect& shape, const Rect& visibleRect)
{
    const double left = std::max(shape.rect.left(), visibleRect.left());
    const double right = std::min(shape.rect.right(), visibleRect.right());
    const double top = std::max(shape.rect.top(), visibleRect.top());
    const double bottom = std::min(shape.rect.bottom(), visibleRect.bottom());
    const double spacing = std::max(shape.spacing, 1.0);
    std::vector<HatchLine> lines;
    if (left >= right || top >= bottom || (right - left + bottom - top) / spacing > kMostHatchLines)
        return lines;
    const double origin = shape.rect.left() + shape.rect.top();
    const double reach = shape.width;
    const double first = std::ceil((left + top - reach - origin) / spacing);
    const double last = std::floor((right + bottom + reach - origin) / spacing);
    for (double k = first; k <= last; ++k) {
        const double sum = origin + k * spacing;
        lines.push_back({{sum - bottom - reach, bottom + reach}, {sum - top + reach, top - reach}});
    }
    return lines;
}

std::vector<FillRect> shadowLayers(const ShadowRect& shape)
{
    std::vector<FillRect> layers;
    const double opacity = shape.colour.alpha / 255.0;
    double reached = 0;
    for (int i = 0; i < kShadowLayers; ++i) {
        // What a blurred edge has reached at this distance: half a cosine comes close to the Gaussian's integral.
        const double share = (i + 0.5) / kShadowLayers;
        const double wanted = opacity * (1 - std::cos(std::numbers::pi * share)) / 2;
        const double alpha = (wanted - reached) / (1 - reached);
        reached = wanted;
        const double grow = shape.blur * (1 - 2 * share);
        FillRect layer;
        layer.rect = shape.rect.moved(0, shape.offsetY).grown(grow);
        layer.radius = std::max(0.0, shape.radius + grow);
        layer.colour = shape.colour;
        layer.colour.alpha = static_cast<std::uint8_t>(std::lround(std::clamp(alpha, 0.0, 1.0) * 255));
        if (fit(layer))
            layers.push_back(layer);
    }
    return layers;
}

std::vector<PathPiece> outline(const Rect& rect, double radius, Corners corners)
{
    const bool left = (corners & cornersLeft) != 0 && radius > 0;
    const bool right = (corners & cornersRight) != 0 && radius > 0;
    const double r = radius;
    std::vector<PathPiece> pieces;
    const auto lineTo = [&pieces](double x, double y) { pieces.push_back({{x, y}, false, 0, {}}); };
    const auto arcTo = [&pieces, r](double x, double y, Point centre) { pieces.push_back({{x, y}, true, r, centre}); };
    // How far an arc still is from the flat edge where a narrow strip ends.
    const double reach = std::min(rect.width, r);
    const double rest = r - std::sqrt(std::max(0.0, r * r - (r - reach) * (r - reach)));
    const double top = rect.top();
    const double bottom = rect.bottom();
    if (left) {
        lineTo(rect.left(), bottom - r);
        lineTo(rect.left(), top + r);
        arcTo(rect.left() + reach, top + rest, {rect.left() + r, top + r});
    } else {
        lineTo(rect.left(), bottom - (right ? rest : 0));
        lineTo(rect.left(), top + (right ? rest : 0));
    }
    if (right) {
        lineTo(rect.right() - reach, top + rest);
        arcTo(rect.right(), top + r, {rect.right() - r, top + r});
        lineTo(rect.right(), bottom - r);
        arcTo(rect.right() - reach, bottom - rest, {rect.right() - r, bottom - r});
    } else {
        lineTo(rect.right(), top + (left ? rest : 0));
        lineTo(rect.right(), bottom - (left ? rest : 0));
    }
    if (left) {
        lineTo(rect.left() + reach, bottom - rest);
        arcTo(rect.left(), bottom - r, {rect.left() + r, bottom - r});
    }
    return pieces;
}

void addRoundedRect(cairo_t* cairo, const Rect& rect, double radius, Corners corners)
{
    cairo_new_path(cairo);
    Point at;
    for (const PathPiece& piece : outline(rect, radius, corners)) {
        if (piece.arc) {
            const double start = std::atan2(at.y - piece.centre.y, at.x - piece.centre.x);
            const double end = std::atan2(piece.to.y - piece.centre.y, piece.to.x - piece.centre.x);
            cairo_arc(cairo, piece.centre.x, piece.centre.y, piece.radius, start, end);
        } else {
            cairo_line_to(cairo, piece.to.x, piece.to.y);
        }
        at = piece.to;
    }
    cairo_close_path(cairo);
}

} // namespace fabula::paint
