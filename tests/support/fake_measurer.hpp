#pragma once

#include "core/text_measurer.hpp"

namespace fabula::test {

/// Every character 0.55 em wide, so that widths can be worked out by hand. Counts characters, not bytes.
class FakeMeasurer final : public core::TextMeasurer
{
public:
    double width(std::string_view text, const core::TextStyle& style) const override
    {
        std::size_t characters = 0;
        for (const char c : text)
            characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
        return 0.55 * style.sizePx * static_cast<double>(characters);
    }

    core::Rect inkBox(std::string_view text, const core::TextStyle& style) const override
    {
        return {0, -0.75 * style.sizePx, width(text, style), 0.95 * style.sizePx};
    }

    core::LineMetrics metrics(const core::TextStyle& style) const override
    {
        return {0.95 * style.sizePx, 0.25 * style.sizePx, 1.2 * style.sizePx};
    }
};

} // namespace fabula::test
