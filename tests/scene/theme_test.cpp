#include "scene/theme.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace fabula::scene {
namespace {

class Themes : public testing::TestWithParam<const Theme*>
{
protected:
    const Theme& theme() const { return *GetParam(); }
    /// Every ground that text stands on.
    std::vector<Colour> grounds() const
    {
        return {theme().ground, theme().panel, theme().raised, theme().cardFill,
                core::composed(theme().laneTint, theme().ground)};
    }
};

TEST_P(Themes, everyTextIsLegibleOnEveryGround)
{
    for (const Colour ground : grounds()) {
        for (const Colour text : {theme().text1, theme().text2, theme().text3, theme().accent, theme().bad})
            EXPECT_GE(core::contrastRatio(text, ground), 4.5);
        for (const Colour kind : theme().linkKinds)
            EXPECT_GE(core::contrastRatio(kind, ground), 4.5) << "link kinds are written in their colour, too";
    }
    EXPECT_GE(core::contrastRatio(theme().onAccent, theme().accent), 4.5);
}

TEST_P(Themes, lanesStandOutFromTheirGroundAndFromOneAnother)
{
    for (std::size_t i = 0; i < theme().lanes.size(); ++i) {
        EXPECT_GE(core::contrastRatio(theme().lanes[i], theme().ground), 3.0) << i;
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_NE(theme().lanes[i], theme().lanes[j]);
    }
}

INSTANTIATE_TEST_SUITE_P(Both, Themes, testing::Values(&darkTheme(), &lightTheme()),
                         [](const auto& which) { return which.param->dark ? "dark" : "light"; });

} // namespace
} // namespace fabula::scene
