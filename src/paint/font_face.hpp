#pragma once

#include "core/geometry.hpp"
#include "core/result.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

struct FT_LibraryRec_;
struct FT_FaceRec_;

namespace fabula::paint {

/// A face of a font file: `face` counts the faces of a collection (.ttc) from 0.
struct FontFile
{
    std::string path;
    int face = 0;

    friend bool operator==(const FontFile&, const FontFile&) = default;
};

/// What a codepoint is in a face. The advance is in em, unhinted; multiplied by the em size in pixels it is pixels.
struct GlyphMetrics
{
    std::uint32_t glyph = 0; ///< 0: the face has no glyph for it
    double advanceEm = 0;
};

/// The metrics of one face, opened when first asked and kept. A file that can't be read covers nothing. Not a font to
/// draw with: painters open the file themselves. Thread-safe; what is known already is read without a lock.
class FontFace
{
public:
    explicit FontFace(FontFile file);
    ~FontFace();
    FontFace(const FontFace&) = delete;
    FontFace& operator=(const FontFace&) = delete;

    const FontFile& file() const { return file_; }
    /// Whether the file could be opened and scaled; opens it.
    bool usable() const;
    /// The family as the file names it ("Inter"); empty if it can't be read.
    std::string family() const;
    GlyphMetrics metrics(std::uint32_t codepoint) const;
    /// The exact box of the ink in em, y down from the baseline; empty for blanks.
    core::Rect inkEm(std::uint32_t codepoint) const;
    /// Distances from the baseline in em, both positive.
    double ascentEm() const;
    double descentEm() const;

private:
    struct Entry;
    struct Page;

    FT_FaceRec_* opened() const;
    const Entry& entry(std::uint32_t codepoint) const;
    void readInk(Entry& entry) const;

    FontFile file_;
    mutable std::mutex mutex_;
    mutable bool tried_ = false;
    mutable FT_LibraryRec_* library_ = nullptr;
    mutable FT_FaceRec_* face_ = nullptr;
    mutable std::vector<std::atomic<Page*>> pages_;
};

} // namespace fabula::paint
