#include "core/compact_text.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace fabula::core {
namespace {

TEST(CompactText, takesEightBytesAndNoneMoreWhereThereIsNothingToSay)
{
    EXPECT_EQ(sizeof(CompactText), 8u);
    TextArena arena;
    const CompactText none("", arena);
    EXPECT_TRUE(none.empty());
    EXPECT_EQ(arena.bytesTaken(), 0u);
    EXPECT_FALSE(CompactText("").owned());
    EXPECT_EQ(CompactText().view(), "");
}

TEST(CompactText, holdsTextsOfAnyLengthBorrowedOrOwned)
{
    TextArena arena;
    for (const std::size_t length : {1u, 2u, 127u, 128u, 129u, 16'383u, 16'384u, 70'000u, 3'000'000u}) {
        std::string words(length, 'x');
        words.back() = '\0';
        const CompactText owned(words);
        const CompactText borrowed(words, arena);
        EXPECT_EQ(owned, words) << length;
        EXPECT_EQ(borrowed, words) << length;
        EXPECT_EQ(owned, borrowed) << length;
        EXPECT_TRUE(owned.owned());
        EXPECT_FALSE(borrowed.owned());
    }
}

TEST(CompactText, copiesShareWhatIsBorrowedAndOwnWhatIsOwned)
{
    TextArena arena;
    const CompactText borrowed("words", arena);
    const CompactText same = borrowed;
    EXPECT_EQ(same.view().data(), borrowed.view().data());
    CompactText owned("words");
    CompactText copy = owned;
    EXPECT_NE(copy.view().data(), owned.view().data());
    owned = "others";
    EXPECT_EQ(copy, "words");
    copy = std::move(owned);
    EXPECT_EQ(copy, "others");
    copy = *&copy;
    EXPECT_EQ(copy, "others");
    copy = borrowed;
    EXPECT_EQ(copy.view().data(), borrowed.view().data());
}

TEST(CompactText, comparesAsItsWordsDo)
{
    const CompactText a("a");
    const CompactText b("b");
    EXPECT_LT(a, b);
    EXPECT_LT(a, std::string("aa"));
    EXPECT_EQ(std::string_view("b"), b);
    EXPECT_NE(a, "b");
    EXPECT_EQ("<" + a + ">", "<a>");
    EXPECT_EQ(std::hash<CompactText>{}(a), std::hash<std::string_view>{}("a"));
}

TEST(TextArena, keepsWhatItGaveAndAlignsIt)
{
    TextArena arena;
    std::vector<CompactText> texts;
    for (int i = 0; i < 20'000; ++i) {
        texts.emplace_back(std::to_string(i), arena);
        const auto place = reinterpret_cast<std::uintptr_t>(arena.take(16, 8));
        ASSERT_EQ(place % 8, 0u);
    }
    EXPECT_EQ(CompactText(std::string(5'000'000, 'y'), arena).size(), 5'000'000u) << "larger than any block";
    for (int i = 0; i < 20'000; ++i)
        ASSERT_EQ(texts[static_cast<std::size_t>(i)], std::to_string(i));
}

} // namespace
} // namespace fabula::core
