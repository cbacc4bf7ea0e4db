#include "brief/flight.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace fabula::brief {
namespace {

constexpr double kYear = 31'556'952;
constexpr int kSteps = 200;

/// Windows from a second to 10^9 years, within 10^9 years of 0; some near each other, some at the same place.
class Windows
{
public:
    Window any()
    {
        const double width = std::exp(share() * std::log(1e9 * kYear));
        const double centre = (2 * share() - 1) * std::exp(share() * std::log(1e9 * kYear));
        switch (random_() % 4) {
        case 0:
            return {last_.centre, width};
        case 1:
            return {last_.centre + width * share(), last_.width * (0.5 + share())};
        default:
            return last_ = {centre, width};
        }
    }

private:
    double share() { return static_cast<double>(random_()) / static_cast<double>(std::mt19937::max()); }

    std::mt19937 random_{7};
    Window last_;
};

/// The differences that double precision leaves at such a place.
double grain(const Window& a, const Window& b)
{
    return 1e-9 * std::max({std::abs(a.centre), std::abs(b.centre), a.width, b.width, 1.0});
}

TEST(Flight, endsExactlyWhereItShould)
{
    Windows windows;
    for (int i = 0; i < 2000; ++i) {
        const Window from = windows.any();
        const Window to = windows.any();
        const Flight flight(from, to);
        ASSERT_TRUE(std::isfinite(flight.length())) << from.centre << ' ' << from.width;
        EXPECT_EQ(flight.at(0), from);
        EXPECT_EQ(flight.at(-1), from);
        EXPECT_EQ(flight.at(flight.length()), to);
        EXPECT_EQ(flight.at(flight.length() + 1), to);
    }
}

TEST(Flight, neverTurnsBackAndZoomsOutAtMostOnce)
{
    Windows windows;
    for (int i = 0; i < 2000; ++i) {
        const Window from = windows.any();
        const Window to = windows.any();
        const Flight flight(from, to);
        const double towards = to.centre < from.centre ? -1 : 1;
        bool closing = false;
        Window before = from;
        for (int step = 1; step <= kSteps; ++step) {
            const Window here = flight.at(flight.length() * step / kSteps);
            ASSERT_TRUE(std::isfinite(here.centre) && std::isfinite(here.width));
            ASSERT_GT(here.width, 0);
            EXPECT_GE((here.centre - before.centre) * towards, -grain(from, to));
            EXPECT_LE((here.centre - from.centre) * towards, std::abs(to.centre - from.centre) + grain(from, to));
            closing = closing || here.width < before.width * (1 - 1e-9);
            if (closing) {
                EXPECT_LE(here.width, before.width * (1 + 1e-9)) << step << " of " << i;
            }
            before = here;
        }
    }
}

TEST(Flight, goesTheSameWayBack)
{
    Windows windows;
    for (int i = 0; i < 1000; ++i) {
        const Window from = windows.any();
        const Window to = windows.any();
        const Flight there(from, to);
        const Flight back(to, from);
        ASSERT_NEAR(there.length(), back.length(), 1e-6 * std::max(1.0, there.length()));
        for (int step = 0; step <= 10; ++step) {
            const Window a = there.at(there.length() * step / 10);
            const Window b = back.at(back.length() * (10 - step) / 10);
            EXPECT_NEAR(a.width / b.width, 1, 1e-5);
            EXPECT_NEAR(a.centre, b.centre, 1e-5 * std::max(a.width, b.width) + grain(from, to));
        }
    }
}

TEST(Flight, seemsToMoveEvenly)
{
    // What the path is made for: pan over width and change of scale together are the same at every step.
    Windows windows;
    for (int i = 0; i < 1000; ++i) {
        const Window from = windows.any();
        const Window to = windows.any();
        const Flight flight(from, to);
        const double step = flight.length() / kSteps;
        if (std::max(std::abs(from.centre), std::abs(to.centre)) > 1e9 * std::min(from.width, to.width) || step < 1e-9)
            continue; // no digits are left to measure by
        Window before = from;
        for (int at = 1; at <= kSteps; ++at) {
            const Window here = flight.at(step * at);
            const double width = std::sqrt(here.width * before.width);
            const double pan = Flight::kRho * (here.centre - before.centre) / width;
            const double zoom = std::log(here.width / before.width) / Flight::kRho;
            EXPECT_NEAR(std::hypot(pan, zoom) / step, 1, 0.05) << at << " of " << i;
            before = here;
        }
    }
}

TEST(Flight, zoomsStraightWhereBothHaveOneCentre)
{
    const Flight flight({5, 100}, {5, 1});
    EXPECT_DOUBLE_EQ(flight.length(), std::log(100.0) / Flight::kRho);
    EXPECT_NEAR(flight.at(flight.length() / 2).width, 10, 1e-9);
    EXPECT_EQ(flight.at(flight.length() / 3).centre, 5);
    EXPECT_EQ(Flight({5, 100}, {5, 100}).length(), 0);
    // A pan that can hardly be seen is as long as none.
    EXPECT_NEAR(Flight({5, 100}, {5 + 1e-6, 1}).length(), flight.length(), 1e-6);
}

TEST(Flight, zoomsOutForALongWayOnly)
{
    const Flight near({0, 10}, {3, 10});
    EXPECT_LT(near.at(near.length() / 2).width, 11);
    const Flight far({0, 10}, {1000, 10});
    EXPECT_GT(far.at(far.length() / 2).width, 500);
    EXPECT_NEAR(far.at(far.length() / 2).centre, 500, 1e-6);
}

} // namespace
} // namespace fabula::brief
