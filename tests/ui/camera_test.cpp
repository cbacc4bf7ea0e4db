#include "ui/camera.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace fabula::ui {
namespace {

constexpr std::int64_t kDay = 86400;

layout::TimeScale foldedScale(double pxPerSecond)
{
    const time::Span fold{{100 * kDay}, {900 * kDay}};
    return {{0}, pxPerSecond, {{fold, 28}}};
}

CameraLimits limits()
{
    return {1e-6, 1e-2, {{0}, {1000 * kDay}}, 900, {1200, 600}};
}

TEST(CameraTest, zoomAboutAPointKeepsItsInstantThere)
{
    const layout::TimeScale scale({0}, 1e-4);
    const Camera camera{1e-4, 250, 30};
    for (const double factor : {1.2, 3.0, 0.4}) {
        for (const double x : {0.0, 333.0, 1199.0}) {
            const Camera zoomed = zoomedAbout(camera, scale, factor, x, limits());
            const double seconds = (camera.panX + x) / camera.pxPerSecond;
            EXPECT_NEAR(zoomed.pxPerSecond, 1e-4 * factor, 1e-12);
            EXPECT_NEAR((zoomed.panX + x) / zoomed.pxPerSecond, seconds, 1e-6);
            EXPECT_EQ(zoomed.scrollY, camera.scrollY);
        }
    }
}

TEST(CameraTest, aZoomStoppedByALimitStillKeepsThePoint)
{
    const layout::TimeScale scale({0}, 1e-4);
    const Camera zoomed = zoomedAbout({1e-4, 100, 0}, scale, 1e6, 500, limits());
    EXPECT_DOUBLE_EQ(zoomed.pxPerSecond, 1e-2);
    EXPECT_NEAR(zoomed.panX + 500, 600 * 100, 1e-6);
}

TEST(CameraTest, foldsKeepTheirWidthWhenZooming)
{
    const layout::TimeScale scale = foldedScale(1e-4);
    const double foldX = scale.screenFromTime({100 * kDay});
    const layout::TimeScale twice = foldedScale(2e-4);
    EXPECT_NEAR(zoomedX(scale, foldX - 50, 2e-4), twice.screenFromTime({100 * kDay}) - 100, 1e-9);
    EXPECT_NEAR(zoomedX(scale, foldX + 14, 2e-4), twice.screenFromTime({100 * kDay}) + 14, 1e-9);
    EXPECT_NEAR(zoomedX(scale, foldX + 28 + 10, 2e-4), twice.screenFromTime({900 * kDay}) + 20, 1e-6);
    EXPECT_NEAR(zoomedX(scale, -40, 2e-4), -80, 1e-9);
}

TEST(CameraTest, theStoryCanNotBeLost)
{
    const layout::TimeScale scale({0}, 1e-4);
    const double end = scale.screenFromTime({1000 * kDay});
    const Camera left = clamped({1e-4, -1e9, -50}, scale, limits());
    EXPECT_LT(0 - left.panX, 1200);
    EXPECT_GT(0 - left.panX, 0);
    EXPECT_EQ(left.scrollY, 0);
    const Camera right = clamped({1e-4, 1e9, 1e9}, scale, limits());
    EXPECT_GT(end - right.panX, 0);
    EXPECT_EQ(right.scrollY, 300);
    const Camera inside{1e-4, 700, 120};
    EXPECT_EQ(clamped(inside, scale, limits()), inside);
    EXPECT_DOUBLE_EQ(clamped({1, 0, 0}, scale, limits()).pxPerSecond, 1e-2);
}

TEST(CameraTest, aFlightBeginsAndEndsWhereItShould)
{
    const Flight flight{{1e-4, 0, 0}, {4e-4, 3000, 100}, 10, 0.25};
    EXPECT_EQ(flight.at(9), flight.from);
    EXPECT_EQ(flight.at(10.25), flight.to);
    EXPECT_EQ(flight.at(99), flight.to);
    EXPECT_FALSE(flight.over(10.2));
    EXPECT_TRUE(flight.over(10.25));
    double before = flight.from.pxPerSecond;
    for (int i = 1; i <= 25; ++i) {
        const double zoom = flight.at(10 + i * 0.01).pxPerSecond;
        EXPECT_GE(zoom, before);
        before = zoom;
    }
    const Flight cut{{1e-4, 0, 0}, {2e-4, 10, 0}, 10, 0};
    EXPECT_EQ(cut.at(10), cut.to);
}

TEST(CameraTest, aZoomFlightKeepsThePointerInstantAllTheWay)
{
    const layout::TimeScale scale({0}, 1e-4);
    const Camera from{1e-4, 250, 0};
    const Camera to = zoomedAbout(from, scale, 2.5, 400, limits());
    for (double share = 0; share <= 1; share += 0.1) {
        const Camera camera = between(from, to, share);
        EXPECT_NEAR((camera.panX + 400) / camera.pxPerSecond, 650 / 1e-4, 1e-3) << share;
    }
}

TEST(CameraTest, aPanFlightIsStraight)
{
    const Camera half = between({1e-4, 100, 0}, {1e-4, 300, 40}, 0.5);
    EXPECT_DOUBLE_EQ(half.panX, 200);
    EXPECT_DOUBLE_EQ(half.scrollY, 20);
    EXPECT_DOUBLE_EQ(half.pxPerSecond, 1e-4);
}

TEST(CameraTest, aGlideLeavesAtTheSpeedOfTheHand)
{
    const double speed = 1500;
    const Flight glide{{1e-4, 0, 0}, {1e-4, glideLength(speed), 0}, 0, kGlideSeconds};
    EXPECT_NEAR(glide.at(0.001).panX / 0.001, speed, speed * 0.01);
    EXPECT_LT(kGlideSeconds, 0.3001);
}

TEST(CameraTest, theLeftEdgeKeepsItsDateWhenTheStoryChanges)
{
    const layout::TimeScale before({0}, 1e-4);
    const layout::TimeScale after({-50 * kDay}, 7e-4);
    const Camera carried = carriedOver({1e-4, 432.5, 12}, before, after);
    EXPECT_DOUBLE_EQ(carried.pxPerSecond, 1e-4);
    const layout::TimeScale own = scaleAt(after, 1e-4);
    EXPECT_NEAR(carried.panX, own.screenFromTime({4325000}), 0.01);
    EXPECT_EQ(carried.scrollY, 12);
}

} // namespace
} // namespace fabula::ui
