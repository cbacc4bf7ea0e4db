#include "time/date_phrases.hpp"

#include <cstdlib>

namespace fabula::time {
namespace {

constexpr std::int64_t kTenYearsSeconds = 315'576'000;
/// Past it a day of the year says nothing.
constexpr std::int64_t kLongYear = 10'000;

bool wordedByYear(const CivilTime& civil)
{
    return std::abs(civil.year) >= kLongYear;
}

std::string yearWords(const CalendarPhrases& calendar, std::int64_t year)
{
    const Phrase phrase = calendar.writtenYear(year);
    return phrase.rounded ? filled(calendar.book().about, phrase.afterPreposition) : phrase.afterPreposition;
}

std::string preposedTime(const CalendarPhrases& calendar, std::string_view pattern, const CivilTime& civil)
{
    return filled(pattern, wordedByYear(civil) ? yearWords(calendar, civil.year)
                                               : calendar.day(civil.year, civil.month, civil.day).afterPreposition);
}

std::string betweenYears(const CalendarPhrases& calendar, std::int64_t first, std::int64_t last)
{
    if (first == last)
        return yearWords(calendar, first);
    const HistoricYear from = historicYear(first);
    const bool sharedEra = from.beforeChrist && last <= 0 && from.number < kLongYear;
    return filled(calendar.book().between, sharedEra ? std::to_string(from.number) : yearWords(calendar, first),
                  yearWords(calendar, last));
}

std::string betweenDays(const CalendarPhrases& calendar, const CivilTime& first, const CivilTime& last,
                        std::string_view pattern)
{
    const Phrasebook& book = calendar.book();
    const bool sameYear = first.year == last.year;
    std::string from = calendar.day(first.year, first.month, first.day).afterPreposition;
    if (sameYear && first.month == last.month)
        from = filled(book.lonelyDay, std::to_string(first.day));
    else if (sameYear)
        from = calendar.day(std::nullopt, first.month, first.day).afterPreposition;
    return filled(pattern, from, calendar.day(last.year, last.month, last.day).afterPreposition);
}

bool wholeMonth(const CivilTime& first, const CivilTime& last)
{
    return first.year == last.year && first.month == last.month && first.day == 1 &&
           last.day == daysInMonth(last.year, last.month);
}

bool wholeYears(const CivilTime& first, const CivilTime& last)
{
    return first.month == 1 && first.day == 1 && last.month == 12 && last.day == 31;
}

} // namespace

std::string spanWords(const CalendarPhrases& calendar, Span span)
{
    const Phrasebook& book = calendar.book();
    if (span.openBegin() && span.openEnd())
        return std::string(book.unknownDate);
    if (span.openBegin())
        return preposedTime(calendar, book.before, civilFromInstant({span.end.seconds - 1}));
    const CivilTime first = civilFromInstant(span.begin);
    if (span.openEnd())
        return preposedTime(calendar, book.after, first);
    const CivilTime last = span.empty() ? first : civilFromInstant({span.end.seconds - 1});
    const bool single = first.year == last.year && first.month == last.month && first.day == last.day;
    if (!single && (span.end.seconds - span.begin.seconds > kTenYearsSeconds || wholeYears(first, last) ||
                    wordedByYear(first) || wordedByYear(last)))
        return betweenYears(calendar, first.year, last.year);
    if (single)
        return calendar.day(first.year, first.month, first.day).alone;
    if (wholeMonth(first, last))
        return calendar.month(first.year, first.month).alone;
    return betweenDays(calendar, first, last, book.between);
}

std::string betweenWords(const CalendarPhrases& calendar, Span days, std::string_view pattern)
{
    return betweenDays(calendar, civilFromInstant(days.begin), civilFromInstant({days.end.seconds - 1}), pattern);
}

} // namespace fabula::time
