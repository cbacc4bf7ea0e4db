#include "paint/font_face.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_BBOX_H

#include <array>
#include <utility>

namespace fabula::paint {
namespace {

constexpr std::uint32_t kPageSize = 256;
constexpr std::uint32_t kCodepoints = 0x110000;
constexpr FT_Int32 kUnscaled = FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP;

} // namespace

struct FontFace::Entry
{
    std::atomic<bool> known = false;
    std::atomic<bool> inkKnown = false;
    GlyphMetrics metrics;
    core::Rect inkEm;
};

struct FontFace::Page
{
    std::array<Entry, kPageSize> entries;
};

FontFace::FontFace(FontFile file) : file_(std::move(file)), pages_(kCodepoints / kPageSize)
{
}

FontFace::~FontFace()
{
    for (std::atomic<Page*>& page : pages_)
        delete page.load();
    if (face_ != nullptr)
        FT_Done_Face(face_);
    if (library_ != nullptr)
        FT_Done_FreeType(library_);
}

/// The caller holds the mutex.
FT_FaceRec_* FontFace::opened() const
{
    if (std::exchange(tried_, true))
        return face_;
    if (FT_Init_FreeType(&library_) != 0) {
        library_ = nullptr;
        return nullptr;
    }
    if (FT_New_Face(library_, file_.path.c_str(), file_.face, &face_) != 0)
        face_ = nullptr;
    const bool scales = face_ != nullptr && FT_IS_SCALABLE(face_) && face_->units_per_EM != 0;
    if (face_ != nullptr && !scales) {
        FT_Done_Face(face_);
        face_ = nullptr;
    }
    return face_;
}

bool FontFace::usable() const
{
    const std::lock_guard lock(mutex_);
    return opened() != nullptr;
}

std::string FontFace::family() const
{
    const std::lock_guard lock(mutex_);
    FT_Face face = opened();
    return face != nullptr && face->family_name != nullptr ? face->family_name : "";
}

const FontFace::Entry& FontFace::entry(std::uint32_t codepoint) const
{
    std::atomic<Page*>& slot = pages_[codepoint % kCodepoints / kPageSize];
    if (const Page* page = slot.load(std::memory_order_acquire)) {
        const Entry& found = page->entries[codepoint % kPageSize];
        if (found.known.load(std::memory_order_acquire))
            return found;
    }
    const std::lock_guard lock(mutex_);
    Page* page = slot.load(std::memory_order_relaxed);
    if (page == nullptr) {
        page = new Page;
        slot.store(page, std::memory_order_release);
    }
    Entry& found = page->entries[codepoint % kPageSize];
    if (found.known.load(std::memory_order_relaxed))
        return found;
    if (FT_Face face = opened()) {
        const FT_UInt glyph = FT_Get_Char_Index(face, codepoint);
        if (FT_Load_Glyph(face, glyph, kUnscaled) == 0)
            found.metrics = {glyph, static_cast<double>(face->glyph->advance.x) / face->units_per_EM};
    }
    found.known.store(true, std::memory_order_release);
    return found;
}

GlyphMetrics FontFace::metrics(std::uint32_t codepoint) const
{
    return entry(codepoint).metrics;
}

void FontFace::readInk(Entry& of) const
{
    FT_Face face = opened();
    FT_BBox box{};
    if (face == nullptr || FT_Load_Glyph(face, of.metrics.glyph, kUnscaled) != 0 ||
        FT_Outline_Get_BBox(&face->glyph->outline, &box) != 0 || box.xMin >= box.xMax)
        return;
    const double em = face->units_per_EM;
    of.inkEm = {static_cast<double>(box.xMin) / em, -static_cast<double>(box.yMax) / em,
                static_cast<double>(box.xMax - box.xMin) / em, static_cast<double>(box.yMax - box.yMin) / em};
}

core::Rect FontFace::inkEm(std::uint32_t codepoint) const
{
    const Entry& found = entry(codepoint);
    if (found.inkKnown.load(std::memory_order_acquire))
        return found.inkEm;
    const std::lock_guard lock(mutex_);
    if (!found.inkKnown.load(std::memory_order_relaxed)) {
        Entry& writable = pages_[codepoint % kCodepoints / kPageSize].load()->entries[codepoint % kPageSize];
        readInk(writable);
        writable.inkKnown.store(true, std::memory_order_release);
    }
    return found.inkEm;
}

double FontFace::ascentEm() const
{
    const std::lock_guard lock(mutex_);
    FT_Face face = opened();
    return face == nullptr ? 0 : static_cast<double>(face->ascender) / face->units_per_EM;
}

double FontFace::descentEm() const
{
    const std::lock_guard lock(mutex_);
    FT_Face face = opened();
    return face == nullptr ? 0 : -static_cast<double>(face->descender) / face->units_per_EM;
}

} // namespace fabula::paint
