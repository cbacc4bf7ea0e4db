#pragma once

#include "time/instant.hpp"

#include <vector>

namespace fabula::layout {

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
        double widthPx = 28;
        friend bool operator==(const Fold&, const Fold&) = default;
    };

    TimeScale() = default;
    /// `pxPerSecond` > 0. `folds` are sorted, disjoint, closed at both ends.
    TimeScale(time::Instant origin, double pxPerSecond, std::vector<Fold> folds = {});

    double screenFromTime(time::Instant instant) const;
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
