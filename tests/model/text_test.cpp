#include "model/text.hpp"

#include <gtest/gtest.h>

namespace fabula::model {
namespace {

const std::vector<std::string> kOrder{"en", "de"};

TEST(Text, givesTheWantedLanguage)
{
    const Text text{{{"en", "chip"}, {"de", "Chip"}}, false};
    const TextChoice choice = choose(text, "de", kOrder);
    EXPECT_EQ(choice.text, "Chip");
    EXPECT_EQ(choice.language, "de");
    EXPECT_FALSE(choice.fallback);
}

TEST(Text, aRegionIsServedByItsLanguageAndTheOtherWayRound)
{
    const Text text{{{"de", "Jänner"}, {"zh-Hans", "深度求索"}}, false};
    EXPECT_EQ(choose(text, "de-AT", kOrder).text, "Jänner");
    EXPECT_FALSE(choose(text, "DE-at", kOrder).fallback);
    EXPECT_EQ(choose(text, "zh", kOrder).text, "深度求索");
    EXPECT_EQ(choose(text, "zh-Hans-CN", kOrder).language, "zh-Hans");
}

TEST(Text, aTagThatOnlyBeginsAlikeIsAnotherLanguage)
{
    const Text text{{{"den", "Slave"}}, false};
    EXPECT_TRUE(choose(text, "de", kOrder).fallback);
}

TEST(Text, fallsBackInTheStorysOrderThenToAnything)
{
    const Text both{{{"de", "d"}, {"en", "e"}}, false};
    EXPECT_EQ(choose(both, "fr", kOrder).text, "e");
    EXPECT_TRUE(choose(both, "fr", kOrder).fallback);
    const Text other{{{"zh", "z"}}, false};
    EXPECT_EQ(choose(other, "fr", kOrder).text, "z");
    EXPECT_TRUE(choose(Text{}, "fr", kOrder).text.empty());
    EXPECT_FALSE(choose(Text{}, "fr", kOrder).fallback);
}

TEST(Text, inAsksForTheExactTag)
{
    const Text text{{{"en", "chip"}}, false};
    ASSERT_NE(text.in("en"), nullptr);
    EXPECT_EQ(*text.in("en"), "chip");
    EXPECT_EQ(text.in("en-GB"), nullptr);
}

} // namespace
} // namespace fabula::model
