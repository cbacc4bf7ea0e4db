#include "scene/marks.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace fabula::scene {

LinkMark markOf(model::LinkKind kind)
{
    // In the order of model::LinkKind.
    constexpr std::array<LinkMark, 7> kMarks{{
        {0, 0, LinkHead::filled},
        {0, 0, LinkHead::open},
        {0, 0, LinkHead::bar},
        {6, 4, LinkHead::filled},
        {2.5, 3.5, LinkHead::open},
        {1.5, 2.5, LinkHead::none},
        {3, 4, LinkHead::none},
    }};
    return kMarks[static_cast<std::size_t>(kind)];
}

double linkWidth(model::Basis basis)
{
    constexpr std::array<double, 3> kWidths{2.2, 1.7, 1.25};
    return kWidths[static_cast<std::size_t>(basis)];
}

void addLinkHead(DisplayList& picture, const LinkPen& pen, double size, Point tip, Point towards)
{
    constexpr double kHalfWidth = 4.5;
    if (pen.mark.head == LinkHead::none)
        return;
    const Point base = tip - towards * (kLinkHeadLength * size);
    const Point side = Point{-towards.y, towards.x} * (kHalfWidth * size);
    auto line = [](Point a, Point b) {
        return std::array<Point, 3>{a + (b - a) * (1.0 / 3), a + (b - a) * (2.0 / 3), b};
    };
    Path head;
    head.colour = pen.colour;
    auto to = [&](Point a, Point b) {
        for (Point p : line(a, b))
            head.points.push_back(p);
    };
    if (pen.mark.head == LinkHead::bar) {
        const Point end = tip - towards * 2.5;
        head.points.push_back(end + side * 1.3);
        to(end + side * 1.3, end - side * 1.3);
        head.width = 2.5;
    } else if (pen.mark.head == LinkHead::open) {
        head.points.push_back(base + side);
        to(base + side, tip - towards);
        to(tip - towards, base - side);
        head.width = std::max(1.5, pen.width);
    } else {
        head.points.push_back(base + side);
        to(base + side, tip);
        to(tip, base - side);
        to(base - side, base + side);
        head.width = 0;
        head.closed = true;
    }
    picture.add(std::move(head), pen.subject);
}

StrokeRect basisOutline(const Theme& theme, const Rect& rect, double radius, model::Basis basis)
{
    StrokeRect outline{rect.grown(-0.5), radius, theme.cardLine, 1, 0, 0};
    if (basis == model::Basis::official)
        outline.colour = core::mixed(theme.cardLine, theme.text3, 0.75);
    if (basis == model::Basis::inferred) {
        outline.colour = theme.text3;
        outline.dash = 5;
        outline.dashGap = 4;
    }
    return outline;
}

void addSourceMark(DisplayList& picture, Point corner, Colour colour)
{
    const Colour behind = core::faded(colour, 0.55);
    picture.add(FillRect{{corner.x, corner.y, 5, 1}, 0, cornersNone, behind});
    picture.add(FillRect{{corner.x, corner.y + 1, 1, 7}, 0, cornersNone, behind});
    const Point at{corner.x + 2, corner.y + 2};
    constexpr std::array<Point, 5> kPage{{{0, 0}, {3.5, 0}, {6, 2.5}, {6, 8}, {0, 8}}};
    Path page;
    page.colour = colour;
    page.width = 0;
    page.closed = true;
    page.points.push_back(at + kPage[0]);
    for (std::size_t i = 0; i < kPage.size(); ++i) {
        const Point a = at + kPage[i];
        const Point b = at + kPage[(i + 1) % kPage.size()];
        for (const double t : {1.0 / 3, 2.0 / 3, 1.0})
            page.points.push_back(a + (b - a) * t);
    }
    picture.add(std::move(page));
}

void addNoveltyPill(DisplayList& picture, const Theme& theme, const Rect& pill, model::Novelty novelty, double gone)
{
    const double radius = pill.height / 2 - 1; // a stroke of full radius comes out pointed on the screen
    const Colour colour = core::mixed(theme.text1, theme.ground, gone);
    if (novelty == model::Novelty::added)
        picture.add(FillRect{pill, radius, cornersAll, colour});
    else if (novelty == model::Novelty::changed)
        picture.add(StrokeRect{pill, radius, colour, 1, 0, 0});
}

Colour noveltyInk(const Theme& theme, model::Novelty novelty, double gone)
{
    if (novelty == model::Novelty::added)
        return theme.ground;
    return core::mixed(novelty == model::Novelty::changed ? theme.text1 : theme.text3, theme.ground, gone);
}

} // namespace fabula::scene
