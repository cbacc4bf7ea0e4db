#pragma once

#include "core/result.hpp"
#include "core/text_measurer.hpp"
#include "paint/font_face.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::paint {

/// One glyph of a line of text; `x` is where it starts, in pixels from the start of the line.
struct PositionedGlyph
{
    std::uint16_t face = 0; ///< for FontBook::face
    std::uint32_t glyph = 0;
    std::uint32_t codepoint = 0; ///< the one drawn: U+FFFD where no font has the one that was asked for
    double x = 0;
};

struct FontOptions
{
    std::vector<std::string> folders; ///< where to look, first things first
    std::string language =
        "zh-Hans"; ///< BCP 47; says which shapes Chinese characters take: ja, ko, zh-Hant, else zh-Hans
};

/// The options for this machine: systemFontFolders() and simplified Chinese.
FontOptions systemFontOptions();

/// The fonts of the pictures and their metrics: Inter, behind it Noto Sans CJK, behind that whatever sans-serif the
/// machine has. A line is set codepoint by codepoint, without kerning and ligatures, each from the first of the three
/// that has it and all at the same em size, at unhinted advances that grow linearly with the size: every painter can do
/// that, so that screen and paper agree to a fraction of a pixel. Text is drawable() first.
///
/// Tabular figures: each digit stands centred in a cell as wide as the face's widest digit. (The font's own tabular
/// glyphs can't be reached by codepoint, which is all that Dear ImGui can ask for.)
///
/// Immutable and thread-safe; files are opened and metrics read when first needed, and kept.
class FontBook final : public core::TextMeasurer
{
public:
    /// Fails only if the machine has no usable font at all. What is missing else is said by findings().
    static core::Result<std::shared_ptr<FontBook>> open(const FontOptions& options = systemFontOptions());

    double width(std::string_view text, const core::TextStyle& style) const override;
    core::Rect inkBox(std::string_view text, const core::TextStyle& style) const override;
    core::LineMetrics metrics(const core::TextStyle& style) const override;

    /// The glyphs of one line in order; the places that every painter draws them at.
    std::vector<PositionedGlyph> glyphs(std::string_view text, const core::TextStyle& style) const;

    /// A sentence for each font that was looked for in vain, naming the Debian package that has it.
    const std::vector<core::Message>& findings() const { return findings_; }

    std::size_t faces() const { return faces_.size(); }
    const FontFace& face(std::size_t index) const { return *faces_[index]; }
    /// The faces asked in turn for text of that weight, as indexes for face(): one to three.
    const std::vector<std::uint16_t>& chain(core::FontWeight weight) const;
    /// The line height of a face in em, ascent plus descent (Inter: 1.2102, Noto Sans CJK: 1.448). Libraries that take
    /// a font's size as its line height, like Dear ImGui, draw an em of `sizePx` when told `sizePx * lineHeightPerEm`.
    double lineHeightPerEm(std::size_t face) const;

private:
    FontBook() = default;
    struct Set;
    Set set(std::uint32_t codepoint, const core::TextStyle& style) const;
    const FontFace& firstUsable(core::FontWeight weight) const;
    std::uint16_t addFace(FontFile file);

    std::vector<std::unique_ptr<FontFace>> faces_;
    std::array<std::vector<std::uint16_t>, 4> chains_; ///< by weight; never empty in a book that was opened
    std::vector<core::Message> findings_;

    friend class FontBookMaker;
};

} // namespace fabula::paint
