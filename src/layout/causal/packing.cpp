#include "layout/causal/packing.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::layout {

using core::Point;
using core::Size;

namespace {

std::vector<Point> shelves(const std::vector<Size>& sizes, double gap, double width)
{
    std::vector<Point> places;
    places.reserve(sizes.size());
    Point next;
    double shelfHeight = 0;
    for (const Size& size : sizes) {
        if (next.x > 0 && next.x + size.width > width) {
            next = {0, next.y + shelfHeight + gap};
            shelfHeight = 0;
        }
        places.push_back(next);
        next.x += size.width + gap;
        shelfHeight = std::max(shelfHeight, size.height);
    }
    return places;
}

// The width of the least frame of the wanted proportions around it: the smaller the better it is packed.
double frameWidth(Size size)
{
    return std::max(size.width, size.height * kPackedAspect);
}

} // namespace

Size packedSize(const std::vector<Size>& sizes, const std::vector<Point>& places)
{
    Size size;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        size.width = std::max(size.width, places[i].x + sizes[i].width);
        size.height = std::max(size.height, places[i].y + sizes[i].height);
    }
    return size;
}

std::vector<Point> packedOnShelves(const std::vector<Size>& sizes, double gap)
{
    constexpr int kWidths = 24;
    constexpr double kGrowth = 1.15;
    double width = 0;
    double area = 0;
    for (const Size& size : sizes) {
        width = std::max(width, size.width);
        area += (size.width + gap) * (size.height + gap);
    }
    width = std::max(width, std::sqrt(area * kPackedAspect) / 2);
    std::vector<Point> best = shelves(sizes, gap, width);
    for (int i = 0; i < kWidths; ++i) {
        width *= kGrowth;
        std::vector<Point> places = shelves(sizes, gap, width);
        if (frameWidth(packedSize(sizes, places)) < frameWidth(packedSize(sizes, best)))
            best = std::move(places);
    }
    return best;
}

std::vector<Point> packedInGrid(const std::vector<Size>& sizes, double gap, double width)
{
    Size cell;
    for (const Size& size : sizes)
        cell = {std::max(cell.width, size.width + gap), std::max(cell.height, size.height + gap)};
    std::vector<Point> places;
    if (sizes.empty())
        return places;
    const double wanted =
        width > 0
            ? (width + gap) / std::max(1.0, cell.width)
            : std::sqrt(static_cast<double>(sizes.size()) * kPackedAspect * cell.height / std::max(1.0, cell.width));
    const auto columns = static_cast<std::size_t>(std::clamp(std::floor(wanted), 1.0, 1.0e6));
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const std::size_t row = i / columns;
        const std::size_t column = i % columns;
        places.push_back({static_cast<double>(column) * cell.width, static_cast<double>(row) * cell.height});
    }
    return places;
}

} // namespace fabula::layout
