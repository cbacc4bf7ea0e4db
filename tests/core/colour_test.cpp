#include "core/colour.hpp"

#include <gtest/gtest.h>

namespace fabula::core {
namespace {

TEST(Colour, contrastOfBlackAndWhiteIsTheGreatest)
{
    EXPECT_NEAR(contrastRatio(rgb(0x000000), rgb(0xFFFFFF)), 21.0, 1e-9);
    EXPECT_NEAR(contrastRatio(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.01); // a well-known near miss of 4.5
}

TEST(Colour, composedTakesTheShareOfTheOpacity)
{
    EXPECT_EQ(composed(faded(rgb(0xFFFFFF), 0.0), rgb(0x123456)), rgb(0x123456));
    EXPECT_EQ(composed(rgb(0xABCDEF), rgb(0x123456)), rgb(0xABCDEF));
    EXPECT_EQ(composed(Colour{255, 255, 255, 51}, rgb(0x000000)), rgb(0x333333));
}

} // namespace
} // namespace fabula::core
