#include "paint/painters.hpp"

#include "paint/raster_painter.hpp"
#include "paint/whole_file.hpp"

namespace fabula::paint {
namespace {

core::Result<void> written(const core::Result<std::string>& bytes, const std::string& path)
{
    if (!bytes)
        return bytes.error();
    return writeWholeFile(path, *bytes);
}

} // namespace

core::Result<std::string> pngBytes(const scene::DisplayList& picture, const FontBook& fonts, double scale)
{
    const core::Result<Pixels> pixels = RasterPainter(fonts).paint(picture, scale);
    if (!pixels)
        return pixels.error();
    return pngOf(*pixels);
}

core::Result<void> writePng(const scene::DisplayList& picture, const FontBook& fonts, const std::string& path,
                            double scale)
{
    return written(pngBytes(picture, fonts, scale), path);
}

core::Result<void> writeSvg(const scene::DisplayList& picture, const FontBook& fonts, const std::string& path,
                            const DocumentInfo& info)
{
    return written(svgBytes(picture, fonts, info), path);
}

core::Result<void> writePdf(const scene::DisplayList& picture, const FontBook& fonts, const std::string& path,
                            const DocumentInfo& info)
{
    return written(pdfBytes({picture}, fonts, info), path);
}

} // namespace fabula::paint
