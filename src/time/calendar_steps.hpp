#pragma once

#include "time/instant.hpp"
#include "time/words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fabula::time {

enum class CalendarUnit { hour, day, week, month, quarter, year, decade, century, millennium };

/// The distance of an axis' ticks: `count` units, 1 or more.
/// Where ticks stand: hours restart each day (from 24 on they count from 1970), days restart each month, so that the
/// 1st is always a tick, and the last tick of a month is left out where the next 1st is half the distance away or less;
/// weeks begin on Mondays; months and quarters count from January of year 0. Years and longer follow history's count,
/// which has no year 0: every 100 years are AD 1, 100, 200, … and, backwards, 100 BC, 200 BC, … (astronomical -99,
/// -199, …), so only the cell from AD 1 to 100 is a year short. Centuries and millennia are such hundreds and thousands
/// (the 20th century begins in 1900, the 12th BC in 1200 BC); decades begin in 2020, and before Christ in 49 BC for the
/// 40s BC.
struct CalendarStep
{
    CalendarUnit unit = CalendarUnit::year;
    int count = 1;

    friend constexpr bool operator==(const CalendarStep&, const CalendarStep&) = default;
};

/// The years that a step spans, 0 for steps shorter than a year.
std::int64_t yearsIn(CalendarStep step);

/// The last tick that is not after `instant`. Constant cost. Beyond ±10^11 years, and for the open ends, it is the
/// open end.
Instant floorTo(Instant instant, CalendarStep step);

/// The first tick after `instant`, which need not be a tick itself; the open end past 10^11 years.
Instant nextAfter(Instant instant, CalendarStep step);

/// The label of the tick at `tick`, as short as the rank above allows: "09:00", "14", "Jan", "Q1", "2025", "1200 BC",
/// "2020s", "19th c.". A step of many units is worded by the first: "2020s" every second decade too. Centuries and
/// millennia beyond 10,000 years are worded by the year they begin with. The open ends have no words.
std::string tickWords(Instant tick, CalendarStep step, std::string_view language,
                      WordLength length = WordLength::compact);

/// The step of the rank above: days above hours, months above days and weeks, years above months and quarters,
/// centuries above years and decades, millennia above centuries. Nothing above millennia and steps of 500 years or
/// more.
std::optional<CalendarStep> stepAbove(CalendarStep step);

/// The label of the rank above for the cell that `instant` falls in, whole in itself: "14 August 2025",
/// "August 2025", "2025", "20th century". Empty where there is no rank above.
std::string contextWords(Instant instant, CalendarStep step, std::string_view language,
                         WordLength length = WordLength::full);

} // namespace fabula::time
