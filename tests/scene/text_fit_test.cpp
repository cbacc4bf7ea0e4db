#include "../support/fake_measurer.hpp"
#include "scene/text_fit.hpp"

#include <gtest/gtest.h>

namespace fabula::scene {
namespace {

TEST(Wrapped, breaksAfterAHyphenRatherThanInsideAWord)
{
    const test::FakeMeasurer measurer;
    const core::TextStyle style{10, core::FontWeight::regular, false};
    const double width = measurer.width("Ascend-Road", style);
    const auto lines = wrapped(measurer, "Ascend-Roadmap bis 2028", style, width, 4);
    ASSERT_GE(lines.size(), 2U);
    EXPECT_EQ(lines[0], "Ascend-");
    EXPECT_EQ(lines[1].substr(0, 7), "Roadmap");
}

TEST(Wrapping, breaksAtSpacesAndKeepsEveryWord)
{
    const test::FakeMeasurer measurer;
    const core::TextStyle style{10, core::FontWeight::regular, false};
    const std::string text = "one two three four five six seven eight nine ten";
    const double width = measurer.width("one two three", style);
    const auto lines = wrapped(measurer, text, style, width, 20);
    std::string joined;
    for (const std::string& line : lines) {
        EXPECT_LE(measurer.width(line, style), width);
        joined += (joined.empty() ? "" : " ") + line;
    }
    EXPECT_EQ(joined, text);
}

TEST(Wrapping, endsTheLastLineInAnEllipsisAndNeverCutsACharacter)
{
    const test::FakeMeasurer measurer;
    const core::TextStyle style{10, core::FontWeight::regular, false};
    const auto lines = wrapped(measurer, "ÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜ und mehr Wörter danach", style, 30, 2);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(lines.back().size() >= 3 && lines.back().substr(lines.back().size() - 3) == "…") << lines.back();
    for (const std::string& line : lines)
        EXPECT_NE(static_cast<unsigned char>(line.front()) & 0xC0U, 0x80U) << "begins inside a character";
}

TEST(Wrapping, endsEvenWhereNothingFits)
{
    const test::FakeMeasurer measurer;
    const auto lines = wrapped(measurer, "äöü", {10, core::FontWeight::regular, false}, 0.5, 5);
    EXPECT_LE(lines.size(), 5U);
}

} // namespace
} // namespace fabula::scene
