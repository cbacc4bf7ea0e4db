#pragma once

#include "core/result.hpp"
#include "paint/fonts.hpp"
#include "scene/display_list.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::paint {

/// An entry of a PDF's outline.
struct Bookmark
{
    std::string title;
    std::size_t page = 0; ///< index of the page that it leads to
};

/// What a document says about itself, and its size.
struct DocumentInfo
{
    std::string title;
    std::string language;              ///< BCP 47; may be empty
    double scale = 1;                  ///< CSS pixels (1/96 inch) of the page for each pixel of the picture
    std::vector<Bookmark> bookmarks{}; ///< of a PDF, in order
};

/// Each paints a picture: the same input gives the same bytes. PNG is a picture with `scale` pixels for each pixel of
/// the list. PDF and SVG keep text as text, in subsets of the fonts that travel with them, and web addresses as links.
/// Errors (code "paint.*"): a size that is not positive or above 32,767 px a side, memory, a library that fails.
core::Result<std::string> pngBytes(const scene::DisplayList& picture, const FontBook& fonts, double scale = 1);
core::Result<std::string> svgBytes(const scene::DisplayList& picture, const FontBook& fonts,
                                   const DocumentInfo& info = {});
core::Result<std::string> pdfBytes(const std::vector<scene::DisplayList>& pages, const FontBook& fonts,
                                   const DocumentInfo& info = {});

/// The `<svg>` element alone, to stand in a web page beside others: it fills its box, ids in it begin with `prefix`,
/// and its fonts are to be had from the page (see `embeddedFonts`). `label` is its name for those who can't see it.
core::Result<std::string> svgFragment(const scene::DisplayList& picture, const FontBook& fonts, std::string_view prefix,
                                      std::string_view label);

/// Paint to a file, which is whole or not there: it is written beside and renamed. Errors name the path and the reason.
core::Result<void> writePng(const scene::DisplayList& picture, const FontBook& fonts, const std::string& path,
                            double scale = 1);
core::Result<void> writeSvg(const scene::DisplayList& picture, const FontBook& fonts, const std::string& path,
                            const DocumentInfo& info = {});
core::Result<void> writePdf(const scene::DisplayList& picture, const FontBook& fonts, const std::string& path,
                            const DocumentInfo& info = {});

} // namespace fabula::paint
