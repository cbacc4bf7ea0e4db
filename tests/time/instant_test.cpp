#include "time/instant.hpp"

#include <gtest/gtest.h>

#include <random>

namespace fabula::time {
namespace {

constexpr std::int64_t kDay = 86'400;

TEST(Instant, KnowsDaysWhoseSecondsAreOnRecord)
{
    EXPECT_EQ(instantFromCivil({1970, 1, 1}).seconds, 0);
    EXPECT_EQ(instantFromCivil({2000, 3, 1}).seconds, 951'868'800);
    EXPECT_EQ(instantFromCivil({1969, 12, 31, 23, 59, 59}).seconds, -1);
    EXPECT_EQ(instantFromCivil({0, 1, 1}).seconds, -62'167'219'200);
    EXPECT_EQ(instantFromCivil({2025, 8, 14, 9, 30, 15}).seconds, 1'755'163'815);
}

TEST(Instant, CarriesMonthsOutsideTheYearIntoOtherYears)
{
    EXPECT_EQ(instantFromCivil({2024, 13, 1}), instantFromCivil({2025, 1, 1}));
    EXPECT_EQ(instantFromCivil({2025, 0, 1}), instantFromCivil({2024, 12, 1}));
    EXPECT_EQ(instantFromCivil({2025, -11, 1}), instantFromCivil({2024, 1, 1}));
    EXPECT_EQ(instantFromCivil({2025, 37, 1}), instantFromCivil({2028, 1, 1}));
}

TEST(Instant, FollowsTheCalendarDayByDayThroughTwoCenturiesAroundYearZero)
{
    CivilTime expected{-100, 1, 1};
    Instant instant = instantFromCivil(expected);
    for (int i = 0; i < 200 * 366; ++i) {
        ASSERT_EQ(civilFromInstant(instant), expected);
        ASSERT_EQ(instantFromCivil(expected), instant);
        instant.seconds += kDay;
        if (++expected.day > daysInMonth(expected.year, expected.month)) {
            expected.day = 1;
            if (++expected.month > 12) {
                expected.month = 1;
                ++expected.year;
            }
        }
    }
}

TEST(Instant, CivilTimesSurviveTheRoundTripOverTwoBillionYears)
{
    std::mt19937_64 random(20250814);
    std::uniform_int_distribution<std::int64_t> years(-1'000'000'000, 1'000'000'000);
    for (int i = 0; i < 100'000; ++i) {
        const auto below = [&random](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
        CivilTime civil{years(random), below(12) + 1, 1, below(24), below(60), below(60)};
        civil.day = below(daysInMonth(civil.year, civil.month)) + 1;
        const Instant instant = instantFromCivil(civil);
        ASSERT_EQ(civilFromInstant(instant), civil) << civil.year << "-" << civil.month << "-" << civil.day;
        const CivilTime later = civilFromInstant({instant.seconds + 1});
        ASSERT_LT(civil, later);
    }
}

TEST(Instant, FebruaryFollowsTheGregorianRuleBeforeChristToo)
{
    EXPECT_EQ(daysInMonth(2024, 2), 29);
    EXPECT_EQ(daysInMonth(2023, 2), 28);
    EXPECT_EQ(daysInMonth(1900, 2), 28);
    EXPECT_EQ(daysInMonth(2000, 2), 29);
    EXPECT_EQ(daysInMonth(0, 2), 29);
    EXPECT_EQ(daysInMonth(-4, 2), 29);
    EXPECT_EQ(daysInMonth(-100, 2), 28);
    EXPECT_EQ(daysInMonth(2025, 4), 30);
    EXPECT_EQ(daysInMonth(2025, 12), 31);
}

TEST(Instant, WeekdaysCountFromMonday)
{
    EXPECT_EQ(weekday(instantFromCivil({1970, 1, 1})), 3);
    EXPECT_EQ(weekday(instantFromCivil({2025, 8, 14, 23, 59, 59})), 3);
    EXPECT_EQ(weekday(instantFromCivil({2025, 8, 18})), 0);
    EXPECT_EQ(weekday(instantFromCivil({1969, 12, 28})), 6);
    EXPECT_EQ(weekday(instantFromCivil({0, 1, 1})), 5);
}

TEST(Instant, IsoTextHasMillisecondsAndSignsForLongYears)
{
    EXPECT_EQ(toIso(instantFromCivil({2025, 8, 14})), "2025-08-14T00:00:00.000Z");
    EXPECT_EQ(toIso(instantFromCivil({2025, 8, 15}), -1), "2025-08-14T23:59:59.999Z");
    EXPECT_EQ(toIso(instantFromCivil({2025, 8, 15}), 1500), "2025-08-15T00:00:01.500Z");
    EXPECT_EQ(toIso(instantFromCivil({0, 1, 1})), "0000-01-01T00:00:00.000Z");
    EXPECT_EQ(toIso(instantFromCivil({0, 1, 1}), -1), "-000001-12-31T23:59:59.999Z");
    EXPECT_EQ(toIso(instantFromCivil({9999, 12, 31, 23, 59, 59})), "9999-12-31T23:59:59.000Z");
    EXPECT_EQ(toIso(instantFromCivil({10'000, 1, 1})), "+010000-01-01T00:00:00.000Z");
    EXPECT_EQ(toIso(instantFromCivil({-1'000'000'000, 1, 1})), "-1000000000-01-01T00:00:00.000Z");
}

TEST(Instant, OpenEndsAreWrittenAsEdtfWritesThem)
{
    EXPECT_EQ(toIso(kBeginningOfTime), "..");
    EXPECT_EQ(toIso(kEndOfTime, -1), "..");
}

} // namespace
} // namespace fabula::time
