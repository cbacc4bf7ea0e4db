#pragma once

#include "time/words.hpp"

#include <array>
#include <string>
#include <string_view>

namespace fabula::time {

/// Wordings that come in the two lengths.
struct TwoLengths
{
    std::string_view full;
    std::string_view compact;

    std::string_view in(WordLength length) const { return length == WordLength::full ? full : compact; }
};

/// One wording of a part of the year in the two cases a sentence needs: alone ("erstes Quartal") and after a
/// preposition, with its article ("dem ersten Quartal").
struct TwoCases
{
    std::string_view alone;
    std::string_view afterPreposition;
};

/// Our own wording in one language, immutable. {0}, {1}, {2} are filled in; month names are ICU's and not here.
struct Phrasebook
{
    std::string_view day;           ///< day, month
    std::string_view dayRange;      ///< first day, last day, month
    std::string_view dayInSentence; ///< a whole day, after a preposition
    std::string_view lonelyDay;     ///< the day alone, after a preposition
    std::string_view tickDay;       ///< the day alone, on an axis
    std::string_view inYear;        ///< day or month, year

    std::string_view beforeChrist; ///< year
    std::string_view annoDomini;   ///< year; for the first century, where a bare number would mislead
    char groupMark;
    char decimalMark;
    TwoLengths million; ///< number
    TwoLengths millions;
    TwoLengths billion;
    TwoLengths billions;
    TwoLengths yearsBeforeChrist; ///< millions or billions in words

    TwoCases decade;    ///< number
    TwoLengths century; ///< ordinal
    TwoLengths millennium;
    std::string_view ages; ///< a century or millennium after a preposition
    bool ordinalWithPoint; ///< "20." where English has "20th"

    std::array<TwoCases, 4> seasons; ///< spring, summer, autumn, winter
    std::string_view southern;       ///< season and year
    std::array<TwoCases, 4> quarters;
    std::array<TwoCases, 3> thirds;
    std::array<TwoCases, 2> halves;
    std::string_view partOfYear;     ///< quarter, third or half in full, year
    std::string_view compactQuarter; ///< number
    std::string_view compactThird;
    std::string_view compactHalf;

    std::string_view about;
    std::string_view possibly;
    std::string_view possiblyAbout;
    bool aboutGoesInside; ///< "before about May" where others say "about before May"
    std::string_view before;
    std::string_view fromOn;
    std::string_view after;
    std::string_view between;         ///< from, to
    std::string_view someTimeBetween; ///< from, to
    std::string_view anyTime;
    std::string_view unknownBeginning;
    std::string_view unknownEnd;
    std::string_view openBeginning;
    std::string_view openEnd;
    std::string_view unknownDate;

    std::string_view dayNotGiven; ///< a longer time
    std::string_view monthNotGiven;
    std::string_view dayOfSomeMonth; ///< day as an ordinal, year
    std::string_view withinDecade;   ///< a part, a decade after a preposition
    std::string_view withinAge;      ///< a part, a century or millennium alone
    std::string_view unknownYear;    ///< a day or month

    std::string_view orEarlier;
    std::string_view orLater;
    std::string_view andEarlier;
    std::string_view andLater;
    std::string_view oneOf;
    std::string_view allOf;
    std::string_view lastOr; ///< all but the last, the last
    std::string_view lastAnd;

    std::array<std::string_view, 4> components; ///< year, month, part of the year, day
    std::string_view uncertain;
    std::string_view approximate;
    std::string_view dayAndTime; ///< day, time of day
    std::string_view fullHour;
};

/// A phrasebook with the month names that go with it.
struct Language
{
    const Phrasebook* phrases = nullptr;
    std::array<std::string, 12> months;
    std::array<std::string, 12> shortMonths; ///< as in a date, "Jan."
    std::array<std::string, 12> tickMonths;  ///< standing alone, "Jan"
};

/// The language of a BCP 47 tag; one that we do not word is English. Opening a language costs
/// up to a few milliseconds; the common tags are opened once, others each time.
Language languageOf(std::string_view tag);

/// `pattern` with {0}, {1}, {2} replaced.
std::string filled(std::string_view pattern, std::string_view a, std::string_view b = {}, std::string_view c = {});

} // namespace fabula::time
