#include "scene/blended.hpp"

#include <algorithm>
#include <type_traits>

namespace fabula::scene {
namespace {

/// Of two shapes of one kind the one in between.
class Mixing
{
public:
    explicit Mixing(double share) : share_(share) {}

    std::optional<Shape> operator()(const FillRect& a, const FillRect& b) const
    {
        // An edge does not become a ground.
        constexpr double kMostStretch = 3;
        if (a.corners != b.corners ||
            std::max(a.rect.width, b.rect.width) > kMostStretch * std::min(a.rect.width, b.rect.width))
            return std::nullopt;
        return FillRect{of(a.rect, b.rect), of(a.radius, b.radius), a.corners, of(a.colour, b.colour)};
    }
    std::optional<Shape> operator()(const StrokeRect& a, const StrokeRect& b) const
    {
        if ((a.dash > 0) != (b.dash > 0))
            return std::nullopt;
        return StrokeRect{of(a.rect, b.rect),   of(a.radius, b.radius), of(a.colour, b.colour),
                          of(a.width, b.width), of(a.dash, b.dash),     of(a.dashGap, b.dashGap)};
    }
    std::optional<Shape> operator()(const GradientRect& a, const GradientRect& b) const
    {
        return GradientRect{of(a.rect, b.rect), of(a.begin, b.begin), of(a.middle, b.middle),
                            of(a.end, b.end),   of(a.stop1, b.stop1), of(a.stop2, b.stop2)};
    }
    std::optional<Shape> operator()(const HatchRect& a, const HatchRect& b) const
    {
        return HatchRect{of(a.rect, b.rect), of(a.colour, b.colour), of(a.spacing, b.spacing), of(a.width, b.width)};
    }
    std::optional<Shape> operator()(const ShadowRect& a, const ShadowRect& b) const
    {
        return ShadowRect{of(a.rect, b.rect), of(a.radius, b.radius), of(a.blur, b.blur), of(a.offsetY, b.offsetY),
                          of(a.colour, b.colour)};
    }
    std::optional<Shape> operator()(const Disc& a, const Disc& b) const
    {
        return Disc{of(a.centre, b.centre), of(a.radius, b.radius), of(a.fill, b.fill), of(a.stroke, b.stroke),
                    of(a.strokeWidth, b.strokeWidth)};
    }
    std::optional<Shape> operator()(const Path& a, const Path& b) const
    {
        if (a.points.size() != b.points.size() || (a.width > 0) != (b.width > 0) || a.closed != b.closed)
            return std::nullopt;
        Path path = b;
        for (std::size_t i = 0; i < path.points.size(); ++i)
            path.points[i] = of(a.points[i], b.points[i]);
        path.colour = of(a.colour, b.colour);
        path.width = of(a.width, b.width);
        path.dash = of(a.dash, b.dash);
        path.dashGap = of(a.dashGap, b.dashGap);
        return path;
    }
    std::optional<Shape> operator()(const TextRun& a, const TextRun& b) const
    {
        if (a.text != b.text || a.style.weight != b.style.weight || a.style.tabularFigures != b.style.tabularFigures)
            return std::nullopt;
        TextRun text = b;
        text.position = of(a.position, b.position);
        text.style.sizePx = of(a.style.sizePx, b.style.sizePx);
        text.colour = of(a.colour, b.colour);
        return text;
    }
    std::optional<Shape> operator()(const PushClip& a, const PushClip& b) const { return PushClip{of(a.rect, b.rect)}; }
    std::optional<Shape> operator()(const PopClip&, const PopClip&) const { return PopClip{}; }
    template <class A, class B>
    std::optional<Shape> operator()(const A&, const B&) const
    {
        return std::nullopt;
    }

private:
    double of(double a, double b) const { return a + (b - a) * share_; }
    Point of(Point a, Point b) const { return {of(a.x, b.x), of(a.y, b.y)}; }
    Rect of(const Rect& a, const Rect& b) const
    {
        return {of(a.x, b.x), of(a.y, b.y), of(a.width, b.width), of(a.height, b.height)};
    }
    /// What is clear has no colour of its own.
    Colour of(Colour a, Colour b) const
    {
        if (a.alpha == 0)
            a = core::faded(b, 0);
        if (b.alpha == 0)
            b = core::faded(a, 0);
        return core::mixed(a, b, share_);
    }

    double share_;
};

bool isClip(const DisplayItem& item)
{
    return std::holds_alternative<PushClip>(item.shape) || std::holds_alternative<PopClip>(item.shape);
}

std::ptrdiff_t clips(const std::vector<DisplayItem>& items)
{
    return std::count_if(items.begin(), items.end(), isClip);
}

struct StandsAlike
{
    bool operator()(const FillRect& a, const FillRect& b) const { return a.rect == b.rect; }
    bool operator()(const TextRun& a, const TextRun& b) const
    {
        return a.position == b.position && a.style.sizePx == b.style.sizePx;
    }
    template <class A, class B>
    bool operator()(const A&, const B&) const
    {
        return false;
    }
};

} // namespace

DisplayItem faded(DisplayItem item, double there)
{
    const auto fade = [there](Colour& colour) { colour = core::faded(colour, there); };
    std::visit(
        [&](auto& shape) {
            using Kind = std::decay_t<decltype(shape)>;
            if constexpr (std::is_same_v<Kind, GradientRect>) {
                for (Colour* colour : {&shape.begin, &shape.middle, &shape.end})
                    fade(*colour);
            } else if constexpr (std::is_same_v<Kind, Disc>) {
                fade(shape.fill);
                fade(shape.stroke);
            } else if constexpr (!std::is_same_v<Kind, PushClip> && !std::is_same_v<Kind, PopClip>) {
                fade(shape.colour);
            }
        },
        item.shape);
    return item;
}

void addFaded(const std::vector<DisplayItem>& items, double there, DisplayList& picture)
{
    for (const DisplayItem& item : items) {
        if (there > 0 || isClip(item))
            picture.items.push_back(there < 1 ? faded(item, there) : item);
    }
}

std::optional<DisplayItem> between(const DisplayItem& old, const DisplayItem& young, double share)
{
    std::optional<Shape> shape = std::visit(Mixing(share), old.shape, young.shape);
    if (!shape)
        return std::nullopt;
    return DisplayItem{std::move(*shape), young.subject};
}

void addBlended(const std::vector<DisplayItem>& old, const std::vector<DisplayItem>& young, const Blend& blend,
                DisplayList& picture)
{
    if (clips(old) != clips(young)) {
        addFaded(old, blend.old, picture);
        addFaded(young, blend.young, picture);
        return;
    }
    const auto add = [&](const DisplayItem& item, double there) {
        if (there > 0)
            picture.items.push_back(faded(item, there));
    };
    std::size_t next = 0; // of the new picture: those before it are drawn
    for (const DisplayItem& item : old) {
        std::optional<DisplayItem> mixed;
        std::size_t like = next;
        for (; like < young.size() && !mixed; ++like) {
            if (!blend.still || std::visit(StandsAlike{}, item.shape, young[like].shape))
                mixed = between(item, young[like], blend.moved);
        }
        if (!mixed) {
            add(item, blend.old);
            continue;
        }
        for (; next + 1 < like; ++next)
            add(young[next], blend.young);
        picture.items.push_back(std::move(*mixed));
        next = like;
    }
    for (; next < young.size(); ++next)
        add(young[next], blend.young);
}

} // namespace fabula::scene
