#include "layout/timeline/folds.hpp"
#include "layout/timeline/time_scale.hpp"

#include <gtest/gtest.h>

namespace fabula::layout {
namespace {

using time::Instant;

TEST(TimeScale, countsPixelsFromItsOrigin)
{
    const TimeScale scale(Instant{1000}, 0.5);
    EXPECT_DOUBLE_EQ(scale.screenFromTime({1000}), 0);
    EXPECT_DOUBLE_EQ(scale.screenFromTime({1400}), 200);
    EXPECT_DOUBLE_EQ(scale.screenFromTime({0}), -500);
    EXPECT_EQ(scale.timeFromScreen(200), Instant{1400});
}

TEST(TimeScale, isExactOverBillionsOfYears)
{
    // A second's step at a pixel per second, 10^9 px away, must still move by one pixel.
    const TimeScale scale(Instant{-31'556'952'000'000'000}, 1.0);
    const Instant far{-31'556'952'000'000'000 + 1'000'000'000};
    EXPECT_DOUBLE_EQ(scale.screenFromTime(far), 1e9);
    EXPECT_DOUBLE_EQ(scale.screenFromTime({far.seconds + 1}) - scale.screenFromTime(far), 1);
}

TEST(TimeScale, takesFoldsOutAndFindsTheWayBack)
{
    const TimeScale scale(Instant{0}, 2.0, {{{{100}, {600}}, 28}, {{{700}, {900}}, 28}});
    EXPECT_DOUBLE_EQ(scale.screenFromTime({100}), 200);
    EXPECT_DOUBLE_EQ(scale.screenFromTime({350}), 214);
    EXPECT_DOUBLE_EQ(scale.screenFromTime({600}), 228);
    EXPECT_DOUBLE_EQ(scale.screenFromTime({700}), 428);
    EXPECT_DOUBLE_EQ(scale.screenFromTime({1000}), 656);
    for (const std::int64_t seconds : {-50, 0, 99, 100, 350, 600, 650, 700, 900, 1234})
        EXPECT_EQ(scale.timeFromScreen(scale.screenFromTime({seconds})), Instant{seconds});
}

TEST(TimeScale, foldsBeforeTheOriginShiftTheOtherWay)
{
    const TimeScale scale(Instant{1000}, 1.0, {{{{100}, {600}}, 28}});
    EXPECT_DOUBLE_EQ(scale.screenFromTime({600}), -400);
    EXPECT_DOUBLE_EQ(scale.screenFromTime({100}), -428);
    EXPECT_DOUBLE_EQ(scale.screenFromTime({0}), -528);
    EXPECT_EQ(scale.timeFromScreen(-528), Instant{0});
}

TEST(TimeScale, endsAtTheEndsOfTime)
{
    const TimeScale scale(Instant{0}, 1e-12);
    EXPECT_EQ(scale.timeFromScreen(1e300), time::kEndOfTime);
    EXPECT_EQ(scale.timeFromScreen(-1e300), time::kBeginningOfTime);
    EXPECT_LT(scale.screenFromTime(time::kBeginningOfTime), 0);
    EXPECT_GT(scale.screenFromTime(time::kEndOfTime), 0);
}

TEST(Folds, cutLongGapsOnlyAndTouchNoDate)
{
    const std::vector<time::Span> spans{{{0}, {10}}, {{20}, {30}}, {{900}, {910}}, {{925}, {930}}, {{990}, {1000}}};
    const auto folds = foldsFor(spans, {{0}, {1000}});
    ASSERT_EQ(folds.size(), 1U);
    EXPECT_GT(folds[0].span.begin.seconds, 30);
    EXPECT_LT(folds[0].span.end.seconds, 900);
    EXPECT_GT(folds[0].span.end.seconds - folds[0].span.begin.seconds, 750);
}

TEST(Folds, leaveEvenStoriesAlone)
{
    std::vector<time::Span> spans;
    for (std::int64_t i = 0; i < 6; ++i)
        spans.push_back({{i * 100}, {i * 100 + 10}});
    EXPECT_TRUE(foldsFor(spans, {{0}, {510}}).empty());
    EXPECT_TRUE(foldsFor({{{0}, {1000}}, {{200}, {210}}}, {{0}, {1000}}).empty());
    EXPECT_TRUE(foldsFor({}, {{0}, {1000}}).empty());
}

} // namespace
} // namespace fabula::layout
