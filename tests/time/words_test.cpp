#include "time/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fabula::time {
namespace {

struct Worded
{
    const char* text;
    const char* english;
    const char* german;
};

void expectAll(const std::vector<Worded>& table, WordLength length = WordLength::full)
{
    for (const auto& [text, english, german] : table) {
        const auto date = parseEdtf(text);
        ASSERT_TRUE(date.ok()) << text << ": " << core::english(date.error().message);
        EXPECT_EQ(words(*date, "en", length), english) << text;
        EXPECT_EQ(words(*date, "de", length), german) << text;
    }
}

TEST(Words, PlainDatesInFull)
{
    expectAll({
        {"2025-01-20", "20 January 2025", "20. Januar 2025"},
        {"2025-03-01", "1 March 2025", "1. März 2025"},
        {"2025-01", "January 2025", "Januar 2025"},
        {"2025", "2025", "2025"},
        {"0476-09-04", "4 September 476", "4. September 476"},
    });
}

TEST(Words, PlainDatesOnCards)
{
    expectAll(
        {
            {"2025-01-20", "20 Jan 2025", "20. Jan. 2025"},
            {"2025-05-20", "20 May 2025", "20. Mai 2025"},
            {"2025-08", "Aug 2025", "Aug. 2025"},
            {"2025", "2025", "2025"},
            {"2025-34", "Q2 2025", "Q2 2025"},
            {"2025-41", "H2 2025", "2. Hj. 2025"},
            {"19XX", "20th c.", "20. Jh."},
            {"Y-66E6", "about 66M BC", "etwa 66 Mio. v. Chr."},
            {"../2025-08-14", "before 14 Aug 2025", "vor dem 14. Aug. 2025"},
            {"2004-06-XX", "Jun 2004", "Juni 2004"},
            {"?2004-06-~11", "possibly about 11 Jun 2004", "vermutlich etwa 11. Juni 2004"},
        },
        WordLength::compact);
}

TEST(Words, SeasonsAndPartsOfTheYear)
{
    expectAll({
        {"2025-21", "spring 2025", "Frühjahr 2025"},
        {"2025-22", "summer 2025", "Sommer 2025"},
        {"2025-23", "autumn 2025", "Herbst 2025"},
        {"2024-24", "winter 2024/25", "Winter 2024/25"},
        {"1999-28", "winter 1999/2000", "Winter 1999/2000"},
        {"2008-24", "winter 2008/09", "Winter 2008/09"},
        {"-0044-24", "winter 45/44 BC", "Winter 45/44 v. Chr."},
        {"0000-24", "winter 1 BC / AD 1", "Winter 1 v. Chr. / 1 n. Chr."},
        {"2025-29", "southern spring 2025", "Frühjahr 2025 (Südhalbkugel)"},
        {"2025-30", "southern summer 2025/26", "Sommer 2025/26 (Südhalbkugel)"},
        {"2025-32", "southern winter 2025", "Winter 2025 (Südhalbkugel)"},
        {"2025-33", "first quarter of 2025", "erstes Quartal 2025"},
        {"2025-36", "fourth quarter of 2025", "viertes Quartal 2025"},
        {"2025-39", "last third of 2025", "letztes Drittel 2025"},
        {"2025-40", "first half of 2025", "erstes Halbjahr 2025"},
    });
}

TEST(Words, QualifiersOfTheWholeDateComeFirst)
{
    expectAll({
        {"2025-08~", "about August 2025", "etwa August 2025"},
        {"2025-05?", "possibly May 2025", "vermutlich Mai 2025"},
        {"2025%", "possibly about 2025", "vermutlich etwa 2025"},
        {"2025-21~", "about spring 2025", "etwa Frühjahr 2025"},
        {"202X~", "about the 2020s", "etwa 2020er"},
        {"19XX?", "possibly 20th century", "vermutlich 20. Jahrhundert"},
    });
}

TEST(Words, QualifiersOfSomeComponentsAreNamed)
{
    expectAll({
        {"2004-06~-11", "11 June 2004 (year and month approximate)", "11. Juni 2004 (Jahr und Monat ungefähr)"},
        {"2004?-06", "June 2004 (year uncertain)", "Juni 2004 (Jahr unsicher)"},
        {"?2004-06-~11", "11 June 2004 (year uncertain, day approximate)",
         "11. Juni 2004 (Jahr unsicher, Tag ungefähr)"},
        {"2004-~21", "spring 2004 (part of the year approximate)", "Frühjahr 2004 (Teil des Jahres ungefähr)"},
    });
}

TEST(Words, UnspecifiedDigitsBecomeDecadesCenturiesOrSaidGaps)
{
    expectAll({
        {"202X", "2020s", "2020er"},
        {"19XX", "20th century", "20. Jahrhundert"},
        {"00XX", "1st century", "1. Jahrhundert"},
        {"-19XX", "20th century BC", "20. Jahrhundert v. Chr."},
        {"1XXX", "2nd millennium", "2. Jahrtausend"},
        {"XXXX", "date unknown", "Datum unbekannt"},
        {"2004-XX", "2004, month not given", "2004, Monat nicht genannt"},
        {"2004-06-XX", "June 2004, day not given", "Juni 2004, Tag nicht genannt"},
        {"156X-12-25", "25 December in the 1560s", "25. Dezember in den 1560ern"},
        {"15XX-12", "December in the 16th century", "Dezember im 16. Jahrhundert"},
        {"XXXX-12-25", "25 December of an unknown year", "25. Dezember eines unbekannten Jahres"},
        {"2004-XX-25", "25th of an unknown month of 2004", "25. eines unbekannten Monats 2004"},
        {"1984-1X", "between 1 October and 31 December 1984", "zwischen dem 1. Oktober und dem 31. Dezember 1984"},
        {"-004X", "between 50 and 41 BC", "zwischen 50 und 41 v. Chr."},
        {"000X", "between 1 BC and AD 9", "zwischen 1 v. Chr. und 9 n. Chr."},
        {"1950S2", "about 1950", "etwa 1950"},
    });
}

TEST(Words, YearsBeforeChristHaveNoYearZero)
{
    expectAll({
        {"-0043-03-15", "15 March 44 BC", "15. März 44 v. Chr."},
        {"0000", "1 BC", "1 v. Chr."},
        {"-0001", "2 BC", "2 v. Chr."},
        {"0014-08-19", "19 August AD 14", "19. August 14 n. Chr."},
        {"-1199", "1200 BC", "1200 v. Chr."},
        {"-0043-21", "spring 44 BC", "Frühjahr 44 v. Chr."},
    });
}

TEST(Words, LongYearsAreGroupedOrCountedInMillions)
{
    expectAll({
        {"Y-66E6", "about 66 million years BC", "etwa 66 Millionen Jahre v. Chr."},
        {"Y-66000000~", "about 66 million years BC", "etwa 66 Millionen Jahre v. Chr."},
        {"Y-1E6", "about 1 million years BC", "etwa 1 Million Jahre v. Chr."},
        {"Y-15E5", "about 1.5 million years BC", "etwa 1,5 Millionen Jahre v. Chr."},
        {"Y-1E9", "about 1 billion years BC", "etwa 1 Milliarde Jahre v. Chr."},
        {"Y-12000", "about 12,000 BC", "etwa 12.000 v. Chr."},
        {"Y-12344", "12,345 BC", "12.345 v. Chr."},
        {"Y12025", "AD 12,025", "12.025 n. Chr."},
        {"Y170000002", "AD 170,000,002", "170.000.002 n. Chr."},
        {"Y2E6", "AD 2 million", "2 Millionen n. Chr."},
    });
}

TEST(Words, IntervalsSayWhatTheirEndsShareOnce)
{
    expectAll({
        {"2025-08-10/2025-08-11", "10–11 August 2025", "10.–11. August 2025"},
        {"2025-01/2025-03", "January – March 2025", "Januar – März 2025"},
        {"2024-12-26/2025-01-05", "26 December 2024 – 5 January 2025", "26. Dezember 2024 – 5. Januar 2025"},
        {"2025-01-28/2025-02-03", "28 January – 3 February 2025", "28. Januar – 3. Februar 2025"},
        {"2025-21/2025-22", "spring – summer 2025", "Frühjahr – Sommer 2025"},
        {"2025-24/2026", "winter 2025/26 – 2026", "Winter 2025/26 – 2026"},
        {"1914/1918", "1914–1918", "1914–1918"},
        {"-0048/-0043", "49–44 BC", "49–44 v. Chr."},
        {"0014/0037", "AD 14–37", "14–37 n. Chr."},
        {"-0026/0014", "27 BC – AD 14", "27 v. Chr. – 14 n. Chr."},
        {"2025/2025", "2025", "2025"},
        {"2025-08-14/2025-08-14", "14 August 2025", "14. August 2025"},
        {"2025-02~/2025-08-14", "about February 2025 – 14 August 2025", "etwa Februar 2025 – 14. August 2025"},
        {"2025-08~/2025-08~", "about August 2025", "etwa August 2025"},
    });
}

TEST(Words, OpenIntervalsAreBeforeAndFrom)
{
    expectAll({
        {"../2025-08-14", "before 14 August 2025", "vor dem 14. August 2025"},
        {"../2025-08-14~", "before about 14 August 2025", "etwa vor dem 14. August 2025"},
        {"../2025-08?", "possibly before August 2025", "vermutlich vor August 2025"},
        {"../202X", "before the 2020s", "vor den 2020ern"},
        {"../19XX", "before the 20th century", "vor dem 20. Jahrhundert"},
        {"../2025-34", "before the second quarter of 2025", "vor dem zweiten Quartal 2025"},
        {"2025-06/..", "from June 2025 on", "ab Juni 2025"},
        {"2025-06-01/..", "from 1 June 2025 on", "ab dem 1. Juni 2025"},
        {"2025-21/..", "from spring 2025 on", "ab dem Frühjahr 2025"},
        {"2025-06/", "June 2025 – unknown end", "Juni 2025 – unbekanntes Ende"},
        {"/2025-06", "unknown beginning – June 2025", "unbekannter Beginn – Juni 2025"},
        {"../..", "at any time", "irgendwann"},
    });
}

TEST(Words, SetsListTheirMembers)
{
    expectAll({
        {"[1667,1668,1670..1672]", "either 1667, 1668 or 1670–1672", "entweder 1667, 1668 oder 1670–1672"},
        {"{1960,1961-12}", "all of 1960 and December 1961", "jeweils 1960 und Dezember 1961"},
        {"[..1760-12-03]", "3 December 1760 or earlier", "3. Dezember 1760 oder früher"},
        {"[1760-12..]", "December 1760 or later", "Dezember 1760 oder später"},
        {"{..1984}", "1984 and earlier", "1984 und früher"},
        {"[2025]", "2025", "2025"},
    });
}

TEST(Words, TimesOfDayNameTheirZone)
{
    expectAll({
        {"2025-08-14T09:30:00Z", "14 August 2025, 09:30 UTC", "14. August 2025, 09:30 UTC"},
        {"2025-08-14T09:30:05", "14 August 2025, 09:30:05 UTC", "14. August 2025, 09:30:05 UTC"},
        {"2025-08-14T09:30:00+05:45", "14 August 2025, 09:30 UTC+05:45", "14. August 2025, 09:30 UTC+05:45"},
        {"2025-08-14T09", "14 August 2025, 9h UTC", "14. August 2025, 9 Uhr UTC"},
        {"2025-08-14T09:30/2025-08-14T11:00", "14 August 2025, 09:30–11:00 UTC", "14. August 2025, 09:30–11:00 UTC"},
    });
}

TEST(Words, TheUnknownDateIsSaidToBe)
{
    EXPECT_EQ(words(Edtf{}, "en"), "date unknown");
    EXPECT_EQ(words(Edtf{}, "de"), "Datum unbekannt");
}

TEST(Words, LanguagesWithoutWordsOfTheirOwnTakeEnglish)
{
    const auto date = parseEdtf("2025-08-14~").value();
    EXPECT_EQ(words(date, "fr"), "about 14 August 2025");
    EXPECT_EQ(words(parseEdtf("2025-08-14").value(), "zh-Hans"), "14 August 2025");
    EXPECT_EQ(words(date, "en-GB"), "about 14 August 2025");
    EXPECT_EQ(words(parseEdtf("2025-01-20").value(), "de-AT"), "20. Jänner 2025");
    EXPECT_EQ(words(date, ""), "about 14 August 2025");
    EXPECT_FALSE(words(date, "no such language \xFF").empty());
}

struct WordedSpan
{
    CivilTime begin;
    CivilTime end; ///< excluded
    const char* english;
    const char* german;
};

TEST(WordsOfSpans, ClosedOnesAreBetweenTwoDaysOrYears)
{
    for (const auto& [begin, end, english, german] : std::vector<WordedSpan>{
             {{2025, 1, 20},
              {2025, 8, 15},
              "between 20 January and 14 August 2025",
              "zwischen dem 20. Januar und dem 14. August 2025"},
             {{2025, 8, 10},
              {2025, 8, 15},
              "between 10 and 14 August 2025",
              "zwischen dem 10. und dem 14. August 2025"},
             {{2024, 12, 26},
              {2025, 1, 6},
              "between 26 December 2024 and 5 January 2025",
              "zwischen dem 26. Dezember 2024 und dem 5. Januar 2025"},
             {{2025, 8, 14}, {2025, 8, 15}, "14 August 2025", "14. August 2025"},
             {{2025, 8, 14, 9, 30}, {2025, 8, 14, 11}, "14 August 2025", "14. August 2025"},
             {{2025, 8, 1}, {2025, 9, 1}, "August 2025", "August 2025"},
             {{2025, 1, 1}, {2026, 1, 1}, "2025", "2025"},
             {{1914, 6, 28}, {1939, 9, 2}, "between 1914 and 1939", "zwischen 1914 und 1939"},
             {{-48, 1, 10}, {-30, 9, 3}, "between 49 and 31 BC", "zwischen 49 und 31 v. Chr."},
             {{-30, 9, 2}, {14, 8, 20}, "between 31 BC and AD 14", "zwischen 31 v. Chr. und 14 n. Chr."},
         }) {
        const Span span{instantFromCivil(begin), instantFromCivil(end)};
        EXPECT_EQ(words(span, "en"), english);
        EXPECT_EQ(words(span, "de"), german);
    }
}

TEST(WordsOfSpans, OpenOnesAreBeforeOrAfter)
{
    const Instant begin = instantFromCivil({2025, 1, 20});
    const Instant end = instantFromCivil({2025, 8, 15});
    EXPECT_EQ(words(Span{kBeginningOfTime, end}, "en"), "before 14 August 2025");
    EXPECT_EQ(words(Span{kBeginningOfTime, end}, "de"), "vor dem 14. August 2025");
    EXPECT_EQ(words(Span{begin, kEndOfTime}, "en"), "after 20 January 2025");
    EXPECT_EQ(words(Span{begin, kEndOfTime}, "de", WordLength::compact), "nach dem 20. Jan. 2025");
    EXPECT_EQ(words(Span{instantFromCivil({-66'000'000, 1, 1}), kEndOfTime}, "en"), "after about 66 million years BC");
    EXPECT_EQ(words(Span{}, "en"), "date unknown");
}

TEST(LengthWords, nameTheLargestUnitOfWhichThereAreTwo)
{
    const auto length = [](std::int64_t seconds, const char* language) {
        return lengthWords({{1000}, {1000 + seconds}}, language);
    };
    constexpr std::int64_t kDay = 86400;
    EXPECT_EQ(length(3600, "en"), "1 hour");
    EXPECT_EQ(length(36 * 3600, "en"), "36 hours");
    EXPECT_EQ(length(2 * kDay, "de"), "2 Tage");
    EXPECT_EQ(length(60 * kDay, "en"), "60 days");
    EXPECT_EQ(length(61 * kDay, "de"), "2 Monate");
    EXPECT_EQ(length(426 * kDay, "en"), "14 months");
    EXPECT_EQ(length(731 * kDay, "en"), "2 years");
    EXPECT_EQ(length(365'242'500 * kDay, "de"), "1000000 Jahre");
}

TEST(Words, tellAMomentInsideAnIntervalFromADuration)
{
    const auto moment = [](const char* date, const char* language) {
        return wordsOfMoment(*parseEdtf(date), language);
    };
    EXPECT_EQ(moment("2025-02/2025-08-14", "en"), "some time between February and 14 August 2025");
    EXPECT_EQ(moment("2025-06-25/2025-06-27", "en"), "some time between 25 and 27 June 2025");
    EXPECT_EQ(moment("2025-02/2025-08-14", "de"), "irgendwann zwischen Februar und dem 14. August 2025");
    EXPECT_EQ(moment("2025-02", "en"), "February 2025");
    EXPECT_EQ(wordsOfMoment(*parseEdtf("2025-02/2025-03"), "en", WordLength::compact), "between Feb and Mar 2025");
}

} // namespace
} // namespace fabula::time
