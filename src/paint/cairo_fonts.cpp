#include "paint/cairo_fonts.hpp"

#include "paint/codepoints.hpp"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_MODULE_H

#include <memory>
#include <string>

namespace fabula::paint {
namespace {

/// What a Cairo font needs to live: its face and its library, closed when Cairo lets go of the font.
struct OpenFace
{
    FT_Library library = nullptr;
    FT_Face face = nullptr;

    ~OpenFace()
    {
        if (face != nullptr)
            FT_Done_Face(face);
        if (library != nullptr)
            FT_Done_FreeType(library);
    }
};

const cairo_user_data_key_t kOpenFaceKey{};

cairo_font_face_t* openCairoFont(const FontFile& file)
{
    auto open = std::make_unique<OpenFace>();
    if (FT_Init_FreeType(&open->library) != 0 ||
        FT_New_Face(open->library, file.path.c_str(), file.face, &open->face) != 0)
        return nullptr;
    cairo_font_face_t* font = cairo_ft_font_face_create_for_ft_face(open->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
    const auto close = [](void* data) { delete static_cast<OpenFace*>(data); };
    if (cairo_font_face_set_user_data(font, &kOpenFaceKey, open.get(), close) != CAIRO_STATUS_SUCCESS) {
        cairo_font_face_destroy(font);
        return nullptr;
    }
    static_cast<void>(open.release()); // the font face owns it now
    return font;
}

void choose(cairo_t* cairo, cairo_font_face_t* font, double sizePx)
{
    cairo_set_font_face(cairo, font);
    cairo_set_font_size(cairo, sizePx);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cairo, options);
    cairo_font_options_destroy(options);
}

/// Neighbours of one face: what Cairo can take in one call.
struct Stretch
{
    std::uint16_t face = 0;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    std::string text;
};

bool isDigit(std::uint32_t codepoint)
{
    return codepoint >= '0' && codepoint <= '9';
}

/// Digits in cells of equal width are told as one cluster: readers of PDF take the room around a narrow one for a
/// blank.
void addCluster(Stretch& stretch, int bytes, bool joins)
{
    if (joins) {
        stretch.clusters.back().num_bytes += bytes;
        stretch.clusters.back().num_glyphs += 1;
    } else {
        stretch.clusters.push_back({bytes, 1});
    }
}

std::vector<Stretch> stretches(const std::vector<PositionedGlyph>& glyphs, core::Point at, bool joinDigits)
{
    bool afterDigit = false;
    std::vector<Stretch> out;
    for (const PositionedGlyph& glyph : glyphs) {
        if (out.empty() || out.back().face != glyph.face) {
            out.push_back({glyph.face, {}, {}, {}});
            afterDigit = false;
        }
        Stretch& stretch = out.back();
        const std::size_t before = stretch.text.size();
        appendUtf8(stretch.text, glyph.codepoint);
        stretch.glyphs.push_back({glyph.glyph, at.x + glyph.x, at.y});
        const bool digit = joinDigits && isDigit(glyph.codepoint);
        addCluster(stretch, static_cast<int>(stretch.text.size() - before), digit && afterDigit);
        afterDigit = digit;
    }
    return out;
}

} // namespace

CairoFonts::~CairoFonts()
{
    for (cairo_font_face_t* face : faces_)
        if (face != nullptr)
            cairo_font_face_destroy(face);
}

cairo_font_face_t* CairoFonts::face(std::size_t index)
{
    if (faces_[index] == nullptr)
        faces_[index] = openCairoFont(book_->face(index).file());
    return faces_[index];
}

void showText(cairo_t* cairo, CairoFonts& fonts, std::string_view text, const core::TextStyle& style, core::Point at)
{
    for (const Stretch& stretch : stretches(fonts.book().glyphs(text, style), at, style.tabularFigures)) {
        cairo_font_face_t* font = fonts.face(stretch.face);
        if (font == nullptr)
            continue;
        choose(cairo, font, style.sizePx);
        cairo_show_text_glyphs(cairo, stretch.text.data(), static_cast<int>(stretch.text.size()), stretch.glyphs.data(),
                               static_cast<int>(stretch.glyphs.size()), stretch.clusters.data(),
                               static_cast<int>(stretch.clusters.size()), cairo_text_cluster_flags_t{});
    }
}

void addTextPath(cairo_t* cairo, CairoFonts& fonts, std::string_view text, const core::TextStyle& style, core::Point at)
{
    for (const Stretch& stretch : stretches(fonts.book().glyphs(text, style), at, style.tabularFigures)) {
        cairo_font_face_t* font = fonts.face(stretch.face);
        if (font == nullptr)
            continue;
        choose(cairo, font, style.sizePx);
        cairo_glyph_path(cairo, stretch.glyphs.data(), static_cast<int>(stretch.glyphs.size()));
    }
}

} // namespace fabula::paint
