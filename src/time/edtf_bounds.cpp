#include "time/edtf_tree.hpp"

#include <algorithm>
#include <array>

namespace fabula::time {
namespace {

struct MonthRange
{
    int first;  ///< 1–12
    int length; ///< months
};

MonthRange monthsOfSeason(int season)
{
    if (season <= 28) // northern: spring is March – May
        return {3 + 3 * ((season - 21) % 4), 3};
    if (season <= 32) // southern: spring is September – November
        return {season <= 30 ? 9 + 3 * (season - 29) : 3 + 3 * (season - 31), 3};
    if (season <= 36)
        return {1 + 3 * (season - 33), 3};
    if (season <= 39)
        return {1 + 4 * (season - 37), 4};
    return {1 + 6 * (season - 40), 6};
}

Precision precisionOfSeason(int season)
{
    if (season <= 32)
        return Precision::season;
    if (season <= 36)
        return Precision::quarter;
    return season <= 39 ? Precision::third : Precision::half;
}

/// Whether two digits of the pattern, from `at` on, may stand for a number of two digits.
bool twoDigitsMatch(const DigitPattern& pattern, std::size_t at, int number)
{
    const auto fits = [&](std::size_t i, int digit) {
        return pattern.digits[i] == 'X' || pattern.digits[i] - '0' == digit;
    };
    return fits(at, number / 10) && fits(at + 1, number % 10);
}

/// The first (step 1) or the last (step -1) year of four digits that fits the pattern, only leap years if so wanted.
/// Only the first year of a century differs from those of other centuries, so that a few looks at each will do.
std::optional<std::int64_t> extremeYear(const EdtfYear& years, int step, bool leap)
{
    const bool negative = years.latest < 0;
    const int up = negative ? -step : step; // of the number without its sign
    const auto start = [up] { return up > 0 ? 0 : 99; };
    std::array<int, 100> inCentury{};
    std::size_t count = 0;
    for (int i = start(); i >= 0 && i <= 99; i += up)
        if (twoDigitsMatch(years.digits, 2, i) && (!leap || i % 4 == 0))
            inCentury[count++] = i;
    for (int century = start(); count > 0 && century >= 0 && century <= 99; century += up) {
        if (!twoDigitsMatch(years.digits, 0, century))
            continue;
        for (std::size_t i = 0; i < count; ++i) {
            const int year = century * 100 + inCentury[i];
            const bool exists = !negative || year > 0;
            if (exists && (!leap || daysInMonth(year, 2) == 29))
                return negative ? -year : year;
        }
    }
    return std::nullopt;
}

/// Whether 29 February is the only day of any year that fits the patterns.
bool isLeapDay(const EdtfDate& date)
{
    for (int month = 1; month <= 12; ++month)
        if (month != 2 && date.month->matches(month))
            return false;
    for (int day = 1; day <= 28; ++day)
        if (date.day->matches(day))
            return false;
    return true;
}

/// The first day (step 1) or the last (step -1) that fits the patterns.
std::optional<CivilTime> extremeDay(const EdtfDate& date, int step)
{
    const auto from = [step](auto low, auto high) { return step > 0 ? low : high; };
    const EdtfYear& years = date.year;
    // Most dates are exact, and stories hold millions of them.
    if (years.exact() && date.month->whole() && date.day->whole()) {
        const CivilTime civil{years.written, date.month->lowest(), date.day->lowest()};
        return civil.day <= daysInMonth(civil.year, civil.month) ? std::optional(civil) : std::nullopt;
    }
    const std::optional<std::int64_t> year = extremeYear(years, step, isLeapDay(date));
    for (int month = from(1, 12); year && month >= 1 && month <= 12; month += step) {
        if (!date.month->matches(month))
            continue;
        const int length = daysInMonth(*year, month);
        for (int day = from(1, length); day >= 1 && day <= length; day += step)
            if (date.day->matches(day))
                return CivilTime{*year, month, day};
    }
    return std::nullopt;
}

/// 0 where no month fits.
int extremeMonth(const DigitPattern& pattern, int step)
{
    for (int month = step > 0 ? 1 : 12; month >= 1 && month <= 12; month += step)
        if (pattern.matches(month))
            return month;
    return 0;
}

Span spanOfClock(const EdtfDate& date)
{
    const EdtfClock& clock = *date.clock;
    CivilTime civil{date.year.earliest, date.month->lowest(), date.day->lowest(), clock.hour};
    civil.minute = std::max(clock.minute, 0);
    civil.second = std::max(clock.second, 0);
    const std::int64_t begin = instantFromCivil(civil).seconds - clock.aheadMinutes * 60;
    return {{begin}, {begin + (clock.minute < 0 ? 3600 : clock.second < 0 ? 60 : 1)}};
}

Precision precisionOfYear(const EdtfYear& year)
{
    if (year.significantDigits > 0) {
        const std::int64_t width = year.latest - year.earliest + 1;
        return width <= 1     ? Precision::year
               : width <= 10  ? Precision::decade
               : width <= 100 ? Precision::century
                              : Precision::millennium;
    }
    if (year.digits.size == 0 || year.digits.whole())
        return Precision::year;
    constexpr std::array kByFirstUnspecified{Precision::unknown, Precision::millennium, Precision::century,
                                             Precision::decade};
    return kByFirstUnspecified[static_cast<std::size_t>(year.digits.firstUnspecified())];
}

Precision precisionOf(const EdtfDate& date)
{
    const Precision year = precisionOfYear(date.year);
    if (year != Precision::year)
        return year;
    if (date.season != 0)
        return precisionOfSeason(date.season);
    if (!date.month || !date.month->whole())
        return Precision::year;
    if (!date.day || !date.day->whole())
        return Precision::month;
    if (!date.clock)
        return Precision::day;
    return date.clock->minute < 0 ? Precision::hour : date.clock->second < 0 ? Precision::minute : Precision::second;
}

Span spanOfEnd(const EdtfEnd& end)
{
    return end.kind == EdtfEnd::Kind::date ? end.date.span : Span{};
}

} // namespace

bool DigitPattern::blank() const
{
    return std::all_of(digits.begin(), digits.begin() + size, [](char c) { return c == 'X'; });
}

int DigitPattern::firstUnspecified() const
{
    return static_cast<int>(std::find(digits.begin(), digits.begin() + size, 'X') - digits.begin());
}

int DigitPattern::lowest() const
{
    int value = 0;
    for (int i = 0; i < size; ++i) {
        const char c = digits[static_cast<std::size_t>(i)];
        value = value * 10 + (c == 'X' ? 0 : c - '0');
    }
    return value;
}

int DigitPattern::highest() const
{
    int value = 0;
    for (int i = 0; i < size; ++i) {
        const char c = digits[static_cast<std::size_t>(i)];
        value = value * 10 + (c == 'X' ? 9 : c - '0');
    }
    return value;
}

bool DigitPattern::matches(std::int64_t value) const
{
    for (int i = size; i-- > 0; value /= 10) {
        const char c = digits[static_cast<std::size_t>(i)];
        if (c != 'X' && value % 10 != c - '0')
            return false;
    }
    return value == 0;
}

Qualifier EdtfDate::anyQualifier() const
{
    return {yearQualifier.uncertain || monthQualifier.uncertain || dayQualifier.uncertain,
            yearQualifier.approximate || monthQualifier.approximate || dayQualifier.approximate};
}

bool settleBounds(EdtfDate& date)
{
    const EdtfYear& year = date.year;
    date.precision = precisionOf(date);
    if (date.clock) {
        date.span = spanOfClock(date);
    } else if (date.day) {
        const auto first = extremeDay(date, 1);
        const auto last = extremeDay(date, -1);
        if (!first || !last)
            return false;
        date.span = {instantFromCivil(*first), {instantFromCivil(*last).seconds + 86'400}};
    } else if (date.season != 0) {
        const MonthRange months = monthsOfSeason(date.season);
        date.span = {instantFromCivil({year.earliest, months.first, 1}),
                     instantFromCivil({year.latest, months.first + months.length, 1})};
    } else if (date.month) {
        const int first = extremeMonth(*date.month, 1);
        if (first == 0)
            return false;
        date.span = {instantFromCivil({year.earliest, first, 1}),
                     instantFromCivil({year.latest, extremeMonth(*date.month, -1) + 1, 1})};
    } else {
        date.span = {instantFromCivil({year.earliest, 1, 1}), instantFromCivil({year.latest + 1, 1, 1})};
    }
    return true;
}

Span spanOf(const EdtfInterval& interval)
{
    return {spanOfEnd(interval.from).begin, spanOfEnd(interval.to).end};
}

Span spanOf(const EdtfTree& tree)
{
    if (const auto* date = std::get_if<EdtfDate>(&tree))
        return date->span;
    if (const auto* interval = std::get_if<EdtfInterval>(&tree))
        return spanOf(*interval);
    Span span{kEndOfTime, kBeginningOfTime};
    for (const EdtfSet::Member& member : std::get<EdtfSet>(tree).members) {
        const Span of = spanOf(member.range);
        span = {std::min(span.begin, of.begin), std::max(span.end, of.end)};
    }
    return span;
}

} // namespace fabula::time
