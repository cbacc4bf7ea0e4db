#include "time/calendar_phrases.hpp"

#include <algorithm>

namespace fabula::time {
namespace {

constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kBillion = 1'000'000'000;
constexpr std::int64_t kLongYear = 10'000;
/// Below it a bare number would read as a year of some later century.
constexpr std::int64_t kShortYear = 100;

std::string twoDigits(int value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}

Phrase same(const std::string& words)
{
    return {words, words};
}

bool endsInNextYear(int season)
{
    return season == 24 || season == 28 || season == 30;
}

} // namespace

HistoricYear historicYear(std::int64_t astronomical)
{
    if (astronomical > 0)
        return {astronomical, false};
    return {1 - astronomical, true};
}

std::string CalendarPhrases::monthName(int month) const
{
    const auto& names = length_ == WordLength::full ? language_.months : language_.shortMonths;
    return names[static_cast<std::size_t>(month - 1)];
}

std::string CalendarPhrases::tickMonthName(int month) const
{
    const auto& names = length_ == WordLength::full ? language_.months : language_.tickMonths;
    return names[static_cast<std::size_t>(month - 1)];
}

std::string CalendarPhrases::number(std::int64_t value) const
{
    std::string digits = std::to_string(value);
    if (value < kLongYear)
        return digits;
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, book().groupMark);
    }
    return digits;
}

/// Millions and billions with at most two decimals, where that says the number exactly.
std::optional<std::string> CalendarPhrases::roundMillions(std::int64_t value) const
{
    const std::int64_t unit = value >= kBillion ? kBillion : kMillion;
    if (value < kMillion || value % (unit / 100) != 0)
        return std::nullopt;
    std::string digits = std::to_string(value / unit);
    const int hundredths = static_cast<int>(value % unit / (unit / 100));
    if (hundredths != 0) {
        digits += book().decimalMark + twoDigits(hundredths);
        if (digits.back() == '0')
            digits.pop_back();
    }
    const bool one = value == unit;
    const TwoLengths& name =
        unit == kBillion ? (one ? book().billion : book().billions) : (one ? book().million : book().millions);
    return filled(name.in(length_), digits);
}

std::string CalendarPhrases::year(std::int64_t astronomical) const
{
    return year(historicYear(astronomical));
}

std::string CalendarPhrases::year(HistoricYear year) const
{
    if (const auto millions = roundMillions(year.number))
        return filled(year.beforeChrist ? book().yearsBeforeChrist.in(length_) : book().annoDomini, *millions);
    const bool needsEra = year.number < kShortYear || year.number >= kLongYear;
    const std::string digits = number(year.number);
    if (year.beforeChrist)
        return filled(book().beforeChrist, digits);
    return needsEra ? filled(book().annoDomini, digits) : digits;
}

Phrase CalendarPhrases::writtenYear(std::int64_t astronomical) const
{
    const bool rounded = astronomical <= -kLongYear && astronomical % 1000 == 0;
    const std::string words = rounded ? year(HistoricYear{-astronomical, true}) : year(astronomical);
    return {words, words, rounded};
}

std::optional<std::string> CalendarPhrases::yearRange(std::int64_t first, std::int64_t last) const
{
    const HistoricYear from = historicYear(first);
    const HistoricYear to = historicYear(last);
    const auto inWords = [this](HistoricYear year) { return roundMillions(year.number).has_value(); };
    if (from.beforeChrist != to.beforeChrist || inWords(from) || inWords(to))
        return std::nullopt;
    if (from == to)
        return year(first);
    const std::string range = number(from.number) + "–" + number(to.number);
    if (from.beforeChrist)
        return filled(book().beforeChrist, range);
    const bool plain = from.number >= kShortYear && to.number < kLongYear;
    return plain ? range : filled(book().annoDomini, range);
}

Phrase CalendarPhrases::month(std::optional<std::int64_t> inYear, int month) const
{
    const std::string name = monthName(month);
    const std::string words = inYear ? filled(book().inYear, name, year(*inYear)) : name;
    return {words, words};
}

Phrase CalendarPhrases::day(std::optional<std::int64_t> inYear, int month, int day) const
{
    const std::string name = filled(book().day, std::to_string(day), monthName(month));
    const std::string words = inYear ? filled(book().inYear, name, year(*inYear)) : name;
    return {words, filled(book().dayInSentence, words)};
}

