#include "paint/codepoints.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace fabula::paint {
namespace {

std::vector<std::uint32_t> read(std::string_view text)
{
    std::vector<std::uint32_t> out;
    for (std::size_t at = 0; at < text.size();)
        out.push_back(nextCodepoint(text, at));
    return out;
}

using Codepoints = std::vector<std::uint32_t>;

TEST(Codepoints, EveryCodepointComesBack)
{
    for (std::uint32_t codepoint = 0; codepoint <= 0x10FFFF; ++codepoint) {
        if (codepoint >= 0xD800 && codepoint < 0xE000)
            continue;
        std::string text;
        appendUtf8(text, codepoint);
        std::size_t at = 0;
        ASSERT_EQ(nextCodepoint(text, at), codepoint);
        ASSERT_EQ(at, text.size());
    }
}

TEST(Codepoints, WhatIsNoUtf8IsReplaced)
{
    EXPECT_EQ(read("a\xFFz"), (Codepoints{'a', 0xFFFD, 'z'}));
    EXPECT_EQ(read("\x80"), (Codepoints{0xFFFD}));
    EXPECT_EQ(read("\xC3"), (Codepoints{0xFFFD})) << "cut short";
    EXPECT_EQ(read("\xC3z"), (Codepoints{0xFFFD, 'z'}));
    EXPECT_EQ(read("\xC0\xAF").front(), 0xFFFDu) << "overlong slash";
    EXPECT_EQ(read("\xE0\x80\xAF").front(), 0xFFFDu) << "overlong slash";
    EXPECT_EQ(read("\xED\xA0\x80").front(), 0xFFFDu) << "a surrogate";
    EXPECT_EQ(read("\xF4\x90\x80\x80").front(), 0xFFFDu) << "above the last";
    EXPECT_EQ(read("\xF0\x9F\x98"), (Codepoints{0xFFFD})) << "cut short";
}

TEST(Codepoints, AnyBytesBecomeValidText)
{
    std::uint32_t state = 1;
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes;
        for (int i = 0; i < 12; ++i) {
            state = state * 1664525 + 1013904223;
            bytes.push_back(static_cast<char>(state >> 24));
        }
        const std::string text = drawable(bytes);
        EXPECT_EQ(drawable(text), text);
        for (const std::uint32_t codepoint : read(text))
            ASSERT_FALSE(isInvisible(codepoint));
    }
}

TEST(Codepoints, DrawableDropsWhatDeceives)
{
    EXPECT_EQ(drawable("abc\u202Edef\u202C"), "abcdef");
    EXPECT_EQ(drawable(std::string_view("a\0b", 3)), "ab");
    EXPECT_EQ(drawable("A\u0308"), "Ä");
    EXPECT_EQ(drawable("Zürich 深度"), "Zürich 深度");
}

} // namespace
} // namespace fabula::paint
