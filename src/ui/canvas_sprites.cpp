#include "ui/canvas_sprites.hpp"

#include "paint/shadow_coverage.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace fabula::ui {
namespace {

constexpr std::size_t kMostSprites = 16'384;
constexpr std::size_t kMostLines = 8'192;
/// Text larger than this is not baked: no text of the timeline is.
constexpr double kLargestEm = 160;

enum class SpriteKind : std::uint64_t { glyph, disc, shadow };

/// Sizes count in quarters of a pixel: finer differences can't be seen.
std::uint64_t quarters(double px)
{
    return static_cast<std::uint64_t>(std::lround(std::clamp(px, 0.0, 1000.0) * 4));
}

std::uint64_t discCode(double radius)
{
    return quarters(radius) << 2 | static_cast<std::uint64_t>(SpriteKind::disc);
}

std::uint64_t shadowCode(double radius, double blur)
{
    return (quarters(radius) << 14 | quarters(blur)) << 2 | static_cast<std::uint64_t>(SpriteKind::shadow);
}

} // namespace

/// The font files opened for drawing, each when first needed.
struct CanvasSprites::Faces
{
    explicit Faces(const paint::FontBook& fontBook) : book(fontBook), faces(fontBook.faces(), nullptr)
    {
        if (FT_Init_FreeType(&library) != 0)
            library = nullptr;
    }
    ~Faces()
    {
        for (FT_Face face : faces) {
            if (face != nullptr)
                FT_Done_Face(face);
        }
        if (library != nullptr)
            FT_Done_FreeType(library);
    }
    Faces(const Faces&) = delete;
    Faces& operator=(const Faces&) = delete;

    FT_Face at(std::size_t index)
    {
        if (faces[index] == nullptr && library != nullptr) {
            const paint::FontFile& file = book.face(index).file();
            if (FT_New_Face(library, file.path.c_str(), file.face, &faces[index]) != 0)
                faces[index] = nullptr;
        }
        return faces[index];
    }

    const paint::FontBook& book;
    FT_Library library = nullptr;
    std::vector<FT_Face> faces;
};

CanvasSprites::CanvasSprites(const paint::FontBook& book)
    : book_(book), atlas_(ImGui::GetIO().Fonts), faces_(std::make_unique<Faces>(book))
{
}

CanvasSprites::~CanvasSprites() = default;

std::uint64_t CanvasSprites::codeOf(const GlyphKey& key)
{
    std::uint64_t code = key.face;
    code = code << 24 | key.glyph;
    code = code << 14 | quarters(key.emPx);
    code = code << 2 | static_cast<std::uint64_t>(key.step);
    return code << 2 | static_cast<std::uint64_t>(SpriteKind::glyph);
}

Sprite CanvasSprites::sprite(const Baked& baked) const
{
    Sprite sprite;
    ImFontAtlasRect rect;
    if (baked.rect < 0 || !atlas_->GetCustomRect(baked.rect, &rect))
        return sprite;
    sprite.uv0 = rect.uv0;
    sprite.uv1 = rect.uv1;
    sprite.width = rect.w;
    sprite.height = rect.h;
    sprite.left = baked.left;
    sprite.top = baked.top;
    sprite.edge = baked.edge;
    return sprite;
}

Sprite CanvasSprites::lookUp(std::uint64_t code) const
{
    const auto found = baked_.find(code);
    return found == baked_.end() ? Sprite{} : sprite(found->second);
}

const CanvasSprites::Baked* CanvasSprites::readyGlyph(const GlyphKey& key)
{
    const auto [found, isNew] = baked_.try_emplace(codeOf(key));
    if (isNew)
        found->second = bakeGlyph(key);
    return found->second.rect >= 0 ? &found->second : nullptr;
}

const std::vector<paint::PositionedGlyph>& CanvasSprites::line(const std::string& text, const core::TextStyle& style)
{
    std::string key;
    key.reserve(text.size() + 4);
    const std::uint64_t size = quarters(style.sizePx);
    key.push_back(static_cast<char>(size & 0xFF));
    key.push_back(static_cast<char>(size >> 8 & 0xFF));
    key.push_back(static_cast<char>(static_cast<int>(style.weight) * 2 + (style.tabularFigures ? 1 : 0)));
    key += text;
    const auto [found, isNew] = lines_.try_emplace(std::move(key));
    if (isNew)
        found->second = book_.glyphs(text, style);
    return found->second;
}

