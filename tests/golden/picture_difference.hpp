#pragma once

#include "paint/raster_painter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace fabula::golden {

/// A channel that differs by less is rounded or anti-aliased otherwise.
inline constexpr int kNoticeable = 24;
inline constexpr int kBlockSidePx = 16;

/// How far two pictures of one size are apart. Three measures, as each is blind where another sees: what moved by a
/// pixel shows in the share, what is missing in the block, a change of tone in the mean.
struct PictureDifference
{
    double mean = 0;         ///< mean difference of a colour channel, 0 to 255
    double share = 0;        ///< of pixels with a channel that differs noticeably, 0 to 1
    double largestBlock = 0; ///< the largest difference of a channel's mean over blocks of 16 × 16 pixels, 0 to 255
    paint::Pixels picture;   ///< the differences, dark on white, strengthened
};

/// The largest difference of a channel's mean over the block of which the corner is given.
inline double blockDifference(const paint::Pixels& a, const paint::Pixels& b, int left, int top)
{
    std::array<double, 3> sums{};
    int pixels = 0;
    for (int y = top; y < std::min(top + kBlockSidePx, a.height); ++y)
        for (int x = left; x < std::min(left + kBlockSidePx, a.width); ++x, ++pixels)
            for (std::size_t channel = 0; channel < 3; ++channel)
                sums[channel] += int{a.at(x, y)[channel]} - int{b.at(x, y)[channel]};
    double largest = 0;
    for (const double sum : sums)
        largest = std::max(largest, std::abs(sum) / pixels);
    return largest;
}

/// The pictures must be of one size.
inline PictureDifference differenceOf(const paint::Pixels& a, const paint::Pixels& b)
{
    PictureDifference out;
    out.picture = {a.width, a.height, std::vector<std::uint8_t>(a.rgba.size(), 255)};
    const std::size_t pixels = a.rgba.size() / 4;
    double sum = 0;
    double noticeable = 0;
    for (std::size_t i = 0; i < pixels; ++i) {
        int largest = 0;
        for (std::size_t at = 4 * i; at < 4 * i + 3; ++at) {
            const int difference = std::abs(int{a.rgba[at]} - int{b.rgba[at]});
            sum += difference;
            largest = std::max(largest, difference);
        }
        noticeable += largest > kNoticeable ? 1 : 0;
        const auto tone = static_cast<std::uint8_t>(255 - std::min(255, 4 * largest));
        std::fill_n(out.picture.rgba.begin() + static_cast<std::ptrdiff_t>(4 * i), 3, tone);
    }
    out.mean = sum / (3.0 * static_cast<double>(pixels));
    out.share = noticeable / static_cast<double>(pixels);
    for (int y = 0; y < a.height; y += kBlockSidePx)
        for (int x = 0; x < a.width; x += kBlockSidePx)
            out.largestBlock = std::max(out.largestBlock, blockDifference(a, b, x, y));
    return out;
}

struct Tolerance
{
    double mean;
    double share;
    double block;
};
/// What other versions of the libraries make of the same fonts.
inline constexpr Tolerance kMost{0.3, 0.005, 10};

inline bool tolerable(const PictureDifference& difference)
{
    return difference.mean <= kMost.mean && difference.share <= kMost.share && difference.largestBlock <= kMost.block;
}

} // namespace fabula::golden
