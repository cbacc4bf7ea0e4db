#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <string>

namespace fabula::time {

/// A point of time: whole seconds since 1970-01-01T00:00:00Z in the proleptic Gregorian calendar without leap seconds.
/// 64 bits hold years from -10^9 to 10^9 with room to spare. EDTF knows no unit under the second.
struct Instant
{
    std::int64_t seconds = 0;
    friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
};

/// Before and after every date; the open ends of intervals.
inline constexpr Instant kBeginningOfTime{std::numeric_limits<std::int64_t>::min()};
inline constexpr Instant kEndOfTime{std::numeric_limits<std::int64_t>::max()};

/// A stretch of time, half-open: `begin` belongs to it, `end` does not. Either may be an open end (see above).
struct Span
{
    Instant begin = kBeginningOfTime;
    Instant end = kEndOfTime;

    constexpr bool openBegin() const { return begin == kBeginningOfTime; }
    constexpr bool openEnd() const { return end == kEndOfTime; }
    constexpr bool empty() const { return !(begin < end); }
    friend constexpr bool operator==(const Span&, const Span&) = default;
};

/// A date and time of day in UTC, proleptic Gregorian; year 0 is 1 BC.
struct CivilTime
{
    std::int64_t year = 1970;
    int month = 1;  ///< 1–12
    int day = 1;    ///< 1–31
    int hour = 0;   ///< 0–23
    int minute = 0; ///< 0–59
    int second = 0; ///< 0–59
    friend constexpr auto operator<=>(const CivilTime&, const CivilTime&) = default;
};

/// Valid for years within ±10^9; month may be out of 1–12 by any whole number of years (13 is next January), which
/// makes stepping along an axis easy. Source: H. Hinnant, "chrono-compatible low-level date algorithms".
Instant instantFromCivil(const CivilTime& civil);
CivilTime civilFromInstant(Instant instant);

/// 28–31; `month` 1–12.
int daysInMonth(std::int64_t year, int month);

/// 0 is Monday, 6 is Sunday.
int weekday(Instant instant);

/// ISO 8601 in UTC with milliseconds, "2025-08-14T00:00:00.000Z"; years outside 0000–9999 with a sign and at least six
/// digits. `toIso(instant, -1)` is the millisecond before, which is how the last moment of a half-open span is written.
/// The open ends are "..", as EDTF writes them.
std::string toIso(Instant instant, int offsetMilliseconds = 0);

} // namespace fabula::time
