#include "layout/timeline/time_scale.hpp"

#include "core/promise.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fabula::layout {

namespace {

// Differences of instants may exceed 64 bits only where one of them is an open end; then rounding is harmless.
double secondsBetween(time::Instant from, time::Instant to)
{
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(to.seconds, from.seconds, &difference))
        return static_cast<double>(to.seconds) - static_cast<double>(from.seconds);
    return static_cast<double>(difference);
}

double lengthOf(const TimeScale::Fold& fold)
{
    return secondsBetween(fold.span.begin, fold.span.end);
}

time::Instant instantAfter(time::Instant start, double seconds)
{
    const double sum = static_cast<double>(start.seconds) + seconds;
    constexpr double kLimit = 9.2e18;
    if (sum >= kLimit)
        return time::kEndOfTime;
    if (sum <= -kLimit)
        return time::kBeginningOfTime;
    std::int64_t result = 0;
    if (__builtin_add_overflow(start.seconds, std::llround(seconds), &result))
        return seconds < 0 ? time::kBeginningOfTime : time::kEndOfTime;
    return {result};
}

} // namespace

TimeScale::TimeScale(time::Instant origin, double pxPerSecond, std::vector<Fold> folds)
    : origin_(origin), pxPerSecond_(pxPerSecond), folds_(std::move(folds))
{
    FABULA_PROMISE(pxPerSecond > 0 && std::isfinite(pxPerSecond), "a time scale needs a positive zoom");
    for (std::size_t i = 0; i < folds_.size(); ++i) {
        FABULA_PROMISE(!folds_[i].span.empty() && !folds_[i].span.openBegin() && !folds_[i].span.openEnd(),
                       "a fold is closed at both ends");
        FABULA_PROMISE(i == 0 || folds_[i - 1].span.end <= folds_[i].span.begin, "folds are sorted and disjoint");
    }
}

FlatTime TimeScale::flatTime(time::Instant instant) const
{
    FlatTime flat{secondsBetween(origin_, instant), 0};
    for (const Fold& fold : folds_) {
        if (origin_ < fold.span.end && fold.span.begin < instant) {
            const double inside = std::min(secondsBetween(fold.span.begin, instant), lengthOf(fold));
            flat.seconds -= inside;
            flat.foldPx += fold.widthPx * (inside / lengthOf(fold));
        } else if (instant < fold.span.end && fold.span.end <= origin_) {
            const double inside = std::min(secondsBetween(instant, fold.span.end), lengthOf(fold));
            flat.seconds += inside;
            flat.foldPx -= fold.widthPx * (inside / lengthOf(fold));
        }
    }
    return flat;
}

double TimeScale::screenFromTime(time::Instant instant) const
{
    return flatTime(instant).at(pxPerSecond_);
}

time::Instant TimeScale::timeFromScreen(double x) const
{
    // Before each fold time runs evenly from the one before it.
    time::Instant known = origin_;
    double knownX = 0;
    for (const Fold& fold : folds_) {
        known = fold.span.begin;
        knownX = screenFromTime(known);
        if (x < knownX)
            break;
        if (x < knownX + fold.widthPx)
            return instantAfter(known, (x - knownX) / fold.widthPx * lengthOf(fold));
        known = fold.span.end;
        knownX += fold.widthPx;
    }
    return instantAfter(known, (x - knownX) / pxPerSecond_);
}

} // namespace fabula::layout
