#pragma once

#include "core/result.hpp"
#include "paint/fonts.hpp"
#include "scene/display_list.hpp"

#include <string>
#include <vector>

namespace fabula::paint {

/// What a document says about itself, and its size.
struct DocumentInfo
{
    std::string title;
    std::string language; ///< BCP 47; may be empty
    double scale = 1;     ///< CSS pixels (1/96 inch) of the page for each pixel of the picture
};

/// Each paints a picture: the same input gives the same bytes. PNG is a picture with `scale` pixels for each pixel of
/// the list. PDF and SVG keep text as text, in subsets of the fonts that travel with them, and web addresses as links.
/// Errors (code "paint.*"): a size that is not positive or above 32,767 px a side, memory, a library that fails.
core::Result<std::string> pngBytes(const scene::DisplayList& picture, const FontBook& fonts, double scale = 1);
core::Result<std::string> svgBytes(const scene::DisplayList& picture, const FontBook& fonts,
                                   const DocumentInfo& info = {});
core::Result<std::string> pdfBytes(const std::vector<scene::DisplayList>& pages, const FontBook& fonts,
                                   const DocumentInfo& info = {});

/// Paint to a file, which is whole or not there: it is written beside and renamed. Errors name the path and the reason.
core::Result<void> writePng(const scene::DisplayList& picture, const FontBook& fonts, const std::string& path,
                            double scale = 1);
core::Result<void> writeSvg(const scene::DisplayList& picture, const FontBook& fonts, const std::string& path,
                            const DocumentInfo& info = {});
core::Result<void> writePdf(const scene::DisplayList& picture, const FontBook& fonts, const std::string& path,
                            const DocumentInfo& info = {});

} // namespace fabula::paint
