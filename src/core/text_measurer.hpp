#pragma once

#include "core/geometry.hpp"

#include <cstdint>
#include <string_view>

namespace fabula::core {

enum class FontWeight : std::uint8_t { regular, medium, semibold, bold };

/// How a line of text is set. `sizePx` is the em size in pixels.
struct TextStyle
{
    double sizePx = 13;
    FontWeight weight = FontWeight::regular;
    /// Figures of equal width, for axes and columns.
    bool tabularFigures = false;

    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

/// Distances from the baseline, both positive, and the advance from line to line, in pixels.
struct LineMetrics
{
    double ascent = 0;
    double descent = 0;
    double lineHeight = 0;
};

/// How wide texts are, in unhinted pixels. What it says is what every painter draws. Implementations are thread-safe.
class TextMeasurer
{
public:
    virtual ~TextMeasurer() = default;

    /// The advance width of one line of UTF-8; characters without a glyph count as the replacement box.
    virtual double width(std::string_view text, const TextStyle& style) const = 0;

    /// The box of the ink of one line, relative to the start of its baseline (so usually with negative y).
    virtual Rect inkBox(std::string_view text, const TextStyle& style) const = 0;

    virtual LineMetrics metrics(const TextStyle& style) const = 0;
};

} // namespace fabula::core
