#include "layout/timeline/axis.hpp"

#include "time/calendar_steps.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

namespace fabula::layout {

namespace {

using time::CalendarStep;
using time::CalendarUnit;
using time::Instant;

constexpr double kLeastLabelGapPx = 12;
constexpr double kLeastTickPx = 64;
constexpr double kDaySeconds = 86400;
constexpr double kYearSeconds = 365.2425 * kDaySeconds;
/// The calendar's own limit; what lies beyond has no ticks.
constexpr std::int64_t kFarthestSeconds = 3'150'000'000'000'000'000;
/// Ticks that are measured to choose a step, in px from the origin; the widest decides. Eras change their words
/// ("2025", "1200 BC", "40,000"), months too.
constexpr std::array<double, 5> kSamplesPx{-6000, 0, 700, 2000, 6000};

double secondsIn(CalendarStep step)
{
    switch (step.unit) {
    case CalendarUnit::hour:
        return step.count * 3600.0;
    case CalendarUnit::day:
        return step.count * kDaySeconds;
    case CalendarUnit::week:
        return step.count * 7 * kDaySeconds;
    case CalendarUnit::month:
        return step.count * kYearSeconds / 12;
    case CalendarUnit::quarter:
        return step.count * kYearSeconds / 4;
    default:
        return static_cast<double>(time::yearsIn(step)) * kYearSeconds;
    }
}

std::vector<CalendarStep> allSteps()
{
    std::vector<CalendarStep> steps{{CalendarUnit::hour, 1},   {CalendarUnit::hour, 3}, {CalendarUnit::hour, 6},
                                    {CalendarUnit::hour, 12},  {CalendarUnit::day, 1},  {CalendarUnit::day, 2},
                                    {CalendarUnit::day, 5},    {CalendarUnit::day, 10}, {CalendarUnit::month, 1},
                                    {CalendarUnit::quarter, 1}};
    for (int power = 1; power < 1'000'000'000; power *= 10)
        for (const int digit : {1, 2, 5})
            steps.push_back({CalendarUnit::year, digit * power});
    steps.push_back({CalendarUnit::year, 1'000'000'000});
    steps.push_back({CalendarUnit::year, 2'000'000'000});
    return steps;
}

Instant clampedTime(const TimeScale& scale, double x)
{
    return {std::clamp(scale.timeFromScreen(x).seconds, -kFarthestSeconds, kFarthestSeconds)};
}

double leastPx(CalendarStep step, const TimeScale& scale, const std::string& language,
               const core::TextMeasurer& measurer)
{
    double widest = 0;
    for (const double x : kSamplesPx) {
        const std::string words = time::tickWords(time::floorTo(clampedTime(scale, x), step), step, language);
        widest = std::max(widest, measurer.width(words, kAxisTickStyle));
    }
    return std::max(kLeastTickPx, widest + kLeastLabelGapPx);
}

CalendarStep stepFor(const TimeScale& scale, const std::string& language, const core::TextMeasurer& measurer)
{
    const std::vector<CalendarStep> steps = allSteps();
    for (const CalendarStep& step : steps) {
        const double px = secondsIn(step) * scale.pxPerSecond();
        // Most steps are far too short: no need to word them.
        if (px >= kLeastTickPx && px >= leastPx(step, scale, language, measurer))
            return step;
    }
    return steps.back();
}

const TimeScale::Fold* foldAround(const TimeScale& scale, Instant instant)
{
    for (const TimeScale::Fold& fold : scale.folds())
        if (fold.span.begin < instant && instant < fold.span.end)
            return &fold;
    return nullptr;
}

// From the tick at `from`, or the last before it, to the last before `to`; those inside a fold are jumped over.
std::vector<Instant> ticksBetween(const TimeScale& scale, CalendarStep step, Instant from, Instant to)
{
    std::vector<Instant> ticks;
    Instant tick = time::floorTo(from, step);
    while (tick <= to && tick < time::kEndOfTime) {
        if (const TimeScale::Fold* fold = foldAround(scale, tick)) {
            tick = std::max(time::nextAfter(tick, step), time::floorTo(fold->span.end, step));
            if (foldAround(scale, tick) == fold)
                tick = time::nextAfter(tick, step);
        } else {
            ticks.push_back(tick);
            tick = time::nextAfter(tick, step);
        }
    }
    return ticks;
}

bool touchesFold(const TimeScale& scale, double left, double right)
{
    return std::any_of(scale.folds().begin(), scale.folds().end(), [&](const TimeScale::Fold& fold) {
        const double x = scale.screenFromTime(fold.span.begin);
        return left < x + fold.widthPx && x < right;
    });
}

// The step and the words of an axis.
struct AxisPen
{
    const TimeScale& scale;
    CalendarStep step;
    const std::string& language;
    const core::TextMeasurer& measurer;
};

// Whether a label is left out hangs on the tick before it alone, so that it is the same wherever the view begins.
std::vector<AxisTick> ticksFor(const AxisPen& pen, double x0, double x1)
{
    const Instant first = time::floorTo(clampedTime(pen.scale, x0), pen.step);
    const Instant start{std::max(first.seconds, 1 - kFarthestSeconds) - 1};
    std::vector<AxisTick> ticks;
    double reached = -HUGE_VAL;
    for (const Instant instant : ticksBetween(pen.scale, pen.step, start, clampedTime(pen.scale, x1))) {
        AxisTick tick{pen.scale.screenFromTime(instant), instant, {}};
        std::string text = time::tickWords(instant, pen.step, pen.language);
        const double left = tick.x + kAxisWordsInset;
        const double right = left + pen.measurer.width(text, kAxisTickStyle);
        const bool free = left >= reached + kLeastLabelGapPx;
        reached = right;
        if (touchesFold(pen.scale, left, right))
            reached = -HUGE_VAL;
        else if (free)
            tick.words = std::move(text);
        if (tick.x >= x0 && tick.x <= x1)
            ticks.push_back(std::move(tick));
    }
    return ticks;
}

std::vector<AxisContext> contextsFor(const AxisPen& pen, double x0, double x1)
{
    const std::optional<CalendarStep> above = time::stepAbove(pen.step);
    std::vector<AxisContext> contexts;
    if (!above)
        return contexts;
    const Instant last = clampedTime(pen.scale, x1);
    Instant begin = time::floorTo(clampedTime(pen.scale, x0), *above);
    while (begin <= last && begin < time::kEndOfTime) {
        Instant end = time::nextAfter(begin, *above);
        const TimeScale::Fold* fold = foldAround(pen.scale, begin);
        const bool folded = fold != nullptr && end <= fold->span.end;
        if (folded) {
            end = std::max(end, time::floorTo(fold->span.end, *above));
        } else {
            AxisContext context{pen.scale.screenFromTime(begin), pen.scale.screenFromTime(end),
                                time::contextWords(begin, pen.step, pen.language)};
            const double width = pen.measurer.width(context.words, kAxisContextStyle);
            if (context.x1 - context.x0 < kAxisWordsInset + width + kLeastLabelGapPx)
                context.words.clear();
            contexts.push_back(std::move(context));
        }
        begin = end;
    }
    return contexts;
}

} // namespace

Axis axisFor(const TimeScale& scale, double x0, double x1, const std::string& language,
             const core::TextMeasurer& measurer)
{
    const AxisPen pen{scale, stepFor(scale, language, measurer), language, measurer};
    return {contextsFor(pen, x0, x1), ticksFor(pen, x0, x1)};
}

} // namespace fabula::layout
