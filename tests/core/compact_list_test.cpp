#include "core/compact_list.hpp"
#include "core/compact_text.hpp"
#include "core/ids.hpp"

#include <gtest/gtest.h>

namespace fabula::core {
namespace {

using Numbers = CompactList<std::uint32_t>;
using Texts = CompactList<CompactText>;

TEST(CompactList, takesEightBytesAndNoneMoreWhereItIsEmpty)
{
    EXPECT_EQ(sizeof(Texts), 8u);
    TextArena arena;
    const Numbers none(std::span<const std::uint32_t>(), arena);
    EXPECT_TRUE(none.empty());
    EXPECT_EQ(none.begin(), none.end());
    EXPECT_EQ(arena.bytesTaken(), 0u);
    EXPECT_FALSE(Numbers(std::vector<std::uint32_t>()).owned());
}

TEST(CompactList, isReadLikeAVector)
{
    const Numbers three{7, 8, 9};
    EXPECT_EQ(three.size(), 3u);
    EXPECT_EQ(three.front(), 7u);
    EXPECT_EQ(three[1], 8u);
    EXPECT_EQ(three.back(), 9u);
    EXPECT_EQ(three, (std::vector<std::uint32_t>{7, 8, 9}));
    std::uint32_t sum = 0;
    for (const std::uint32_t number : three)
        sum += number;
    EXPECT_EQ(sum, 24u);
}

TEST(CompactList, ownsItsElementsOnceTheyChange)
{
    TextArena arena;
    const std::vector<CompactText> words{CompactText("one", arena), CompactText("two", arena)};
    const Texts borrowed(words, arena);
    Texts changed = borrowed;
    EXPECT_EQ(std::as_const(changed).data(), borrowed.data());
    changed[0] = "a word of its own";
    EXPECT_TRUE(changed.owned());
    EXPECT_EQ(borrowed, (std::vector<std::string>{"one", "two"}));
    changed.push_back("three");
    EXPECT_EQ(changed, (std::vector<std::string>{"a word of its own", "two", "three"}));
    const Texts copy = changed;
    changed.clear();
    EXPECT_TRUE(changed.empty());
    EXPECT_EQ(copy.back(), "three");
    changed = std::vector<std::string>{"x"};
    EXPECT_EQ(changed, (std::vector<std::string>{"x"}));
}

TEST(CompactList, whoeverMakesABorrowedOneMayWriteInIt)
{
    TextArena arena;
    Numbers list(std::vector<std::uint32_t>{1, 2}, arena);
    list.inPlace()[1] = 5;
    EXPECT_FALSE(list.owned());
    EXPECT_EQ(list, (std::vector<std::uint32_t>{1, 5}));
}

} // namespace
} // namespace fabula::core
