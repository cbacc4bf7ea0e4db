#include "time/date_phrases.hpp"

#include <array>
#include <cstdlib>
#include <vector>

namespace fabula::time {
namespace {

bool blankOrAbsent(const std::optional<DigitPattern>& part)
{
    return !part || part->blank();
}

bool wholePart(const std::optional<DigitPattern>& part)
{
    return part && part->whole();
}

std::string zoneWords(const EdtfClock& clock)
{
    if (clock.aheadMinutes == 0)
        return "UTC";
    const int ahead = std::abs(clock.aheadMinutes);
    return (clock.aheadMinutes < 0 ? "UTC-" : "UTC+") + clockWords(ahead / 60, ahead % 60);
}

std::string timeOfDay(const CalendarPhrases& calendar, const EdtfClock& clock)
{
    if (clock.minute < 0)
        return filled(calendar.book().fullHour, std::to_string(clock.hour));
    std::string words = clockWords(clock.hour, clock.minute);
    if (clock.second > 0)
        words += (clock.second < 10 ? ":0" : ":") + std::to_string(clock.second);
    return words;
}

/// Month, season or day without the year. Nothing where digits of them are unspecified.
std::optional<Phrase> phraseInYear(const CalendarPhrases& calendar, const EdtfDate& date,
                                   std::optional<std::int64_t> year)
{
    if (date.season != 0)
        return calendar.season(year, date.season);
    if (!wholePart(date.month))
        return std::nullopt;
    if (!date.day)
        return calendar.month(year, date.month->lowest());
    if (date.day->whole())
        return calendar.day(year, date.month->lowest(), date.day->lowest());
    return std::nullopt;
}

/// "Y-66E6", "1950S2", "1950": a year without month or season.
Phrase phraseOfYear(const CalendarPhrases& calendar, const EdtfYear& year)
{
    Phrase phrase = calendar.writtenYear(year.written);
    phrase.rounded |= !year.exact();
    return phrase;
}

/// Dates in a year that is exact.
std::optional<Phrase> phraseInExactYear(const CalendarPhrases& calendar, const EdtfDate& date)
{
    const std::int64_t year = date.year.written;
    if (date.season == 0 && !date.month)
        return phraseOfYear(calendar, date.year);
    if (auto phrase = phraseInYear(calendar, date, year))
        return phrase;
    const bool full = calendar.length() == WordLength::full;
    const auto lacking = [full](std::string_view pattern, Phrase known) {
        if (full)
            known.alone = filled(pattern, known.alone);
        return known;
    };
    if (wholePart(date.month) && date.day->blank())
        return lacking(calendar.book().dayNotGiven, calendar.month(year, date.month->lowest()));
    if (!date.month->blank())
        return std::nullopt;
    if (blankOrAbsent(date.day))
        return lacking(date.day ? calendar.book().dayNotGiven : calendar.book().monthNotGiven,
                       calendar.writtenYear(year));
    if (!date.day->whole())
        return std::nullopt;
    const std::string words =
        filled(calendar.book().dayOfSomeMonth, calendar.ordinal(date.day->lowest()), calendar.year(year));
    return Phrase{words, words};
}

/// "202X", "19XX", "1XXX" as a decade, century or millennium; nothing where history's count does not fit.
std::optional<Phrase> phraseOfAge(const CalendarPhrases& calendar, const EdtfYear& year)
{
    const int first = year.digits.firstUnspecified();
    for (int i = first; i < 4; ++i)
        if (year.digits.digits[static_cast<std::size_t>(i)] != 'X')
            return std::nullopt;
    const bool beforeChrist = year.latest < 0;
    const int number = year.digits.lowest();
    if (first == 1)
        return calendar.millennium(number / 1000 + 1, beforeChrist);
    if (first == 2)
        return calendar.century(number / 100 + 1, beforeChrist);
    // -004X is 50–41 BC, which are not the forties, and 000X begins in 1 BC.
    if (first == 3 && !beforeChrist && number > 0)
        return calendar.decade(number, false);
    return std::nullopt;
}

std::optional<Phrase> phraseInVagueYear(const CalendarPhrases& calendar, const EdtfDate& date)
{
    const bool yearAlone = blankOrAbsent(date.month) && blankOrAbsent(date.day) && date.season == 0;
    const auto part = phraseInYear(calendar, date, std::nullopt);
    const Phrasebook& book = calendar.book();
    if (date.year.digits.blank() && date.year.latest > 0) {
        if (yearAlone)
            return Phrase{std::string(book.unknownDate), "(" + std::string(book.unknownDate) + ")"};
        if (!part)
            return std::nullopt;
        return Phrase{filled(book.unknownYear, part->alone), filled(book.unknownYear, part->afterPreposition)};
    }
    std::optional<Phrase> age = phraseOfAge(calendar, date.year);
    if (!age || yearAlone)
        return age;
    if (!part)
        return std::nullopt;
    const bool decade = date.year.digits.firstUnspecified() == 3;
    const auto within = [&](const std::string& words) {
        return decade ? filled(book.withinDecade, words, age->afterPreposition)
                      : filled(book.withinAge, words, age->alone);
    };
    return Phrase{within(part->alone), within(part->afterPreposition)};
}

Phrase phraseWithClock(const CalendarPhrases& calendar, const EdtfDate& date)
{
    const Phrase day = calendar.day(date.year.written, date.month->lowest(), date.day->lowest());
    const std::string time = timeOfDay(calendar, *date.clock) + " " + zoneWords(*date.clock);
    return {filled(calendar.book().dayAndTime, day.alone, time),
            filled(calendar.book().dayAndTime, day.afterPreposition, time)};
}

/// The qualifiers of the components that are there: year, month, part of the year, day.
std::vector<std::pair<std::string_view, Qualifier>> componentsOf(const Phrasebook& book, const EdtfDate& date)
{
    std::vector<std::pair<std::string_view, Qualifier>> components{{book.components[0], date.yearQualifier}};
    if (date.month)
        components.emplace_back(book.components[1], date.monthQualifier);
    if (date.season != 0)
        components.emplace_back(book.components[2], date.monthQualifier);
    if (date.day)
        components.emplace_back(book.components[3], date.dayQualifier);
    return components;
}

bool qualifiedAlike(const EdtfDate& date)
{
    const bool partAlike = (!date.month && date.season == 0) || date.monthQualifier == date.yearQualifier;
    return partAlike && (!date.day || date.dayQualifier == date.yearQualifier);
}

/// " (year uncertain, month and day approximate)"
std::string qualifierNote(const Phrasebook& book, const EdtfDate& date)
{
    const auto naming = [&](bool Qualifier::*property, std::string_view word) {
        std::string names;
        for (const auto& [name, qualifier] : componentsOf(book, date)) {
            if (qualifier.*property)
                names = names.empty() ? std::string(name) : filled(book.lastAnd, names, name);
        }
        return names.empty() ? names : names + " " + std::string(word);
    };
    const std::string uncertain = naming(&Qualifier::uncertain, book.uncertain);
    const std::string approximate = naming(&Qualifier::approximate, book.approximate);
    const std::string comma = uncertain.empty() || approximate.empty() ? "" : ", ";
    return " (" + uncertain + comma + approximate + ")";
}

/// What holds for the date as a whole; where components differ, a compact text says the sum of it.
Qualifier wholeQualifier(const CalendarPhrases& calendar, const EdtfDate& date, bool rounded)
{
    const bool summed = qualifiedAlike(date) || calendar.length() == WordLength::compact;
    Qualifier qualifier = summed ? date.anyQualifier() : Qualifier{};
    qualifier.approximate |= rounded;
    return qualifier;
}

std::string qualified(const Phrasebook& book, Qualifier qualifier, const std::string& words)
{
    if (!qualifier.any())
        return words;
    if (!qualifier.approximate)
        return filled(book.possibly, words);
    return filled(qualifier.uncertain ? book.possiblyAbout : book.about, words);
}

std::string noteOf(const CalendarPhrases& calendar, const EdtfDate& date)
{
    const bool noted = !qualifiedAlike(date) && calendar.length() == WordLength::full;
    return noted ? qualifierNote(calendar.book(), date) : "";
}

bool plain(const EdtfDate& date)
{
    return date.year.exact() && date.year.significantDigits == 0 && !date.anyQualifier().any() &&
           (!date.month || date.month->whole()) && (!date.day || date.day->whole());
}

std::optional<std::string> collapsedClocks(const CalendarPhrases& calendar, const EdtfDate& from, const EdtfDate& to)
{
    const bool sameDay = from.year.written == to.year.written && from.month->lowest() == to.month->lowest() &&
                         from.day->lowest() == to.day->lowest();
    if (!sameDay || from.clock->aheadMinutes != to.clock->aheadMinutes)
        return std::nullopt;
    const std::string times = timeOfDay(calendar, *from.clock) + "–" + timeOfDay(calendar, *to.clock);
    const Phrase day = calendar.day(from.year.written, from.month->lowest(), from.day->lowest());
    return filled(calendar.book().dayAndTime, day.alone, times + " " + zoneWords(*from.clock));
}

} // namespace

Phrase datePhrase(const CalendarPhrases& calendar, const EdtfDate& date)
{
    if (date.clock)
        return phraseWithClock(calendar, date);
    const bool yearAlone = !date.month && date.season == 0;
    std::optional<Phrase> phrase;
    if (date.year.significantDigits > 0 && yearAlone)
        phrase = phraseOfYear(calendar, date.year);
    else
        phrase = date.year.exact() ? phraseInExactYear(calendar, date) : phraseInVagueYear(calendar, date);
    if (phrase)
        return *phrase;
    const std::string range = spanWords(calendar, date.span);
    return {range, "(" + range + ")"};
}

std::string qualifiedWords(const CalendarPhrases& calendar, const EdtfDate& date)
{
    const Phrase phrase = datePhrase(calendar, date);
    const Qualifier qualifier = wholeQualifier(calendar, date, phrase.rounded);
    const bool article = qualifier.approximate && calendar.book().aboutGoesInside;
    const std::string& words = article ? phrase.afterPreposition : phrase.alone;
    return qualified(calendar.book(), qualifier, words) + noteOf(calendar, date);
}

std::string preposed(const CalendarPhrases& calendar, std::string_view pattern, const EdtfDate& date)
{
    const Phrasebook& book = calendar.book();
    const Phrase phrase = datePhrase(calendar, date);
    Qualifier outside = wholeQualifier(calendar, date, phrase.rounded);
    std::string words = phrase.afterPreposition;
    if (book.aboutGoesInside && outside.approximate) {
        words = filled(book.about, words);
        outside.approximate = false;
    }
    return qualified(book, outside, filled(pattern, words)) + noteOf(calendar, date);
}

std::optional<std::string> collapsedRange(const CalendarPhrases& calendar, const EdtfDate& from, const EdtfDate& to)
{
    if (!plain(from) || !plain(to))
        return std::nullopt;
    if (from.clock && to.clock)
        return collapsedClocks(calendar, from, to);
    if (from.clock || to.clock)
        return std::nullopt;
    const bool yearsAlone = !from.month && !to.month && from.season == 0 && to.season == 0;
    const std::int64_t first = from.year.written;
    const std::int64_t last = to.year.written;
    if (yearsAlone) {
        const bool rounded = calendar.writtenYear(first).rounded || calendar.writtenYear(last).rounded;
        return rounded ? std::nullopt : calendar.yearRange(first, last);
    }
    if (first != last)
        return std::nullopt;
    if (from.day && to.day && from.month->lowest() == to.month->lowest())
        return calendar.dayRange(first, from.month->lowest(), from.day->lowest(), to.day->lowest());
    const auto left = phraseInYear(calendar, from, std::nullopt);
    const auto right = phraseInYear(calendar, to, last);
    const bool crossesYears = from.span.end > instantFromCivil({first + 1, 1, 1});
    if (!left || !right || crossesYears)
        return std::nullopt;
    return left->alone + " – " + right->alone;
}

} // namespace fabula::time
