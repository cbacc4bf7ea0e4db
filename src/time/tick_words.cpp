#include "time/calendar_phrases.hpp"
#include "time/calendar_steps.hpp"

#include <cstdint>

namespace fabula::time {
namespace {

/// Past it nobody counts centuries.
constexpr std::int64_t kLastAge = 10'000;

bool openEnd(Instant instant)
{
    return instant == kBeginningOfTime || instant == kEndOfTime;
}

std::string ageWords(const CalendarPhrases& calendar, std::int64_t year, CalendarUnit unit)
{
    const auto [number, beforeChrist] = historicYear(year);
    if (number > kLastAge)
        return calendar.year(year);
    if (unit == CalendarUnit::decade)
        return calendar.decade(number / 10 * 10, beforeChrist).alone;
    // 1200 BC is in the 12th century, 1200 in the 13th.
    const std::int64_t length = unit == CalendarUnit::century ? 100 : 1000;
    const std::int64_t ordinal = beforeChrist ? (number + length - 1) / length : number / length + 1;
    return unit == CalendarUnit::century ? calendar.century(ordinal, beforeChrist).alone
                                         : calendar.millennium(ordinal, beforeChrist).alone;
}

} // namespace

std::string tickWords(Instant tick, CalendarStep step, std::string_view language, WordLength length)
{
    if (openEnd(tick))
        return {};
    const CalendarPhrases calendar(language, length);
    const CivilTime civil = civilFromInstant(tick);
    switch (step.unit) {
    case CalendarUnit::hour:
        return clockWords(civil.hour, civil.minute);
    case CalendarUnit::day:
    case CalendarUnit::week:
        return filled(calendar.book().tickDay, std::to_string(civil.day));
    case CalendarUnit::month:
        return calendar.tickMonthName(civil.month);
    case CalendarUnit::quarter:
        return calendar.season(std::nullopt, 33 + (civil.month - 1) / 3).alone;
    case CalendarUnit::year:
        return calendar.year(civil.year);
    default:
        return ageWords(calendar, civil.year, step.unit);
    }
}

std::optional<CalendarStep> stepAbove(CalendarStep step)
{
    switch (step.unit) {
    case CalendarUnit::hour:
        return CalendarStep{CalendarUnit::day, 1};
    case CalendarUnit::day:
    case CalendarUnit::week:
        return CalendarStep{CalendarUnit::month, 1};
    case CalendarUnit::month:
    case CalendarUnit::quarter:
        return CalendarStep{CalendarUnit::year, 1};
    default:
        break;
    }
    if (yearsIn(step) < 100)
        return CalendarStep{CalendarUnit::century, 1};
    if (yearsIn(step) < 500)
        return CalendarStep{CalendarUnit::millennium, 1};
    return std::nullopt;
}

std::string contextWords(Instant instant, CalendarStep step, std::string_view language, WordLength length)
{
    const auto above = stepAbove(step);
    if (!above || openEnd(instant))
        return {};
    const CalendarPhrases calendar(language, length);
    const Instant begin = floorTo(instant, *above);
    if (openEnd(begin))
        return {};
    const CivilTime civil = civilFromInstant(begin);
    switch (above->unit) {
    case CalendarUnit::day:
        return calendar.day(civil.year, civil.month, civil.day).alone;
    case CalendarUnit::month:
        return calendar.month(civil.year, civil.month).alone;
    case CalendarUnit::year:
        return calendar.year(civil.year);
    default:
        return ageWords(calendar, civil.year, above->unit);
    }
}

} // namespace fabula::time
