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

DigitPattern takePattern(EdtfCursor& cursor, int size, const core::Message& expected)
{
    DigitPattern pattern;
    pattern.size = size;
    for (int i = 0; i < size && !cursor.failed(); ++i) {
        const char c = cursor.peek();
        pattern.digits[static_cast<std::size_t>(i)] = c;
        if (isDigit(c) || c == 'X')
            cursor.skip();
        else
            cursor.fail(expected);
    }
    return pattern;
}

/// A whole number of any length; past the largest year it stays one too large.
std::int64_t takeNumber(EdtfCursor& cursor, const core::Message& expected)
{
    if (!isDigit(cursor.peek()))
        cursor.fail(expected);
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
    const std::int64_t count = takeNumber(cursor, core::message("expected a number of significant digits"));
    if (count < 1 || count > digits) {
        cursor.failAt(start, core::message("expected a number of significant digits from 1 to {}", digits));
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
    std::int64_t value = takeNumber(cursor, core::message("expected the digits of a year"));
    const std::size_t length = cursor.at() - first;
    year.exponential = cursor.take('E');
    if (year.exponential) {
        const std::int64_t exponent =
            std::min<std::int64_t>(takeNumber(cursor, core::message("expected the digits of an exponent")), 10);
        for (std::int64_t i = 0; i < exponent; ++i)
            value = std::min(value * 10, kLargestYear + 1);
    } else if (length < 5) {
        cursor.fail(core::message("expected a year of at least five digits after \"Y\", or an exponent such as E7"));
    }
    if (value > kLargestYear)
        cursor.failAt(start, core::message("expected a year from -1000000000 to 1000000000"));
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
    year.digits =
        takePattern(cursor, 4, core::message("expected a year of four digits (digits, or X for an unknown digit)"));
    if (cursor.failed())
        return year;
    const int low = year.digits.lowest();
    const int high = year.digits.highest();
    if (negative && high == 0)
        cursor.failAt(start, core::message("expected a year other than 0000 after the minus"));
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
    const DigitPattern pattern =
        takePattern(cursor, 2, core::message("expected a month of two digits (digits, or X for an unknown digit)"));
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
        cursor.failAt(start, core::message("expected a month from 01 to 12 or a season from 21 to 41"));
}

void takeDay(EdtfCursor& cursor, EdtfDate& date)
{
    const std::size_t start = cursor.at();
    date.day =
        takePattern(cursor, 2, core::message("expected a day of two digits (digits, or X for an unknown digit)"));
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
        cursor.failAt(
            start, core::message("expected a day from 01 to {} for that year and month", fits ? longest - 1 : longest));
}

int takeTwoDigits(EdtfCursor& cursor, int highest, const core::Message& expected)
{
    const std::size_t start = cursor.at();
    int value = 0;
    for (int i = 0; i < 2; ++i) {
        if (!isDigit(cursor.peek())) {
            cursor.fail(expected);
            return 0;
        }
        value = value * 10 + (cursor.peek() - '0');
        cursor.skip();
    }
    if (value > highest)
        cursor.failAt(start, expected);
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
    int minutes = takeTwoDigits(cursor, 23, core::message("expected hours of the time zone from 00 to 23")) * 60;
    if (cursor.take(':'))
        minutes += takeTwoDigits(cursor, 59, core::message("expected minutes of the time zone from 00 to 59"));
    return sign == '-' ? -minutes : minutes;
}

void takeClock(EdtfCursor& cursor, EdtfDate& date)
{
    if (!date.year.exact() || !date.month->whole() || !date.day->whole() || date.anyQualifier().any()) {
        cursor.failAt(cursor.at() - 1, core::message("expected no time of day after a date that is not exact"));
        return;
    }
    EdtfClock clock;
    clock.hour = takeTwoDigits(cursor, 23, core::message("expected an hour from 00 to 23"));
    if (cursor.take(':'))
        clock.minute = takeTwoDigits(cursor, 59, core::message("expected minutes from 00 to 59"));
    if (clock.minute >= 0 && cursor.take(':'))
        clock.second = takeTwoDigits(cursor, 59, core::message("expected seconds from 00 to 59"));
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

void EdtfCursor::failAt(std::size_t offset, core::Message expected)
{
    if (failure_)
        return;
    core::FilePlace where;
    where.column = static_cast<std::uint32_t>(offset + 1);
    failure_ = core::Error{"edtf", std::move(expected), where};
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
        cursor.fail(core::message("expected a date of the calendar"));
    return date;
}

core::Message expectedAfter(const EdtfDate& date)
{
    if (date.clock)
        return date.clock->second >= 0 ? core::message("expected a time zone, \"/\" or the end")
                                       : core::message("expected \":\", a time zone, \"/\" or the end");
    const bool qualified = date.anyQualifier().any();
    if (date.day)
        return qualified ? core::message("expected \"T\", \"/\" or the end")
                         : core::message("expected \"T\", \"?\", \"~\", \"%\", \"/\" or the end");
    if (date.month || (date.season == 0 && date.year.digits.size > 0 && date.year.significantDigits == 0))
        return qualified ? core::message("expected \"-\", \"/\" or the end")
                         : core::message("expected \"-\", \"?\", \"~\", \"%\", \"/\" or the end");
    return qualified ? core::message("expected \"/\" or the end")
                     : core::message("expected \"?\", \"~\", \"%\", \"/\" or the end");
}

} // namespace fabula::time
