#include "time/edtf_date_reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace fabula::time {
namespace {

constexpr std::int64_t kLargestYear = 1'000'000'000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

Qualifier takeQualifier(EdtfCursor& cursor)
{
    const char c = cursor.peek();
    if (c != '?' && c != '~' && c != '%')
        return {};
    cursor.skip();
    return {c != '~', c != '?'};
}

void include(Qualifier& into, Qualifier more)
{
    into.uncertain |= more.uncertain;
    into.approximate |= more.approximate;
}

DigitPattern takePattern(EdtfCursor& cursor, int size, const char* what)
{
    DigitPattern pattern;
    pattern.size = size;
    for (int i = 0; i < size && !cursor.failed(); ++i) {
        const char c = cursor.peek();
        pattern.digits[static_cast<std::size_t>(i)] = c;
        if (isDigit(c) || c == 'X')
            cursor.skip();
        else
            cursor.fail(std::string("expected ") + what + " (digits, or X for an unknown digit)");
    }
    return pattern;
}

/// A whole number of any length; past the largest year it stays one too large.
std::int64_t takeNumber(EdtfCursor& cursor, const char* what)
{
    if (!isDigit(cursor.peek()))
        cursor.fail(std::string("expected ") + what);
    std::int64_t value = 0;
    for (; isDigit(cursor.peek()); cursor.skip())
        value = std::min(value * 10 + (cursor.peek() - '0'), kLargestYear + 1);
    return value;
}

int countDigits(std::int64_t value)
{
    return static_cast<int>(std::to_string(std::abs(value)).size());
}

void takeSignificantDigits(EdtfCursor& cursor, EdtfYear& year, int digits)
{
    if (!cursor.take('S'))
        return;
    const std::size_t start = cursor.at();
    const std::int64_t count = takeNumber(cursor, "a number of significant digits");
    if (count < 1 || count > digits) {
        cursor.failAt(start, "expected a number of significant digits from 1 to " + std::to_string(digits));
        return;
    }
    year.significantDigits = static_cast<int>(count);
    std::int64_t unit = 1;
    for (int i = year.significantDigits; i < digits; ++i)
        unit *= 10;
    const std::int64_t size = std::abs(year.written);
    const std::int64_t low = size / unit * unit;
    const std::int64_t high = low + unit - 1;
    year.earliest = year.written < 0 ? -high : low;
    year.latest = year.written < 0 ? -low : high;
}

/// After "Y": at least five digits, or digits with an exponent.
EdtfYear takeLongYear(EdtfCursor& cursor)
{
    const std::size_t start = cursor.at();
    EdtfYear year;
    const bool negative = cursor.take('-');
    const std::size_t first = cursor.at();
    std::int64_t value = takeNumber(cursor, "the digits of a year");
    const std::size_t length = cursor.at() - first;
    year.exponential = cursor.take('E');
    if (year.exponential) {
        const std::int64_t exponent = std::min<std::int64_t>(takeNumber(cursor, "the digits of an exponent"), 10);
        for (std::int64_t i = 0; i < exponent; ++i)
            value = std::min(value * 10, kLargestYear + 1);
    } else if (length < 5) {
        cursor.fail("expected a year of at least five digits after \"Y\", or an exponent such as E7");
    }
    if (value > kLargestYear)
        cursor.failAt(start, "expected a year from -1000000000 to 1000000000");
    year.written = negative ? -value : value;
    year.earliest = year.latest = year.written;
    takeSignificantDigits(cursor, year, countDigits(value));
    return year;
}

EdtfYear takeShortYear(EdtfCursor& cursor)
{
    EdtfYear year;
    const bool negative = cursor.take('-');
    const std::size_t start = cursor.at();
    year.digits = takePattern(cursor, 4, "a year of four digits");
    if (cursor.failed())
        return year;
    const int low = year.digits.lowest();
    const int high = year.digits.highest();
    if (negative && high == 0)
        cursor.failAt(start, "expected a year other than 0000 after the minus");
    year.written = negative ? -low : low;
    year.earliest = negative ? -high : low;
    // -0000 is no year.
    year.latest = negative ? -std::max(low, 1) : high;
    if (year.digits.whole())
        takeSignificantDigits(cursor, year, 4);
    return year;
}

void takeMonthOrSeason(EdtfCursor& cursor, EdtfDate& date)
{
    const std::size_t start = cursor.at();
    const DigitPattern pattern = takePattern(cursor, 2, "a month of two digits");
    if (cursor.failed())
        return;
    bool fits = false;
    for (int month = 1; month <= 12; ++month)
        fits |= pattern.matches(month);
    if (fits)
        date.month = pattern;
    else if (pattern.whole() && pattern.lowest() >= 21 && pattern.lowest() <= 41)
        date.season = pattern.lowest();
    else
        cursor.failAt(start, "expected a month from 01 to 12 or a season from 21 to 41");
}

void takeDay(EdtfCursor& cursor, EdtfDate& date)
{
    const std::size_t start = cursor.at();
    date.day = takePattern(cursor, 2, "a day of two digits");
    if (cursor.failed())
        return;
    int longest = 0;
    for (int month = 1; month <= 12; ++month)
        if (date.month->matches(month))
            longest = std::max(longest, date.year.exact() ? daysInMonth(date.year.written, month)
                                        : month == 2      ? 29
                                                          : daysInMonth(2000, month));
    bool fits = false;
    for (int day = 1; day <= longest; ++day)
        fits |= date.day->matches(day);
    // Whether a vague year can have the 29th of February, only a search tells.
    if (!fits || (!date.year.exact() && !settleBounds(date)))
        cursor.failAt(start, "expected a day from 01 to " + std::to_string(fits ? longest - 1 : longest) +
                                 " for that year and month");
}

int takeTwoDigits(EdtfCursor& cursor, int highest, const char* what)
{
    const std::size_t start = cursor.at();
    const std::string sentence = std::string("expected ") + what + " from 00 to " + std::to_string(highest);
    int value = 0;
    for (int i = 0; i < 2; ++i) {
        if (!isDigit(cursor.peek())) {
            cursor.fail(sentence);
            return 0;
        }
        value = value * 10 + (cursor.peek() - '0');
        cursor.skip();
    }
    if (value > highest)
        cursor.failAt(start, sentence);
    return value;
}

int takeZone(EdtfCursor& cursor)
{
    if (cursor.take('Z'))
        return 0;
    const char sign = cursor.peek();
    if (sign != '+' && sign != '-')
        return 0;
    cursor.skip();
    int minutes = takeTwoDigits(cursor, 23, "hours of the time zone") * 60;
    if (cursor.take(':'))
        minutes += takeTwoDigits(cursor, 59, "minutes of the time zone");
    return sign == '-' ? -minutes : minutes;
}

void takeClock(EdtfCursor& cursor, EdtfDate& date)
{
    if (!date.year.exact() || !date.month->whole() || !date.day->whole() || date.anyQualifier().any()) {
        cursor.failAt(cursor.at() - 1, "expected no time of day after a date that is not exact");
        return;
    }
    EdtfClock clock;
    clock.hour = takeTwoDigits(cursor, 23, "an hour");
    if (cursor.take(':'))
        clock.minute = takeTwoDigits(cursor, 59, "minutes");
    if (clock.minute >= 0 && cursor.take(':'))
        clock.second = takeTwoDigits(cursor, 59, "seconds");
    clock.aheadMinutes = takeZone(cursor);
    date.clock = clock;
}

/// Individual qualifiers stand left of their component; one at the right holds for all components up to there.
void takePartsAfterYear(EdtfCursor& cursor, EdtfDate& date)
{
    if (cursor.failed() || !cursor.take('-'))
        return;
    date.monthQualifier = takeQualifier(cursor);
    takeMonthOrSeason(cursor, date);
    const Qualifier throughMonth = takeQualifier(cursor);
    include(date.monthQualifier, throughMonth);
    include(date.yearQualifier, throughMonth);
    if (cursor.failed() || date.season != 0 || !cursor.take('-'))
        return;
    date.dayQualifier = takeQualifier(cursor);
    takeDay(cursor, date);
    const Qualifier throughDay = takeQualifier(cursor);
    for (Qualifier* qualifier : {&date.yearQualifier, &date.monthQualifier, &date.dayQualifier})
        include(*qualifier, throughDay);
    if (!cursor.failed() && cursor.take('T'))
        takeClock(cursor, date);
}

} // namespace

