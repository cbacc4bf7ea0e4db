#include "layout/timeline/folds.hpp"

#include <algorithm>
#include <cstdint>

namespace fabula::layout {

namespace {

constexpr double kLeastShare = 0.12;
constexpr double kMediansToFold = 4;
constexpr double kMarginShare = 0.03;
constexpr std::int64_t kMarginPart = 8;

std::int64_t length(time::Span span)
{
    return span.end.seconds - span.begin.seconds;
}

std::vector<time::Span> gapsBetween(std::vector<time::Span>& spans)
{
    std::sort(spans.begin(), spans.end(), [](time::Span a, time::Span b) { return a.begin < b.begin; });
    std::vector<time::Span> gaps;
    time::Instant reached = spans.empty() ? time::Instant{} : spans.front().begin;
    for (const time::Span& span : spans) {
        if (reached < span.begin)
            gaps.push_back({reached, span.begin});
        reached = std::max(reached, span.end);
    }
    return gaps;
}

} // namespace

std::vector<TimeScale::Fold> foldsFor(std::vector<time::Span> spans, time::Span extent)
{
    const std::vector<time::Span> gaps = gapsBetween(spans);
    if (gaps.empty())
        return {};
    std::vector<std::int64_t> lengths;
    for (const time::Span& gap : gaps)
        lengths.push_back(length(gap));
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    // A lone gap is its own median; only its share of the whole can judge it.
    const double median = gaps.size() < 3 ? 0 : static_cast<double>(*middle);
    const double whole = static_cast<double>(length(extent));

    std::vector<TimeScale::Fold> folds;
    for (const time::Span& gap : gaps) {
        const double seconds = static_cast<double>(length(gap));
        if (seconds < kLeastShare * whole || seconds <= kMediansToFold * median)
            continue;
        const std::int64_t margin =
            std::min(length(gap) / kMarginPart, static_cast<std::int64_t>(kMarginShare * whole));
        TimeScale::Fold fold;
        fold.span = {{gap.begin.seconds + margin}, {gap.end.seconds - margin}};
        if (!fold.span.empty())
            folds.push_back(fold);
    }
    return folds;
}

} // namespace fabula::layout
