#include "scene/display_list.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace fabula::scene {
namespace {

double bezier(double a, double b, double c, double d, double t)
{
    const double u = 1 - t;
    return a * u * u * u + 3 * b * u * u * t + 3 * c * u * t * t + d * t * t * t;
}

double distanceToPolyline(Point p, const std::vector<Point>& line)
{
    double best = 1e300;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point d = line[i] - line[i - 1];
        const double length2 = d.x * d.x + d.y * d.y;
        double t = length2 > 0 ? ((p.x - line[i - 1].x) * d.x + (p.y - line[i - 1].y) * d.y) / length2 : 0;
        t = std::min(1.0, std::max(0.0, t));
        best = std::min(best, core::distance(p, line[i - 1] + d * t));
    }
    return best;
}

TEST(Flattening, straysFromTheCurveByNoMoreThanTheTolerance)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> coordinate(-400, 400);
    for (int round = 0; round < 500; ++round) {
        std::vector<Point> chain;
        for (int i = 0; i < 7; ++i)
            chain.push_back({coordinate(random), coordinate(random)});
        const auto line = flattened(chain, 0.25);
        EXPECT_EQ(line.front(), chain.front());
        EXPECT_EQ(line.back(), chain.back());
        for (std::size_t piece = 0; piece + 3 < chain.size(); piece += 3) {
            for (double t = 0; t <= 1; t += 0.013) {
                const Point* c = &chain[piece];
                const Point p{bezier(c[0].x, c[1].x, c[2].x, c[3].x, t), bezier(c[0].y, c[1].y, c[2].y, c[3].y, t)};
                EXPECT_LE(distanceToPolyline(p, line), 0.2501);
            }
        }
    }
}

TEST(RoundedChain, keepsItsEndsAndStaysInsideItsCorners)
{
    const std::vector<Point> corners{{0, 0}, {100, 0}, {100, 60}, {180, 60}};
    const auto chain = roundedChain(corners, 12);
    EXPECT_EQ(chain.size() % 3, 1u);
    const auto line = flattened(chain, 0.1);
    EXPECT_EQ(line.front(), corners.front());
    EXPECT_EQ(line.back(), corners.back());
    for (const Point p : line) {
        EXPECT_LE(distanceToPolyline(p, corners), 12 * (1 - std::sqrt(0.5)) + 0.1);
        EXPECT_TRUE(p.x >= 0 && p.x <= 180 && p.y >= 0 && p.y <= 60);
    }
    EXPECT_GT(distanceToPolyline({100, 0}, line), 2) << "the corner is cut";
}

TEST(SubjectAt, findsTheTopmostAndRespectsClips)
{
    const Subject lower{SubjectKind::event, 1};
    const Subject upper{SubjectKind::event, 2};
    const Subject clipped{SubjectKind::event, 3};
    DisplayList picture;
    picture.add(FillRect{{0, 0, 100, 100}, 0, cornersAll, {}}, lower);
    picture.add(FillRect{{50, 50, 100, 100}, 0, cornersAll, {}}, upper);
    picture.add(PushClip{{0, 0, 20, 20}});
    picture.add(FillRect{{0, 0, 100, 100}, 0, cornersAll, {}}, clipped);
    picture.add(PopClip{});
    EXPECT_EQ(subjectAt(picture, {30, 30}), lower);
    EXPECT_EQ(subjectAt(picture, {60, 60}), upper);
    EXPECT_EQ(subjectAt(picture, {10, 10}), clipped);
    EXPECT_FALSE(subjectAt(picture, {300, 300}).any());
}

TEST(SubjectAt, hitsALineNearItNotInsideItsBox)
{
    const Subject link{SubjectKind::link, 5};
    DisplayList picture;
    Path path;
    path.points = roundedChain({{0, 0}, {100, 0}, {100, 100}}, 10);
    picture.add(path, link);
    EXPECT_EQ(subjectAt(picture, {50, 3}), link);
    EXPECT_EQ(subjectAt(picture, {103, 50}), link);
    EXPECT_FALSE(subjectAt(picture, {40, 60}).any());
}

} // namespace
} // namespace fabula::scene
