#pragma once

#include "paint/fonts.hpp"

#include <imgui.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace fabula::ui {

/// A piece of the font atlas, in device px. ImGui may move it in any frame, so it is asked for anew each time and never
/// kept.
struct Sprite
{
    ImVec2 uv0;
    ImVec2 uv1;
    float width = 0;
    float height = 0;
    float left = 0; ///< of a glyph: from the pen to the sprite's left edge, right is positive
    float top = 0;  ///< of a glyph: from the baseline to the sprite's top edge, down is positive
    float edge = 0; ///< of a shadow: the width of a slice at the border; the middle is one pixel
};

/// Small pictures baked into the font atlas when first needed: the canvas's glyphs, dots and soft shadows. So the whole
/// canvas is drawn from one texture. Glyphs are not hinted and stand at quarters of a pixel: text keeps its widths at
/// every zoom, is as crisp as on paper, and looks the same in the window and in a PNG.
///
/// Baking may make the atlas grow and move everything in it, so bake all sprites of a primitive before asking for the
/// coordinates of the first: `ready…` bakes, the others look up. Sizes are device px.
class CanvasSprites
{
public:
    static constexpr int kSteps = 4; ///< places of a glyph within a pixel

    /// Bakes into the atlas of the current ImGui context, which outlives it.
    explicit CanvasSprites(const paint::FontBook& book);
    ~CanvasSprites();
    CanvasSprites(const CanvasSprites&) = delete;
    CanvasSprites& operator=(const CanvasSprites&) = delete;

    struct GlyphKey
    {
        std::uint16_t face = 0;
        std::uint32_t glyph = 0;
        double emPx = 0;
        int step = 0; ///< 0 to kSteps - 1
    };
    /// What was baked, wherever the atlas keeps it now.
    struct Baked
    {
        int rect = -1; ///< ImGui's number of it; -1: nothing to draw
        float left = 0;
        float top = 0;
        float edge = 0;
    };
    /// Null if the glyph has no ink or can't be had. Valid until `trim`.
    const Baked* readyGlyph(const GlyphKey& key);
    Sprite sprite(const Baked& baked) const;

    /// FontBook::glyphs of a line, kept for the next frame. Valid until `trim`.
    const std::vector<paint::PositionedGlyph>& line(const std::string& text, const core::TextStyle& style);

    /// A filled circle with soft edges, with one clear pixel around it.
    bool readyDisc(double radius);
    Sprite disc(double radius) const;

    /// A rounded rectangle's shadow, to be drawn in nine slices.
    bool readyShadow(double radius, double blur);
    Sprite shadow(double radius, double blur) const;

    /// Call once a frame, before anything is painted: forgets everything when too much was baked (after many changes of
    /// the interface's scale).
    void trim();
    std::size_t size() const { return baked_.size(); }

private:
    struct Ink
    {
        int width = 0;
        int height = 0;
        std::vector<std::uint8_t> alpha;
    };
    struct Faces;

    static std::uint64_t codeOf(const GlyphKey& key);
    Sprite lookUp(std::uint64_t code) const;
    Baked bakeGlyph(const GlyphKey& key);
    int store(const Ink& ink);

    const paint::FontBook& book_;
    ImFontAtlas* atlas_;
    std::unique_ptr<Faces> faces_;
    std::unordered_map<std::uint64_t, Baked> baked_;
    std::unordered_map<std::string, std::vector<paint::PositionedGlyph>> lines_; ///< by style and text
};

} // namespace fabula::ui
