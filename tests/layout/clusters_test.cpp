#include "layout/timeline/clusters.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fabula::layout {
namespace {

/// px of a digit in the pill's type, 11 px semibold, rounded up.
constexpr double kDigitPx = 7.2;

TEST(Clusters, areAsWideAsTheirNumbers)
{
    for (const std::size_t count : {5U, 50U, 999U, 9999U, 99999U, 100000U, 1234567U}) {
        TimelinePlan plan;
        plan.lanes.resize(1);
        plan.events.resize(count);
        for (PlannedEvent& event : plan.events)
            event.lane = LaneId(0);
        const std::vector<Placement> placements(count);
        for (const double zoom : {1e-5, 1.37e-5, 1e-3}) {
            const auto clusters = clustersFor(plan, {}, placements, plan.scale(zoom));
            ASSERT_EQ(clusters.size(), 1U);
            const Rect& box = clusters.front().box;
            const double digits = static_cast<double>(std::to_string(count).size());
            EXPECT_GE(box.width, digits * kDigitPx + 6) << count;
            EXPECT_GE(box.left(), plan.scale(zoom).screenFromTime(clusters.front().span.begin) - 1e-6) << count;
            EXPECT_LE(box.right(), plan.scale(zoom).screenFromTime(clusters.front().span.end) + 1e-6) << count;
        }
    }
}

} // namespace
} // namespace fabula::layout
