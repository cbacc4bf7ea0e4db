#include "scene/display_list.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace fabula::scene {
namespace {

double distanceToSegment(Point p, Point a, Point b)
{
    const Point d = b - a;
    const double length2 = d.x * d.x + d.y * d.y;
    if (length2 <= 0)
        return core::distance(p, a);
    const double t = std::clamp(((p.x - a.x) * d.x + (p.y - a.y) * d.y) / length2, 0.0, 1.0);
    return core::distance(p, a + d * t);
}

bool pathIsNear(const Path& path, Point p, double reach)
{
    if (path.points.empty())
        return false;
    // The controls' box holds the curve: a cheap no for almost every path.
    double left = std::numeric_limits<double>::max();
    double top = left;
    double right = std::numeric_limits<double>::lowest();
    double bottom = right;
    for (const Point& q : path.points) {
        left = std::min(left, q.x);
        right = std::max(right, q.x);
        top = std::min(top, q.y);
        bottom = std::max(bottom, q.y);
    }
    if (p.x < left - reach || p.x > right + reach || p.y < top - reach || p.y > bottom + reach)
        return false;
    const std::vector<Point> line = flattened(path.points, 1.0);
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (distanceToSegment(p, line[i - 1], line[i]) <= reach)
            return true;
    }
    return false;
}

/// Whether a shape is hit; shadows, texts and clips take no hits of their own.
struct HitTest
{
    Point point;
    double slack = 0;

    bool box(const Rect& rect) const { return rect.grown(slack).contains(point); }
    bool operator()(const FillRect& s) const { return box(s.rect); }
    bool operator()(const StrokeRect& s) const { return box(s.rect); }
    bool operator()(const GradientRect& s) const { return box(s.rect); }
    bool operator()(const HatchRect& s) const { return box(s.rect); }
    bool operator()(const Disc& s) const { return core::distance(point, s.centre) <= s.radius + slack; }
    bool operator()(const Path& s) const { return pathIsNear(s, point, 3 + slack); }
    bool operator()(const ShadowRect&) const { return false; }
    bool operator()(const TextRun&) const { return false; }
    bool operator()(const PushClip&) const { return false; }
    bool operator()(const PopClip&) const { return false; }
};

void addLine(std::vector<Point>& chain, Point to)
{
    const Point from = chain.back();
    chain.push_back(from + (to - from) * (1.0 / 3.0));
    chain.push_back(from + (to - from) * (2.0 / 3.0));
    chain.push_back(to);
}

} // namespace

Subject subjectAt(const DisplayList& picture, Point point, double slack)
{
    // Clips hide parts of items: replay them forwards, keep the last hit, which is the topmost.
    std::vector<bool> open;
    std::size_t shut = 0;
    Subject found;
    for (const DisplayItem& item : picture.items) {
        if (const auto* push = std::get_if<PushClip>(&item.shape)) {
            const bool inside = push->rect.contains(point);
            open.push_back(inside);
            shut += inside ? 0 : 1;
        } else if (std::holds_alternative<PopClip>(item.shape)) {
            shut -= open.back() ? 0 : 1;
            open.pop_back();
        } else if (shut == 0 && item.subject.any() && std::visit(HitTest{point, slack}, item.shape)) {
            found = item.subject;
        }
    }
    return found;
}

std::vector<Point> roundedChain(const std::vector<Point>& corners, double radius)
{
    std::vector<Point> chain;
    if (corners.empty())
        return chain;
    chain.push_back(corners.front());
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        const Point before = corners[i - 1];
        const Point corner = corners[i];
        const Point after = corners[i + 1];
        const double in = core::distance(before, corner);
        const double out = core::distance(corner, after);
        const double cut = std::min({radius, in / 2, out / 2});
        if (cut < 0.25 || in <= 0 || out <= 0) {
            addLine(chain, corner);
            continue;
        }
        const Point start = corner + (before - corner) * (cut / in);
        const Point end = corner + (after - corner) * (cut / out);
        addLine(chain, start);
        // 0.5523: the cubic nearest to a quarter circle.
        chain.push_back(start + (corner - start) * 0.5523);
        chain.push_back(end + (corner - end) * 0.5523);
        chain.push_back(end);
    }
    if (corners.size() > 1)
        addLine(chain, corners.back());
    return chain;
}

std::vector<Point> flattened(const std::vector<Point>& chain, double tolerance)
{
    std::vector<Point> line;
    if (chain.empty())
        return line;
    line.push_back(chain.front());
    for (std::size_t i = 0; i + 3 < chain.size(); i += 3) {
        const Point a = chain[i];
        const Point b = chain[i + 1];
        const Point c = chain[i + 2];
        const Point d = chain[i + 3];
        // Second differences bound how far a cubic strays from n equal chords (Wang's formula).
        const double bend = std::max(core::distance(a + c, b * 2), core::distance(b + d, c * 2));
        const double pieces = std::ceil(std::sqrt(0.75 * bend / tolerance));
        const int n = static_cast<int>(std::clamp(pieces, 1.0, 200.0));
        for (int k = 1; k <= n; ++k) {
            const double t = static_cast<double>(k) / n;
            const double u = 1 - t;
            line.push_back(a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t));
        }
    }
    return line;
}

} // namespace fabula::scene
