#pragma once

#include "core/text_measurer.hpp"
#include "paint/fonts.hpp"

#include <array>
#include <memory>
#include <vector>

struct ImFont;

namespace fabula::ui {

class CanvasSprites;

/// The fonts of the window: for panels, one ImGui font for each weight with light hinting, with Chinese, Japanese and
/// Korean and the icons merged in; for the canvas, glyphs and sprites in the atlas (see CanvasSprites). Sizes are em
/// sizes in pixels, as in core::TextStyle. Belongs to the ImGui context that was current when it was made, and goes
/// before it.
class UiFonts
{
public:
    explicit UiFonts(std::shared_ptr<const paint::FontBook> book);
    ~UiFonts();
    UiFonts(const UiFonts&) = delete;
    UiFonts& operator=(const UiFonts&) = delete;

    const paint::FontBook& book() const { return *book_; }
    std::shared_ptr<const paint::FontBook> sharedBook() const { return book_; }
    ImFont* panelFont(core::FontWeight weight) const { return panelFonts_[static_cast<std::size_t>(weight)]; }
    /// What ImGui is told so that an em takes `emPx`.
    float imguiSize(core::FontWeight weight, double emPx) const;
    /// Whether the icons of Fork Awesome (U+F000…) can be written in panel fonts.
    bool hasIcons() const { return hasIcons_; }
    CanvasSprites& sprites() const { return *sprites_; }

private:
    struct FontBytes;
    void addPanelFont(core::FontWeight weight, const FontBytes* icons);
    const FontBytes* bytesOf(const paint::FontFile& file);

    std::shared_ptr<const paint::FontBook> book_;
    std::vector<std::unique_ptr<FontBytes>> bytes_;
    std::array<ImFont*, 4> panelFonts_{};
    std::array<double, 4> lineHeightPerEm_{};
    bool hasIcons_ = false;
    std::unique_ptr<CanvasSprites> sprites_;
};

/// Text in panels has this weight and em size (px) until the end of the scope.
class FontScope
{
public:
    FontScope(const UiFonts& fonts, core::FontWeight weight, double emPx);
    ~FontScope();
    FontScope(const FontScope&) = delete;
    FontScope& operator=(const FontScope&) = delete;
};

} // namespace fabula::ui
