#include "time/calendar_steps.hpp"

#include "core/promise.hpp"

#include <algorithm>

namespace fabula::time {
namespace {

constexpr std::int64_t kSecondsPerHour = 3600;
constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr std::int64_t kSecondsPerWeek = 7 * kSecondsPerDay;
/// 1970-01-05, a Monday.
constexpr std::int64_t kFirstMonday = 4 * kSecondsPerDay;
/// Far inside 64 bits of seconds.
constexpr std::int64_t kLastYear = 100'000'000'000;
constexpr std::int64_t kLastSecond = kLastYear * 31'556'952;

std::int64_t floorToMultiple(std::int64_t value, std::int64_t by)
{
    FABULA_PROMISE(by > 0, "a step has a length");
    const std::int64_t rest = value % by;
    return value - (rest < 0 ? rest + by : rest);
}

std::int64_t ceilToMultiple(std::int64_t value, std::int64_t by)
{
    return -floorToMultiple(-value, by);
}

Instant beginOfYear(std::int64_t year)
{
    if (year < -kLastYear)
        return kBeginningOfTime;
    if (year > kLastYear)
        return kEndOfTime;
    return instantFromCivil({year, 1, 1});
}

/// How far the first year of a cell before Christ lies above a multiple of the step: the 40s BC begin in 49 BC, but the
/// 12th century BC in 1200 BC.
std::int64_t beginningOffset(CalendarStep step)
{
    return step.unit == CalendarUnit::decade ? 9 : 0;
}

std::int64_t floorYear(std::int64_t year, CalendarStep step)
{
    const std::int64_t years = yearsIn(step);
    if (year > 0)
        return std::max<std::int64_t>(floorToMultiple(year, years), 1);
    const std::int64_t offset = beginningOffset(step);
    const std::int64_t beforeChrist = 1 - year;
    const std::int64_t first = std::max(ceilToMultiple(beforeChrist - offset, years), offset == 0 ? years : 0) + offset;
    return 1 - first;
}

std::int64_t yearAfter(std::int64_t year, CalendarStep step)
{
    const std::int64_t years = yearsIn(step);
    if (year > 0)
        return floorToMultiple(year, years) + years;
    const std::int64_t next = floorYear(year, step) + years;
    return std::min<std::int64_t>(next, 1);
}

Instant floorMonths(const CivilTime& civil, std::int64_t months)
{
    const std::int64_t month = floorToMultiple(civil.year * 12 + civil.month - 1, months);
    const std::int64_t year = floorToMultiple(month, 12) / 12;
    return instantFromCivil({year, static_cast<int>(month - year * 12) + 1, 1});
}

/// The last day of the month that is a tick.
int lastTickDay(int lengthOfMonth, int count)
{
    const int last = (lengthOfMonth - 1) / count * count + 1;
    const bool cramped = (lengthOfMonth - last + 1) * 2 <= count;
    return cramped && last > 1 ? last - count : last;
}

std::int64_t floorWeeks(std::int64_t seconds, int count)
{
    return floorToMultiple(seconds - kFirstMonday, count * kSecondsPerWeek) + kFirstMonday;
}

Instant floorHours(Instant instant, int count)
{
    if (count >= 24)
        return {floorToMultiple(instant.seconds, count * kSecondsPerHour)};
    const std::int64_t day = floorToMultiple(instant.seconds, kSecondsPerDay);
    return {day + floorToMultiple(instant.seconds - day, count * kSecondsPerHour)};
}

Instant hourAfter(Instant instant, int count)
{
    const std::int64_t next = floorHours(instant, count).seconds + count * kSecondsPerHour;
    if (count >= 24)
        return {next};
    return {std::min(next, floorToMultiple(instant.seconds, kSecondsPerDay) + kSecondsPerDay)};
}

Instant floorDays(const CivilTime& civil, int count)
{
    const int last = lastTickDay(daysInMonth(civil.year, civil.month), count);
    const int day = std::min((civil.day - 1) / count * count + 1, last);
    return instantFromCivil({civil.year, civil.month, day});
}

Instant dayAfter(const CivilTime& civil, int count)
{
    const int last = lastTickDay(daysInMonth(civil.year, civil.month), count);
    if (civil.day >= last)
        return instantFromCivil({civil.year, civil.month + 1, 1});
    return instantFromCivil({civil.year, civil.month, (civil.day - 1) / count * count + 1 + count});
}

int monthsOf(CalendarStep step)
{
    return step.unit == CalendarUnit::quarter ? 3 : 1;
}

} // namespace

std::int64_t yearsIn(CalendarStep step)
{
    switch (step.unit) {
    case CalendarUnit::year:
        return step.count;
    case CalendarUnit::decade:
        return step.count * std::int64_t{10};
    case CalendarUnit::century:
        return step.count * std::int64_t{100};
    case CalendarUnit::millennium:
        return step.count * std::int64_t{1000};
    default:
        return 0;
    }
}

Instant floorTo(Instant instant, CalendarStep step)
{
    FABULA_PROMISE(step.count >= 1, "a calendar step must count at least one unit");
    if (instant.seconds <= -kLastSecond)
        return kBeginningOfTime;
    if (instant.seconds >= kLastSecond)
        return kEndOfTime;
    const CivilTime civil = civilFromInstant(instant);
    switch (step.unit) {
    case CalendarUnit::hour:
        return floorHours(instant, step.count);
    case CalendarUnit::day:
        return floorDays(civil, step.count);
    case CalendarUnit::week:
        return {floorWeeks(instant.seconds, step.count)};
    case CalendarUnit::month:
    case CalendarUnit::quarter:
        return floorMonths(civil, std::int64_t{step.count} * monthsOf(step));
    default:
        return beginOfYear(floorYear(civil.year, step));
    }
}

Instant nextAfter(Instant instant, CalendarStep step)
{
    FABULA_PROMISE(step.count >= 1, "a calendar step must count at least one unit");
    if (instant.seconds >= kLastSecond)
        return kEndOfTime;
    const Instant from{std::max(instant.seconds, -kLastSecond)};
    const CivilTime civil = civilFromInstant(from);
    switch (step.unit) {
    case CalendarUnit::hour:
        return hourAfter(from, step.count);
    case CalendarUnit::day:
        return dayAfter(civil, step.count);
    case CalendarUnit::week:
        return {floorWeeks(from.seconds, step.count) + step.count * kSecondsPerWeek};
    case CalendarUnit::month:
    case CalendarUnit::quarter: {
        const std::int64_t months = std::int64_t{step.count} * monthsOf(step);
        CivilTime next = civilFromInstant(floorMonths(civil, months));
        next.year += months / 12;
        next.month += static_cast<int>(months % 12);
        return instantFromCivil(next);
    }
    default:
        return beginOfYear(yearAfter(civil.year, step));
    }
}

} // namespace fabula::time
