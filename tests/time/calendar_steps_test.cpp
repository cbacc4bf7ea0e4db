#include "time/calendar_steps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace fabula::time {
namespace {

using Unit = CalendarUnit;

constexpr std::array kSteps{
    CalendarStep{Unit::hour, 1},
    CalendarStep{Unit::hour, 6},
    CalendarStep{Unit::hour, 5},
    CalendarStep{Unit::hour, 48},
    CalendarStep{Unit::day, 1},
    CalendarStep{Unit::day, 2},
    CalendarStep{Unit::day, 5},
    CalendarStep{Unit::day, 10},
    CalendarStep{Unit::day, 100},
    CalendarStep{Unit::week, 1},
    CalendarStep{Unit::week, 2},
    CalendarStep{Unit::month, 1},
    CalendarStep{Unit::month, 3},
    CalendarStep{Unit::month, 5},
    CalendarStep{Unit::month, 18},
    CalendarStep{Unit::quarter, 1},
    CalendarStep{Unit::quarter, 2},
    CalendarStep{Unit::year, 1},
    CalendarStep{Unit::year, 2},
    CalendarStep{Unit::year, 5},
    CalendarStep{Unit::year, 50},
    CalendarStep{Unit::year, 1'000'000},
    CalendarStep{Unit::year, 50'000'000},
    CalendarStep{Unit::decade, 1},
    CalendarStep{Unit::decade, 2},
    CalendarStep{Unit::century, 1},
    CalendarStep{Unit::century, 5},
    CalendarStep{Unit::millennium, 1},
    CalendarStep{Unit::millennium, 100},
    CalendarStep{Unit::year, 2'000'000'000},
    CalendarStep{Unit::week, 2'000'000'000},
    CalendarStep{Unit::millennium, 2'000'000'000},
};

std::string date(Instant instant)
{
    const std::string iso = toIso(instant);
    return iso == ".." ? iso : iso.substr(0, iso.find('T'));
}

/// The ticks from `from` on, as dates.
std::vector<std::string> ticks(CivilTime from, CalendarStep step, int count)
{
    std::vector<std::string> dates;
    Instant at = floorTo(instantFromCivil(from), step);
    for (int i = 0; i < count; ++i, at = nextAfter(at, step))
        dates.push_back(date(at));
    return dates;
}

using Dates = std::vector<std::string>;

TEST(CalendarSteps, FlooringIsIdempotentAndStepsMakeProgressOverTwoBillionYears)
{
    std::mt19937_64 random(7);
    const std::int64_t first = instantFromCivil({-1'000'000'000, 1, 1}).seconds;
    const std::int64_t last = instantFromCivil({1'000'000'001, 1, 1}).seconds;
    std::uniform_int_distribution<std::int64_t> anywhere(first, last);
    std::uniform_int_distribution<std::int64_t> nearby(-100'000'000'000, 100'000'000'000);
    for (const CalendarStep step : kSteps)
        for (int i = 0; i < 2'000; ++i) {
            const Instant instant{i % 2 == 0 ? anywhere(random) : nearby(random)};
            const Instant tick = floorTo(instant, step);
            const Instant next = nextAfter(instant, step);
            ASSERT_LE(tick, instant) << date(instant) << " count " << step.count;
            ASSERT_GT(next, instant) << date(instant) << " count " << step.count;
            ASSERT_EQ(floorTo(tick, step), tick) << date(instant) << " count " << step.count;
            ASSERT_EQ(floorTo(next, step), next) << date(instant) << " count " << step.count;
            ASSERT_EQ(nextAfter(tick, step), next) << date(instant) << " count " << step.count;
            if (next == kEndOfTime)
                continue;
            ASSERT_EQ(floorTo({next.seconds - 1}, step), tick) << date(instant) << " count " << step.count;
        }
}

TEST(CalendarSteps, OpenEndsStayOpen)
{
    for (const CalendarStep step : kSteps) {
        EXPECT_EQ(floorTo(kBeginningOfTime, step), kBeginningOfTime);
        EXPECT_EQ(floorTo(kEndOfTime, step), kEndOfTime);
        EXPECT_EQ(nextAfter(kEndOfTime, step), kEndOfTime);
        EXPECT_GT(nextAfter(kBeginningOfTime, step), kBeginningOfTime);
    }
}

TEST(CalendarSteps, HoursRestartEachDay)
{
    const CalendarStep six{Unit::hour, 6};
    EXPECT_EQ(floorTo(instantFromCivil({2025, 8, 14, 17, 59, 59}), six), instantFromCivil({2025, 8, 14, 12}));
    EXPECT_EQ(nextAfter(instantFromCivil({2025, 8, 14, 18}), six), instantFromCivil({2025, 8, 15}));
    EXPECT_EQ(nextAfter(instantFromCivil({2025, 8, 14, 20}), {Unit::hour, 5}), instantFromCivil({2025, 8, 15}));
    EXPECT_EQ(floorTo(instantFromCivil({1969, 12, 31, 23}), six), instantFromCivil({1969, 12, 31, 18}));
}

TEST(CalendarSteps, DaysRestartEachMonthWithoutCrampingItsEnd)
{
    EXPECT_EQ(ticks({2025, 1, 27}, {Unit::day, 2}, 4), (Dates{"2025-01-27", "2025-01-29", "2025-02-01", "2025-02-03"}));
    EXPECT_EQ(ticks({2025, 1, 31}, {Unit::day, 10}, 5),
              (Dates{"2025-01-21", "2025-02-01", "2025-02-11", "2025-02-21", "2025-03-01"}));
    EXPECT_EQ(ticks({2025, 4, 29}, {Unit::day, 2}, 2), (Dates{"2025-04-29", "2025-05-01"}));
    EXPECT_EQ(ticks({2025, 2, 28}, {Unit::day, 100}, 2), (Dates{"2025-02-01", "2025-03-01"}));
}

TEST(CalendarSteps, WeeksBeginOnMondays)
{
    EXPECT_EQ(ticks({2025, 8, 14}, {Unit::week, 1}, 3), (Dates{"2025-08-11", "2025-08-18", "2025-08-25"}));
    Instant at = instantFromCivil({-5, 3, 1});
    for (int i = 0; i < 1000; ++i, at = nextAfter(at, {Unit::week, 1}))
        ASSERT_EQ(weekday(floorTo(at, {Unit::week, 1})), 0);
}

TEST(CalendarSteps, MonthsAndQuartersCountFromJanuary)
{
    EXPECT_EQ(ticks({2025, 8, 14}, {Unit::month, 3}, 3), (Dates{"2025-07-01", "2025-10-01", "2026-01-01"}));
    EXPECT_EQ(ticks({2025, 8, 14}, {Unit::quarter, 1}, 2), (Dates{"2025-07-01", "2025-10-01"}));
    EXPECT_EQ(ticks({2025, 8, 14}, {Unit::quarter, 2}, 2), (Dates{"2025-07-01", "2026-01-01"}));
    EXPECT_EQ(ticks({-1, 12, 31}, {Unit::month, 6}, 3), (Dates{"-000001-07-01", "0000-01-01", "0000-07-01"}));
}

TEST(CalendarSteps, YearsStandOnRoundYearsOfBothEras)
{
    // Astronomical -199 is 200 BC.
    EXPECT_EQ(ticks({-150, 5, 5}, {Unit::year, 100}, 5),
              (Dates{"-000199-01-01", "-000099-01-01", "0001-01-01", "0100-01-01", "0200-01-01"}));
    EXPECT_EQ(ticks({-3, 5, 5}, {Unit::year, 2}, 5),
              (Dates{"-000003-01-01", "-000001-01-01", "0001-01-01", "0002-01-01", "0004-01-01"}));
    EXPECT_EQ(ticks({-1, 5, 5}, {Unit::year, 1}, 3), (Dates{"-000001-01-01", "0000-01-01", "0001-01-01"}));
    EXPECT_EQ(ticks({2025, 5, 5}, {Unit::year, 5}, 2), (Dates{"2025-01-01", "2030-01-01"}));
}

TEST(CalendarSteps, DecadesAndCenturiesBeforeChristBeginWhereHistoryBeginsThem)
{
    EXPECT_EQ(ticks({-45, 1, 1}, {Unit::decade, 1}, 7),
              (Dates{"-000048-01-01", "-000038-01-01", "-000028-01-01", "-000018-01-01", "-000008-01-01", "0001-01-01",
                     "0010-01-01"}));
    EXPECT_EQ(ticks({-1150, 1, 1}, {Unit::century, 1}, 2), (Dates{"-001199-01-01", "-001099-01-01"}));
    EXPECT_EQ(ticks({1950, 1, 1}, {Unit::century, 1}, 2), (Dates{"1900-01-01", "2000-01-01"}));
    EXPECT_EQ(ticks({2025, 1, 1}, {Unit::millennium, 1}, 2), (Dates{"2000-01-01", "3000-01-01"}));
}

TEST(CalendarSteps, MillionsOfYearsAreRoundToo)
{
    for (const int millions : {1, 2, 5, 10, 20, 50, 100}) {
        const CalendarStep step{Unit::year, millions * 1'000'000};
        Instant at = floorTo(instantFromCivil({-400'000'000, 6, 1}), step);
        for (int i = 0; i < 3; ++i, at = nextAfter(at, step)) {
            const std::int64_t beforeChrist = 1 - civilFromInstant(at).year;
            EXPECT_EQ(beforeChrist % step.count, 0) << millions;
        }
    }
}

struct WordedTick
{
    CivilTime tick;
    CalendarStep step;
    const char* english;
    const char* german;
    const char* englishContext;
    const char* germanContext;
};

TEST(TickWords, AreShortAndTheRankAboveSaysTheRest)
{
    for (const auto& [tick, step, english, german, englishContext, germanContext] : std::vector<WordedTick>{
             {{2025, 8, 14, 9}, {Unit::hour, 3}, "09:00", "09:00", "14 August 2025", "14. August 2025"},
             {{2025, 8, 14}, {Unit::day, 1}, "14", "14.", "August 2025", "August 2025"},
             {{2025, 8, 11}, {Unit::week, 1}, "11", "11.", "August 2025", "August 2025"},
             {{2025, 3, 1}, {Unit::month, 1}, "Mar", "Mär", "2025", "2025"},
             {{2025, 7, 1}, {Unit::quarter, 1}, "Q3", "Q3", "2025", "2025"},
             {{2025, 1, 1}, {Unit::year, 1}, "2025", "2025", "21st century", "21. Jahrhundert"},
             {{-43, 1, 1}, {Unit::year, 1}, "44 BC", "44 v. Chr.", "1st century BC", "1. Jahrhundert v. Chr."},
             {{0, 1, 1}, {Unit::year, 1}, "1 BC", "1 v. Chr.", "1st century BC", "1. Jahrhundert v. Chr."},
             {{1, 1, 1}, {Unit::year, 1}, "AD 1", "1 n. Chr.", "1st century", "1. Jahrhundert"},
             {{-1199, 1, 1},
              {Unit::year, 100},
              "1200 BC",
              "1200 v. Chr.",
              "2nd millennium BC",
              "2. Jahrtausend v. Chr."},
             {{2020, 1, 1}, {Unit::decade, 1}, "2020s", "2020er", "21st century", "21. Jahrhundert"},
             {{-48, 1, 1}, {Unit::decade, 1}, "40s BC", "40er v. Chr.", "1st century BC", "1. Jahrhundert v. Chr."},
             {{-8, 1, 1}, {Unit::decade, 1}, "9–1 BC", "9–1 v. Chr.", "1st century BC", "1. Jahrhundert v. Chr."},
             {{70, 1, 1}, {Unit::decade, 1}, "AD 70–79", "70–79 n. Chr.", "1st century", "1. Jahrhundert"},
             {{1800, 1, 1}, {Unit::century, 1}, "19th c.", "19. Jh.", "2nd millennium", "2. Jahrtausend"},
             {{1, 1, 1}, {Unit::century, 1}, "1st c.", "1. Jh.", "1st millennium", "1. Jahrtausend"},
             {{-1199, 1, 1},
              {Unit::century, 1},
              "12th c. BC",
              "12. Jh. v. Chr.",
              "2nd millennium BC",
              "2. Jahrtausend v. Chr."},
             {{2000, 1, 1}, {Unit::millennium, 1}, "3rd mill.", "3. Jt.", "", ""},
             {{-65'999'999, 1, 1}, {Unit::year, 1'000'000}, "66M BC", "66 Mio. v. Chr.", "", ""},
             {{-11'999, 1, 1}, {Unit::millennium, 1}, "12,000 BC", "12.000 v. Chr.", "", ""},
         }) {
        const Instant at = instantFromCivil(tick);
        ASSERT_EQ(floorTo(at, step), at) << english;
        EXPECT_EQ(tickWords(at, step, "en"), english);
        EXPECT_EQ(tickWords(at, step, "de"), german);
        EXPECT_EQ(contextWords(at, step, "en"), englishContext) << english;
        EXPECT_EQ(contextWords(at, step, "de"), germanContext) << english;
    }
}

TEST(TickWords, InFullNameWholeMonthsAndCenturies)
{
    EXPECT_EQ(tickWords(instantFromCivil({2025, 1, 1}), {Unit::month, 1}, "en", WordLength::full), "January");
    EXPECT_EQ(tickWords(instantFromCivil({1800, 1, 1}), {Unit::century, 1}, "de", WordLength::full), "19. Jahrhundert");
    EXPECT_EQ(contextWords(instantFromCivil({2025, 8, 14}), {Unit::day, 1}, "de", WordLength::compact), "Aug. 2025");
}

TEST(TickWords, NeighbouringTicksOfOneContextDiffer)
{
    for (const CalendarStep step : kSteps) {
        Instant at = floorTo(instantFromCivil({-230, 3, 5}), step);
        for (int i = 0; i < 300; ++i) {
            const Instant next = nextAfter(at, step);
            if (next == kEndOfTime)
                break;
            const auto label = [&](Instant tick) {
                return tickWords(tick, step, "en") + "|" + contextWords(tick, step, "en");
            };
            if (step.unit != Unit::hour || step.count < 24) {
                ASSERT_NE(label(at), label(next)) << date(at) << " " << step.count;
            }
            at = next;
        }
    }
}

TEST(TickWords, ContextIsTheSameThroughoutItsCell)
{
    for (const CalendarStep step : kSteps) {
        const auto above = stepAbove(step);
        if (!above)
            continue;
        const Instant begin = floorTo(instantFromCivil({-43, 3, 15}), *above);
        const Instant end = nextAfter(begin, *above);
        EXPECT_EQ(contextWords(begin, step, "en"), contextWords({end.seconds - 1}, step, "en"));
        EXPECT_NE(contextWords(begin, step, "en"), contextWords(end, step, "en"));
    }
}

TEST(TickWords, OpenEndsHaveNone)
{
    EXPECT_TRUE(tickWords(kEndOfTime, {Unit::year, 1}, "en").empty());
    EXPECT_TRUE(contextWords(kBeginningOfTime, {Unit::year, 1}, "en").empty());
}

} // namespace
} // namespace fabula::time
