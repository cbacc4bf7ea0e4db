#include "../support/fake_measurer.hpp"
#include "layout/timeline/text_fitting.hpp"

#include <gtest/gtest.h>

namespace fabula::layout {
namespace {

const test::FakeMeasurer kMeasurer;
const core::TextStyle kTenPx{10, core::FontWeight::regular, false}; // 5.5 px a character

TEST(TextFitting, leavesWhatFits)
{
    EXPECT_EQ(fitted(kMeasurer, "Öffnung", kTenPx, 7 * 5.5), "Öffnung");
}

TEST(TextFitting, cutsBetweenCharactersAndEndsInAnEllipsis)
{
    EXPECT_EQ(fitted(kMeasurer, "深度求索公司", kTenPx, 4 * 5.5), "深度求…");
    EXPECT_EQ(fitted(kMeasurer, "Öäü ßß", kTenPx, 5 * 5.5), "Öäü…");
    EXPECT_EQ(fitted(kMeasurer, "abc", kTenPx, 2), "…");
}

TEST(TextFitting, keepsMarksWithTheirLetter)
{
    const std::string decomposed = "ae\xCC\x81zzzz"; // a, e with a combining acute, z …
    EXPECT_EQ(fitted(kMeasurer, decomposed, kTenPx, 3 * 5.5), "a…");
    EXPECT_EQ(fitted(kMeasurer, decomposed, kTenPx, 4 * 5.5), "ae\xCC\x81…");
}

TEST(TextFitting, putsTextOnOneLine)
{
    EXPECT_EQ(singleLine("  one\ntwo\t\x01three \xE2\x80\xA8 four  "), "one two three four");
    EXPECT_EQ(singleLine("\n\t "), "");
    EXPECT_EQ(singleLine("bro\xC3"), "bro\xC3"); // a torn character is passed on, not read past
}

} // namespace
} // namespace fabula::layout
