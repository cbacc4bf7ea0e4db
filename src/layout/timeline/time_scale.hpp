#pragma once

#include "time/instant.hpp"

#include <vector>

namespace fabula::layout {

/// A point of time once the folds are taken out: its content x at any zoom is seconds · pxPerSecond + foldPx. Of two
/// instants neither `seconds` nor `foldPx` is less for the later, so they never come closer as the zoom grows.
struct FlatTime
{
    double seconds = 0; ///< from the origin, without what is folded away
    double foldPx = 0;  ///< width of the seams between the origin and here
    double at(double pxPerSecond) const { return seconds * pxPerSecond + foldPx; }
};

/// The one place where time becomes pixels. Content x = 0 is `origin`; to the right is later. Positions are in
/// *content space*: the view adds its pan (screen x = content x - panX), so that panning changes nothing here.
/// Folds cut stretches without events out of the axis; each takes `Fold::widthPx` instead of its true length.
/// Monotonic and invertible outside folds; exact to well under half a pixel within ±10^9 px of the origin.
class TimeScale
{
public:
    /// A stretch of time that is folded to a seam of fixed width.
    struct Fold
    {
        time::Span span;
        double widthPx = 84; ///< room for the words that say how long it is
        friend bool operator==(const Fold&, const Fold&) = default;
    };

    TimeScale() = default;
    /// `pxPerSecond` > 0. `folds` are sorted, disjoint, closed at both ends.
    TimeScale(time::Instant origin, double pxPerSecond, std::vector<Fold> folds = {});

    /// Linear in the number of folds, as is the way back.
    double screenFromTime(time::Instant instant) const;
    FlatTime flatTime(time::Instant instant) const;
    /// To the nearest second; beyond the ends of time it is the open end.
    time::Instant timeFromScreen(double x) const;

    double pxPerSecond() const { return pxPerSecond_; }
    time::Instant origin() const { return origin_; }
    const std::vector<Fold>& folds() const { return folds_; }

    friend bool operator==(const TimeScale&, const TimeScale&) = default;

private:
    time::Instant origin_;
    double pxPerSecond_ = 1e-4;
    std::vector<Fold> folds_;
};

} // namespace fabula::layout
