#pragma once

#include "time/phrasebook.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fabula::time {

/// Words for a time, alone ("2020er") and after a preposition, with the article it takes there ("den 2020ern").
/// `rounded` where the words say less than the number they stand for, so that "about" belongs before them.
struct Phrase
{
    std::string alone;
    std::string afterPreposition;
    bool rounded = false;
};

/// A year as history counts it: no year 0, 1 BC is followed by AD 1.
struct HistoricYear
{
    std::int64_t number = 1; ///< from 1
    bool beforeChrist = false;

    friend bool operator==(const HistoricYear&, const HistoricYear&) = default;
};

HistoricYear historicYear(std::int64_t astronomical);

/// Words for the units of the calendar in one language and length. Years are astronomical unless said otherwise.
/// An absent year leaves the year out, for places where it is said once for two dates.
class CalendarPhrases
{
public:
    CalendarPhrases(std::string_view language, WordLength length) : language_(languageOf(language)), length_(length) {}

    const Phrasebook& book() const { return *language_.phrases; }
    WordLength length() const { return length_; }

    std::string monthName(int month) const;
    std::string tickMonthName(int month) const;

    /// Years from 10,000 with marks between thousands, round millions in words.
    std::string year(std::int64_t astronomical) const;
    std::string year(HistoricYear year) const;
    /// As `year`, but a round year before 10,000 BC is taken for a rounded number of years, not for a count from 1 BC.
    Phrase writtenYear(std::int64_t astronomical) const;
    /// "1914–1918", "49–44 BC"; nothing where the two cannot share an era.
    std::optional<std::string> yearRange(std::int64_t first, std::int64_t last) const;

    Phrase month(std::optional<std::int64_t> year, int month) const;
    Phrase day(std::optional<std::int64_t> year, int month, int day) const;
    std::string dayRange(std::int64_t year, int month, int firstDay, int lastDay) const;
    /// `code` 21–41 of EDTF. A winter in the north, and a summer in the south, ends in the next year and says so.
    Phrase season(std::optional<std::int64_t> year, int code) const;

    /// `firstNumber` is 2020 for the 2020s, 40 for the 40s BC (49–40 BC).
    Phrase decade(std::int64_t firstNumber, bool beforeChrist) const;
    Phrase century(std::int64_t ordinal, bool beforeChrist) const;
    Phrase millennium(std::int64_t ordinal, bool beforeChrist) const;
    /// "3rd", "3."
    std::string ordinal(std::int64_t value) const;

private:
    std::string number(std::int64_t value) const;
    std::string era(const std::string& words, bool beforeChrist) const;
    Phrase partOfYear(std::optional<std::int64_t> year, int code) const;
    std::string twoYears(std::int64_t firstYear) const;
    Phrase age(const TwoLengths& name, std::int64_t position, bool beforeChrist) const;
    std::optional<std::string> roundMillions(std::int64_t value) const;

    Language language_;
    WordLength length_;
};

/// "09:30"
std::string clockWords(int hour, int minute);

} // namespace fabula::time