std::string CalendarPhrases::dayRange(std::int64_t inYear, int month, int firstDay, int lastDay) const
{
    const std::string days =
        filled(book().dayRange, std::to_string(firstDay), std::to_string(lastDay), monthName(month));
    return filled(book().inYear, days, year(inYear));
}

Phrase CalendarPhrases::season(std::optional<std::int64_t> inYear, int code) const
{
    if (code > 32)
        return partOfYear(inYear, code);
    const TwoCases& name = book().seasons[static_cast<std::size_t>((code - 21) % 4)];
    std::string years;
    if (inYear)
        years = endsInNextYear(code) ? twoYears(*inYear) : year(*inYear);
    const auto whole = [&](std::string_view part) {
        const std::string words = years.empty() ? std::string(part) : filled(book().inYear, part, years);
        return code >= 29 ? filled(book().southern, words) : words;
    };
    return {whole(name.alone), whole(name.afterPreposition)};
}

/// Quarters, thirds and halves.
Phrase CalendarPhrases::partOfYear(std::optional<std::int64_t> inYear, int code) const
{
    const int index = code <= 36 ? code - 33 : code <= 39 ? code - 37 : code - 40;
    const auto at = static_cast<std::size_t>(index);
    if (length_ == WordLength::compact) {
        const std::string_view pattern = code <= 36   ? book().compactQuarter
                                         : code <= 39 ? book().compactThird
                                                      : book().compactHalf;
        const std::string part = filled(pattern, std::to_string(index + 1));
        const std::string words = inYear ? filled(book().inYear, part, year(*inYear)) : part;
        return {words, words};
    }
    const TwoCases& name = code <= 36 ? book().quarters[at] : code <= 39 ? book().thirds[at] : book().halves[at];
    const auto whole = [&](std::string_view part) {
        return inYear ? filled(book().partOfYear, part, year(*inYear)) : std::string(part);
    };
    return {whole(name.alone), whole(name.afterPreposition)};
}

/// "2024/25", "1999/2000", "45/44 BC"
std::string CalendarPhrases::twoYears(std::int64_t firstYear) const
{
    const HistoricYear first = historicYear(firstYear);
    const HistoricYear next = historicYear(firstYear + 1);
    if (first.beforeChrist != next.beforeChrist)
        return year(first) + " / " + year(next);
    if (first.beforeChrist)
        return filled(book().beforeChrist, number(first.number) + "/" + number(next.number));
    const bool shortened = next.number >= 1000 && next.number < kLongYear && next.number % 100 != 0;
    const std::string last = shortened ? twoDigits(static_cast<int>(next.number % 100)) : number(next.number);
    return year(first) + "/" + last;
}

std::string CalendarPhrases::era(const std::string& words, bool beforeChrist) const
{
    return beforeChrist ? filled(book().beforeChrist, words) : words;
}

Phrase CalendarPhrases::decade(std::int64_t firstNumber, bool beforeChrist) const
{
    if (firstNumber == 0 && beforeChrist)
        return same(*yearRange(-8, 0));
    if (firstNumber < kShortYear && !beforeChrist)
        return same(*yearRange(std::max<std::int64_t>(firstNumber, 1), firstNumber + 9));
    const std::string digits = number(firstNumber);
    return {era(filled(book().decade.alone, digits), beforeChrist),
            era(filled(book().decade.afterPreposition, digits), beforeChrist)};
}

std::string CalendarPhrases::ordinal(std::int64_t value) const
{
    if (book().ordinalWithPoint)
        return number(value) + ".";
    const std::int64_t tens = value % 100;
    const std::int64_t ones = value % 10;
    const bool teen = tens >= 11 && tens <= 13;
    return number(value) + (teen ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th");
}

Phrase CalendarPhrases::age(const TwoLengths& name, std::int64_t position, bool beforeChrist) const
{
    const std::string words = era(filled(name.in(length_), ordinal(position)), beforeChrist);
    return {words, filled(book().ages, words)};
}

Phrase CalendarPhrases::century(std::int64_t ordinal, bool beforeChrist) const
{
    return age(book().century, ordinal, beforeChrist);
}

Phrase CalendarPhrases::millennium(std::int64_t ordinal, bool beforeChrist) const
{
    return age(book().millennium, ordinal, beforeChrist);
}

std::string clockWords(int hour, int minute)
{
    return twoDigits(hour) + ":" + twoDigits(minute);
}

} // namespace fabula::time
