#include "paint/surface_size.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fabula::paint {

core::Result<core::Size> surfaceSize(core::Size picture, double scale)
{
    const core::Size size{picture.width * scale, picture.height * scale};
    if (!(size.width > 0) || !(size.height > 0))
        return core::Error{
            "paint.size",
            core::verbatim(fmt::format("A picture of {} × {} px at scale {} has nothing to paint; width, height and "
                                       "scale must be above 0.",
                                       picture.width, picture.height, scale)),
            {}};
    if (std::max(size.width, size.height) > kLongestSidePx)
        return core::Error{
            "paint.size",
            core::verbatim(fmt::format("A picture of {:.0f} × {:.0f} px is too large; a side may have {:.0f} px at "
                                       "most. Choose a smaller size or scale.",
                                       size.width, size.height, kLongestSidePx)),
            {}};
    return size;
}

} // namespace fabula::paint
