#pragma once

#include "core/text_measurer.hpp"
#include "paint/fonts.hpp"

#include <cairo.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace fabula::paint {

/// The faces of a font book as Cairo fonts, opened when first drawn with. One for each painting: Cairo keeps the files
/// open as long as it needs them, apart from the book's own, so that paintings may run on any threads.
class CairoFonts
{
public:
    explicit CairoFonts(const FontBook& book) : book_(&book), faces_(book.faces(), nullptr) {}
    ~CairoFonts();
    CairoFonts(const CairoFonts&) = delete;
    CairoFonts& operator=(const CairoFonts&) = delete;

    const FontBook& book() const { return *book_; }
    /// The Cairo font of a face of the book; null if its file has become unreadable.
    cairo_font_face_t* face(std::size_t index);

private:
    const FontBook* book_;
    std::vector<cairo_font_face_t*> faces_;
};

/// Draws one line as text that stays text (PDF): glyphs at the book's places, mapped to their characters.
void showText(cairo_t* cairo, CairoFonts& fonts, std::string_view text, const core::TextStyle& style, core::Point at);

/// Adds one line to the current path, at exact places.
void addTextPath(cairo_t* cairo, CairoFonts& fonts, std::string_view text, const core::TextStyle& style,
                 core::Point at);

} // namespace fabula::paint
