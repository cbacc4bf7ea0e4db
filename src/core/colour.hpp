#pragma once

#include <cstdint>

namespace fabula::core {

/// sRGB, 8 bits a channel, not premultiplied; alpha 255 is opaque.
struct Colour
{
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;

    friend bool operator==(const Colour&, const Colour&) = default;
};

/// 0xRRGGBB, opaque.
constexpr Colour rgb(std::uint32_t hex)
{
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex)};
}

/// The same colour with its opacity multiplied by `factor` (0 to 1).
Colour faded(Colour colour, double factor);

/// `a` where `t` is 0, `b` where it is 1, channel by channel in sRGB.
Colour mixed(Colour a, Colour b, double t);

/// What the eye sees of `over` laid on the opaque `ground`.
Colour composed(Colour over, Colour ground);

/// Relative luminance after WCAG 2.2, 0 (black) to 1 (white).
double relativeLuminance(Colour colour);

/// Contrast ratio after WCAG 2.2, 1 to 21. Both are taken as opaque.
double contrastRatio(Colour a, Colour b);

} // namespace fabula::core
