#include "paint/cairo_canvas.hpp"
#include "paint/codepoints.hpp"
#include "paint/painters.hpp"
#include "paint/pdf_language.hpp"
#include "paint/surface_size.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <utility>

namespace fabula::paint {
namespace {

constexpr double kPointsPerPx = 0.75;

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length)
{
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

core::Result<std::string> pdfBytes(const std::vector<scene::DisplayList>& pages, const FontBook& fonts,
                                   const DocumentInfo& info)
{
    for (const scene::DisplayList& page : pages)
        if (const core::Result<core::Size> size = surfaceSize(page.size, info.scale); !size)
            return size.error();
    if (pages.empty())
        return core::Error{"paint.pdf", core::verbatim("A PDF without pages can't be written."), {}};
    std::string bytes;
    const double unit = kPointsPerPx * info.scale;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append, &bytes, 1, 1);
    // Later versions pack their objects into streams, where `withLanguage` can't add to the catalogue.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, info.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Fabula");
    // The clock would make every file another one.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    cairo_status_t status = CAIRO_STATUS_SUCCESS;
    {
        CairoFonts cairoFonts(fonts);
        for (const scene::DisplayList& page : pages) {
            cairo_pdf_surface_set_size(surface, page.size.width * unit, page.size.height * unit);
            cairo_t* cairo = cairo_create(surface);
            cairo_scale(cairo, unit, unit);
            paintVectors(cairo, page, cairoFonts);
            cairo_show_page(cairo);
            if (status == CAIRO_STATUS_SUCCESS)
                status = cairo_status(cairo);
            cairo_destroy(cairo);
        }
    }
    for (const Bookmark& bookmark : info.bookmarks)
        cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, drawable(bookmark.title).c_str(),
                                      fmt::format("page={} pos=[0 0]", bookmark.page + 1).c_str(),
                                      CAIRO_PDF_OUTLINE_FLAG_OPEN);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        return core::Error{
            "paint.pdf",
            core::verbatim(fmt::format("The page can't be painted: {}.", cairo_status_to_string(status))),
            {}};
    return withLanguage(std::move(bytes), info.language);
}

} // namespace fabula::paint
