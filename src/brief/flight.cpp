#include "brief/flight.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::brief {
namespace {

/// A pan of less than this share of the smaller window can't be seen, and the general way would divide by it.
constexpr double kNoPan = 1e-9;

} // namespace

Flight::Flight(const Window& from, const Window& to)
    : from_(from), to_(to), distance_(std::abs(to.centre - from.centre)),
      zooms_(distance_ <= kNoPan * std::min(from.width, to.width))
{
    if (zooms_) {
        length_ = std::abs(std::log(to.width / from.width)) / kRho;
        return;
    }
    // b0 and b1 of the paper, with the difference of squares as a product, and ln(-b + sqrt(b² + 1)) as -asinh(b):
    // neither loses digits where one window is a tiny part of the other.
    constexpr double kSquare = kRho * kRho;
    const double zoom = (to.width - from.width) / distance_ * (to.width + from.width);
    const double pan = kSquare * kSquare * distance_;
    begin_ = -std::asinh((zoom + pan) / (2 * from.width * kSquare));
    end_ = -std::asinh((zoom - pan) / (2 * to.width * kSquare));
    length_ = std::max(0.0, (end_ - begin_) / kRho);
}

Window Flight::at(double way) const
{
    if (!(way > 0))
        return from_;
    if (way >= length_)
        return to_;
    return zooms_ ? zoomed(way) : panned(way);
}

Window Flight::zoomed(double way) const
{
    const double share = way / length_;
    return {from_.centre + (to_.centre - from_.centre) * share, from_.width * std::pow(to_.width / from_.width, share)};
}

Window Flight::panned(double way) const
{
    // Reckoned from the nearer end, the way back being the same: what is left to pan may be as little as the window
    // there, of which nothing is left in a difference from the other end.
    const bool back = way > length_ / 2;
    const Window& start = back ? to_ : from_;
    const double r = back ? -end_ : begin_;
    const double s = kRho * (back ? length_ - way : way);
    // u(s) of the paper is a difference of two numbers that may be huge; it is the same as this quotient.
    const double pan = start.width / (kRho * kRho) * std::sinh(s) / std::cosh(s + r);
    const double width = start.width * std::cosh(r) / std::cosh(s + r);
    const double towards = back ? from_.centre - to_.centre : to_.centre - from_.centre;
    return {start.centre + std::copysign(std::min(pan, distance_), towards), width};
}

} // namespace fabula::brief