bool EdtfCursor::take(char c)
{
    if (atEnd() || peek() != c)
        return false;
    ++at_;
    return true;
}

bool EdtfCursor::take(std::string_view word)
{
    if (text_.substr(std::min(at_, text_.size()), word.size()) != word)
        return false;
    at_ += word.size();
    return true;
}

void EdtfCursor::failAt(std::size_t offset, std::string sentence)
{
    if (failure_)
        return;
    core::FilePlace where;
    where.column = static_cast<std::uint32_t>(offset + 1);
    failure_ = core::Error{"edtf", std::move(sentence), where};
}

EdtfDate readEdtfDate(EdtfCursor& cursor)
{
    EdtfDate date;
    if (cursor.failed())
        return date;
    date.yearQualifier = takeQualifier(cursor);
    const bool longForm = cursor.take('Y');
    date.year = longForm ? takeLongYear(cursor) : takeShortYear(cursor);
    const Qualifier throughYear = takeQualifier(cursor);
    include(date.yearQualifier, throughYear);
    if (!longForm && date.year.significantDigits == 0)
        takePartsAfterYear(cursor, date);
    if (!cursor.failed() && !settleBounds(date))
        cursor.fail("expected a date of the calendar");
    return date;
}

std::string whatMayFollow(const EdtfDate& date)
{
    const std::string qualifier = date.anyQualifier().any() || date.clock ? "" : "\"?\", \"~\", \"%\"";
    std::string parts;
    if (date.clock)
        parts = date.clock->second >= 0 ? "a time zone" : "\":\", a time zone";
    else if (date.day)
        parts = "\"T\"";
    else if (date.month || (date.season == 0 && date.year.digits.size > 0 && date.year.significantDigits == 0))
        parts = "\"-\"";
    return parts + (parts.empty() || qualifier.empty() ? "" : ", ") + qualifier;
}

} // namespace fabula::time
