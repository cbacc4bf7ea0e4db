#include "../support/fake_measurer.hpp"
#include "layout/timeline/axis.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace fabula::layout {
namespace {

const test::FakeMeasurer kMeasurer;

time::Instant day(std::int64_t year, int month, int dayOfMonth)
{
    return time::instantFromCivil({year, month, dayOfMonth, 0, 0, 0});
}

Axis axisOver(double pxPerDay, time::Instant origin, double width = 1200)
{
    return axisFor(TimeScale(origin, pxPerDay / 86400), 0, width, "en", kMeasurer);
}

TEST(Axis, showsMonthsUnderYears)
{
    const Axis axis = axisOver(4, day(2024, 12, 1));
    ASSERT_GE(axis.ticks.size(), 9U);
    EXPECT_EQ(axis.ticks[0].words, "Dec");
    EXPECT_EQ(axis.ticks[1].words, "Jan");
    EXPECT_EQ(axis.ticks[1].instant, day(2025, 1, 1));
    EXPECT_DOUBLE_EQ(axis.ticks[1].x, 31 * 4);
    ASSERT_EQ(axis.contexts.size(), 2U);
    EXPECT_EQ(axis.contexts[1].words, "2025");
    EXPECT_DOUBLE_EQ(axis.contexts[1].x0, 31 * 4);
}

TEST(Axis, speaksTheLanguageOfTheStory)
{
    const TimeScale scale(day(2025, 1, 1), 4.0 / 86400);
    const Axis axis = axisFor(scale, 0, 1200, "de", kMeasurer);
    ASSERT_GE(axis.ticks.size(), 3U);
    EXPECT_EQ(axis.ticks[2].words.substr(0, 4), "Mär");
}

TEST(Axis, keepsLabelsApartFromHoursToMillionsOfYears)
{
    for (double pxPerDay = 4000; pxPerDay > 1e-9; pxPerDay *= 0.61) {
        for (const std::int64_t year : {-4300, 1790, 2025}) {
            const Axis axis = axisOver(pxPerDay, day(year, 5, 17));
            std::size_t labelled = 0;
            double reached = -HUGE_VAL;
            for (const AxisTick& tick : axis.ticks) {
                if (tick.words.empty())
                    continue;
                ++labelled;
                EXPECT_GE(tick.x + kAxisWordsInset, reached + 12) << pxPerDay << " px a day, " << tick.words;
                reached = tick.x + kAxisWordsInset + kMeasurer.width(tick.words, kAxisTickStyle);
            }
            EXPECT_LE(axis.ticks.size(), 1200U / 50 + 2) << pxPerDay;
            EXPECT_GE(labelled, 3U) << pxPerDay << " px a day in " << year << ", " << axis.ticks.size()
                                    << " ticks, first " << axis.ticks.at(0).words;
        }
    }
}

TEST(Axis, isTheSameWhereverTheViewBegins)
{
    for (const double pxPerDay : {900.0, 70.0, 13.0, 2.2, 0.3, 0.004}) {
        const TimeScale scale(day(2025, 1, 30), pxPerDay / 86400, {{{day(2025, 3, 3), day(2025, 5, 5)}, 28}});
        const Axis whole = axisFor(scale, -2000, 4000, "en", kMeasurer);
        std::map<std::int64_t, std::string> words;
        for (const AxisTick& tick : whole.ticks)
            words[tick.instant.seconds] = tick.words;
        for (double x = -1500; x < 2500; x += 37.3) {
            for (const AxisTick& tick : axisFor(scale, x, x + 800, "en", kMeasurer).ticks) {
                const auto found = words.find(tick.instant.seconds);
                ASSERT_NE(found, words.end()) << pxPerDay << " " << tick.words;
                EXPECT_EQ(found->second, tick.words) << pxPerDay << " at " << x;
            }
        }
    }
}

TEST(Axis, putsNoTickIntoAFoldAndNoWordsOverItsSeam)
{
    const TimeScale::Fold fold{{day(2025, 2, 10), day(2031, 6, 20)}, 28};
    for (const double pxPerDay : {900.0, 70.0, 4.0, 0.8}) {
        const TimeScale scale(day(2025, 1, 1), pxPerDay / 86400, {fold});
        const double seam = scale.screenFromTime(fold.span.begin);
        const Axis axis = axisFor(scale, 0, seam + 1500, "en", kMeasurer);
        EXPECT_FALSE(axis.ticks.empty());
        for (const AxisTick& tick : axis.ticks) {
            EXPECT_FALSE(fold.span.begin < tick.instant && tick.instant < fold.span.end);
            const double right = tick.x + kAxisWordsInset + kMeasurer.width(tick.words, kAxisTickStyle);
            EXPECT_TRUE(tick.words.empty() || right <= seam || tick.x >= seam + 28) << tick.words;
        }
        EXPECT_GT(axis.ticks.back().instant, fold.span.end);
    }
}

} // namespace
} // namespace fabula::layout
