#include "core/colour.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::core {
namespace {

std::uint8_t channel(double value)
{
    return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
}

double linear(std::uint8_t value)
{
    const double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

} // namespace

Colour faded(Colour colour, double factor)
{
    colour.alpha = channel(colour.alpha * factor);
    return colour;
}

Colour mixed(Colour a, Colour b, double t)
{
    auto mix = [t](std::uint8_t x, std::uint8_t y) { return channel(x + (y - x) * t); };
    return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue), mix(a.alpha, b.alpha)};
}

Colour composed(Colour over, Colour ground)
{
    Colour opaque = over;
    opaque.alpha = 255;
    return mixed(ground, opaque, over.alpha / 255.0);
}

double relativeLuminance(Colour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double contrastRatio(Colour a, Colour b)
{
    const double la = relativeLuminance(a);
    const double lb = relativeLuminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace fabula::core
