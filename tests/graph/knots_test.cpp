#include "brute_force.hpp"
#include "graph/knots.hpp"

#include <gtest/gtest.h>

namespace fabula::graph {
namespace {

TEST(Knots, areWhatCausesEachOther)
{
    onRandomStories(800'000, kManyStories, [](const Scope& scope) {
        const std::size_t events = scope.story().events.size();
        const std::vector<PlainLink> links = plainLinks(scope);
        const Matrix far = distances(events, links);
        const Knots knots(scope);
        EXPECT_EQ(knots.all(), plainLoops(far));
        for (std::size_t a = 0; a < events; ++a) {
            std::vector<EventId> around;
            for (std::size_t b = 0; b < events; ++b) {
                EXPECT_EQ(knots.together(EventId(a), EventId(b)), onOneLoop(far, a, b));
                if (onOneLoop(far, a, b))
                    around.emplace_back(b);
            }
            EXPECT_TRUE(std::ranges::equal(knots.around(EventId(a)), around));
        }
        std::vector<std::size_t> place(events, kFar);
        const std::vector<EventId> order = knots.inOrder();
        for (std::size_t i = 0; i < order.size(); ++i) {
            for (const EventId member : knots.around(order[i])) {
                EXPECT_EQ(place[member.index()], kFar) << "a knot stands there twice";
                place[member.index()] = i;
            }
        }
        EXPECT_EQ(std::count(place.begin(), place.end(), kFar), 0);
        for (const PlainLink& link : links)
            EXPECT_TRUE(place[link.from] < place[link.to] || onOneLoop(far, link.from, link.to));
    });
}

} // namespace
} // namespace fabula::graph
