#include "model/text.hpp"

#include <gtest/gtest.h>

namespace fabula::model {
namespace {

const std::vector<std::string> kOrder{"en", "de"};

TEST(Text, givesTheWantedLanguage)
{
    const Text text{{"en", "chip"}, {"de", "Chip"}};
    const TextChoice choice = choose(text, "de", kOrder);
    EXPECT_EQ(choice.text, "Chip");
    EXPECT_EQ(choice.language, "de");
    EXPECT_FALSE(choice.fallback);
}

TEST(Text, aRegionIsServedByItsLanguageAndTheOtherWayRound)
{
    const Text text{{"de", "Jänner"}, {"zh-Hans", "深度求索"}};
    EXPECT_EQ(choose(text, "de-AT", kOrder).text, "Jänner");
    EXPECT_FALSE(choose(text, "DE-at", kOrder).fallback);
    EXPECT_EQ(choose(text, "zh", kOrder).text, "深度求索");
    EXPECT_EQ(choose(text, "zh-Hans-CN", kOrder).language, "zh-Hans");
}

TEST(Text, aTagThatOnlyBeginsAlikeIsAnotherLanguage)
{
    const Text text{{"den", "Slave"}};
    EXPECT_TRUE(choose(text, "de", kOrder).fallback);
}

TEST(Text, fallsBackInTheStorysOrderThenToAnything)
{
    const Text both{{"de", "d"}, {"en", "e"}};
    EXPECT_EQ(choose(both, "fr", kOrder).text, "e");
    EXPECT_TRUE(choose(both, "fr", kOrder).fallback);
    const Text other{{"zh", "z"}};
    EXPECT_EQ(choose(other, "fr", kOrder).text, "z");
    EXPECT_TRUE(choose(Text{}, "fr", kOrder).text.empty());
    EXPECT_FALSE(choose(Text{}, "fr", kOrder).fallback);
}

TEST(Text, inAsksForTheExactTag)
{
    const Text text{{"en", "chip"}};
    EXPECT_EQ(text.in("en"), "chip");
    EXPECT_EQ(text.in("en-GB"), std::nullopt);
}

TEST(Text, takesEightBytesAndHoldsItsEntriesInOrder)
{
    EXPECT_EQ(sizeof(Text), 8u);
    const std::string longOne(40'000, 'x');
    Text text;
    EXPECT_TRUE(text.empty());
    EXPECT_EQ(text.begin(), text.end());
    text.add("en", "chip");
    text.add("zh-Hant", "");
    text.add("de", longOne);
    const std::vector<Text::Entry> entries(text.begin(), text.end());
    EXPECT_EQ(entries, (std::vector<Text::Entry>{{"en", "chip"}, {"zh-Hant", ""}, {"de", longOne}}));
    EXPECT_EQ(text, Text(entries));
    text.replace(0, "a longer word");
    EXPECT_EQ(text.in("en"), "a longer word");
    EXPECT_EQ(text.in("de"), longOne);
    EXPECT_EQ(text.size(), 3u);
}

TEST(Text, knowsWhetherItWasAPlainString)
{
    const Text plain = Text::plainIn("en", "chip");
    Text told{{"en", "chip"}};
    EXPECT_TRUE(plain.plain());
    EXPECT_FALSE(told.plain());
    EXPECT_NE(plain, told);
    told.setPlain(true);
    EXPECT_EQ(plain, told);
    Text none;
    none.setPlain(true);
    EXPECT_FALSE(none.plain());
}

TEST(Text, isPackedIntoAnArena)
{
    core::TextArena arena;
    TextPacker packer;
    packer.begin(false);
    EXPECT_TRUE(packer.take(arena).empty()) << "nothing was added";
    packer.add("en", "chip");
    const Text text = packer.take(arena);
    packer.begin(true);
    EXPECT_EQ(text, (Text{{"en", "chip"}}));
    const Text copy = text;
    EXPECT_EQ(copy.front().text.data(), text.front().text.data());
}

} // namespace
} // namespace fabula::model