int CanvasSprites::store(const Ink& ink)
{
    ImFontAtlasRect rect;
    const ImFontAtlasRectId id = atlas_->AddCustomRect(ink.width, ink.height, &rect);
    if (id == ImFontAtlasRectId_Invalid)
        return -1;
    ImTextureData* texture = atlas_->TexData;
    ImFontAtlasTextureBlockConvert(ink.alpha.data(), ImTextureFormat_Alpha8, ink.width,
                                   static_cast<unsigned char*>(texture->GetPixelsAt(rect.x, rect.y)), texture->Format,
                                   texture->GetPitch(), ink.width, ink.height);
    ImFontAtlasTextureBlockQueueUpload(atlas_, texture, rect.x, rect.y, ink.width, ink.height);
    return id;
}

CanvasSprites::Baked CanvasSprites::bakeGlyph(const GlyphKey& key)
{
    FT_Face face = faces_->at(key.face);
    const auto size = static_cast<FT_F26Dot6>(quarters(key.emPx) * 16);
    if (face == nullptr || size <= 0 || key.emPx > kLargestEm || FT_Set_Char_Size(face, size, size, 72, 72) != 0 ||
        FT_Load_Glyph(face, key.glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0)
        return {};
    FT_GlyphSlot slot = face->glyph;
    if (slot->format != FT_GLYPH_FORMAT_OUTLINE)
        return {};
    FT_Outline_Translate(&slot->outline, key.step * 64 / kSteps, 0);
    if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0)
        return {};
    const FT_Bitmap& bitmap = slot->bitmap;
    if (bitmap.width == 0 || bitmap.rows == 0)
        return {};
    Ink ink{static_cast<int>(bitmap.width), static_cast<int>(bitmap.rows), {}};
    for (unsigned row = 0; row < bitmap.rows; ++row) {
        const unsigned char* line = bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch;
        ink.alpha.insert(ink.alpha.end(), line, line + bitmap.width);
    }
    return {store(ink), static_cast<float>(slot->bitmap_left), static_cast<float>(-slot->bitmap_top), 0};
}

bool CanvasSprites::readyDisc(double radius)
{
    const auto [found, isNew] = baked_.try_emplace(discCode(radius));
    if (!isNew)
        return found->second.rect >= 0;
    const double exact = static_cast<double>(quarters(radius)) / 4;
    const int half = static_cast<int>(std::ceil(exact)) + 1;
    Ink ink{2 * half, 2 * half, {}};
    for (int y = 0; y < ink.height; ++y) {
        for (int x = 0; x < ink.width; ++x) {
            const double away = std::hypot(x + 0.5 - half, y + 0.5 - half);
            ink.alpha.push_back(static_cast<std::uint8_t>(std::lround(255 * std::clamp(exact + 0.5 - away, 0.0, 1.0))));
        }
    }
    found->second.rect = store(ink);
    return found->second.rect >= 0;
}

Sprite CanvasSprites::disc(double radius) const
{
    return lookUp(discCode(radius));
}

bool CanvasSprites::readyShadow(double radius, double blur)
{
    const auto [found, isNew] = baked_.try_emplace(shadowCode(radius, blur));
    if (!isNew)
        return found->second.rect >= 0;
    // The blur reaches `blur` px to both sides of the edge; further in the shadow is even.
    const int reach = static_cast<int>(std::ceil(blur)) + 2;
    const int corner = static_cast<int>(std::ceil(radius)) + reach;
    const int side = 2 * (reach + corner) + 1;
    const core::Rect shape{double(reach), double(reach), 2.0 * corner + 1, 2.0 * corner + 1};
    const Ink ink{side, side, paint::shadowCoverage({shape, radius, blur, 0, {0, 0, 0, 255}}, side, side).values};
    if (!ink.alpha.empty())
        found->second = {store(ink), -static_cast<float>(reach), 0, static_cast<float>(reach + corner)};
    return found->second.rect >= 0;
}

Sprite CanvasSprites::shadow(double radius, double blur) const
{
    return lookUp(shadowCode(radius, blur));
}

void CanvasSprites::trim()
{
    if (lines_.size() > kMostLines)
        lines_.clear();
    if (baked_.size() <= kMostSprites)
        return;
    for (const auto& [code, each] : baked_) {
        if (each.rect >= 0)
            atlas_->RemoveCustomRect(each.rect);
    }
    baked_.clear();
}

} // namespace fabula::ui
