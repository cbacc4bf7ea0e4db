#include "scene/marks.hpp"

#include <array>

namespace fabula::scene {

LinkMark markOf(model::LinkKind kind)
{
    // In the order of model::LinkKind.
    constexpr std::array<LinkMark, 7> kMarks{{
        {0, 0, LinkHead::filled},
        {0, 0, LinkHead::open},
        {0, 0, LinkHead::bar},
        {6, 4, LinkHead::filled},
        {2, 4, LinkHead::open},
        {1.5, 2.5, LinkHead::none},
        {2, 5, LinkHead::none},
    }};
    return kMarks[static_cast<std::size_t>(kind)];
}

double linkWidth(model::Basis basis)
{
    constexpr std::array<double, 3> kWidths{2.2, 1.7, 1.25};
    return kWidths[static_cast<std::size_t>(basis)];
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

StrokeRect sourceMark(Point corner, Colour colour)
{
    return StrokeRect{Rect{corner.x, corner.y, 8, 10}.grown(-0.75), 1.5, colour, 1.2, 0, 0};
}

} // namespace fabula::scene
