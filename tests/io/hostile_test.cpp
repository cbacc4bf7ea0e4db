// Whatever bytes stand in a file: findings in bounded time and memory, never a crash.
#include "test_files.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

namespace fabula::io {
namespace {

using namespace std::string_literals;

const std::string kHead = R"({"fabula":1,"id":"a","title":"x")";

// Whether the reader keeps its promise on this text: a story or errors, each with a code and a sentence, at most kMost.
bool sane(const LoadedStory& loaded)
{
    bool good = (loaded.story == nullptr) == (loaded.diagnostics.errors() > 0);
    good = good && loaded.diagnostics.findings().size() <= core::Diagnostics::kMost;
    for (const core::Finding& finding : loaded.diagnostics.findings())
        good = good && finding.code.size() == 4 && !finding.sentence.empty() && finding.sentence.size() < 2000;
    return good;
}

std::string firstCode(const LoadedStory& loaded)
{
    return loaded.diagnostics.findings().empty() ? "" : loaded.diagnostics.findings().front().code;
}

TEST(Hostile, bracketsWithoutEnd)
{
    const std::size_t many = 100'000;
    EXPECT_EQ(readStory(std::string(many, '['), "").diagnostics.findings().back().code, "F102") << "ends in the middle";
    EXPECT_TRUE(sane(readStory(std::string(many, '['), "")));
    EXPECT_TRUE(sane(readStory(std::string(many, '[') + std::string(many, ']'), "")));
    EXPECT_TRUE(sane(readStory(std::string(many, '}'), "")));
    std::string objects;
    for (std::size_t i = 0; i < many; ++i)
        objects += "{\"title\":";
    EXPECT_TRUE(sane(readStory(objects, "")));
    const LoadedStory closed = readStory(kHead + ",\"x\":" + std::string(many, '[') + std::string(many, ']') + "}", "");
    ASSERT_EQ(closed.diagnostics.errors(), 1u);
    EXPECT_EQ(firstCode(closed), "F605");
}

TEST(Hostile, aStringOfAHundredMegabytes)
{
    const std::string hundred(100'000'000, 'a');
    const LoadedStory read = readStory(kHead + ",\"events\":[{\"id\":\"e\",\"title\":\"" + hundred + "\"}]}", "");
    EXPECT_NE(findingsOf(read).find("error F604"), std::string::npos);
    EXPECT_TRUE(sane(read));
    const std::string five = hundred.substr(0, 5'000'000);
    EXPECT_NE(readStory(kHead + ",\"x\":\"" + five + "\"}", "").story, nullptr) << "unknown keys may hold anything";
    EXPECT_TRUE(sane(readStory(kHead + ",\"" + five + "\":1,\"events\":7}", "")));
    EXPECT_TRUE(sane(readStory(kHead + ",\"events\":[{\"id\":\"" + five + "\",\"title\":\"x\"}]}", "")));
}

TEST(Hostile, manyFindingsAreCountedAndNotKept)
{
    std::string text = kHead + ",\"events\":[";
    for (int i = 0; i < 50'000; ++i)
        text +=
            (i == 0 ? "" : ",") + "{\"id\":\"e"s + std::to_string(i) + "\",\"title\":7,\"actors\":[\"nobody-at-all\"]}";
    const LoadedStory loaded = readStory(text + "]}", "");
    EXPECT_TRUE(sane(loaded));
    EXPECT_EQ(loaded.diagnostics.errors(), 100'000u);
}

// Misspelt ids by the thousand, each compared with thousands: the guessing must give up at some point.
TEST(Hostile, guessingIsBounded)
{
    std::string text = kHead + ",\"events\":[";
    for (int i = 0; i < 20'000; ++i)
        text += (i == 0 ? "" : ",") + "{\"id\":\"some-long-event-name-"s + std::to_string(i) +
                "\",\"title\":\"x\",\"sources\":[\"a\"]}";
    text += "],\"links\":[";
    for (int i = 0; i < 20'000; ++i)
        text += (i == 0 ? "" : ",") + "{\"from\":\"some-lnog-event-name-"s + std::to_string(i) +
                "\",\"to\":\"x\",\"kind\":\"causes\"}";
    const auto start = std::chrono::steady_clock::now();
    EXPECT_TRUE(sane(readStory(text + "]}", "")));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60)) << "minutes, if it does not give up";
}

TEST(Hostile, oneElementWithManyReferences)
{
    std::string text = kHead + ",\"events\":[{\"id\":\"e\",\"title\":\"x\",\"actors\":[\"a\"";
    for (int i = 0; i < 300'000; ++i)
        text += ",\"b\"";
    EXPECT_TRUE(sane(readStory(text + "]}]}", "")));
}

TEST(Hostile, manyDifferentUnknownKeys)
{
    std::string text = kHead;
    for (int i = 0; i < 300'000; ++i)
        text += ",\"key-" + std::to_string(i) + "\":0";
    EXPECT_NE(readStory(text + "}", "").story, nullptr);
    std::string language = "{\"fabula\":1,\"id\":\"a\",\"title\":{\"en\":\"x\"";
    for (int i = 0; i < 100'000; ++i)
        language += ",\"en-a" + std::to_string(i) + "\":\"x\"";
    EXPECT_TRUE(sane(readStory(language + "}}", "")));
}

TEST(Hostile, truncatedAnywhere)
{
    const std::string story = shippedStory();
    for (std::size_t size = 0; size + 3 < story.size(); size += 97) {
        const LoadedStory loaded = readStory(std::string_view(story).substr(0, size), "");
        ASSERT_TRUE(sane(loaded)) << size;
        ASSERT_EQ(loaded.story, nullptr) << size;
        const std::string code = loaded.diagnostics.findings().back().code;
        ASSERT_TRUE(code == "F102" || code == "F103") << size << '\n' << findingsOf(loaded);
    }
}

TEST(Hostile, flippedBytes)
{
    const std::string story = shippedStory();
    std::mt19937 random(20251123);
    for (int round = 0; round < 400; ++round) {
        std::string broken = story;
        for (int i = 0; i < 1 + round % 5; ++i)
            broken[random() % broken.size()] = static_cast<char>(random() % 256);
        ASSERT_TRUE(sane(readStory(broken, ""))) << round;
    }
}

// Whole pieces out of place make other mistakes than single bytes do.
TEST(Hostile, shuffledPieces)
{
    const std::string story = shippedStory();
    const std::vector<std::string> pieces{"{",     "}", "[",  "]",       ",",   ":",    "\"",          "null",
                                          "1e999", "-", "\\", "\"id\":", "\0"s, "\xFF", "\xEF\xBB\xBF"};
    std::mt19937 random(7);
    for (int round = 0; round < 400; ++round) {
        std::string broken = story;
        for (int i = 0; i < 3; ++i)
            broken.insert(random() % broken.size(), pieces[random() % pieces.size()]);
        const std::size_t cut = random() % broken.size();
        broken.erase(cut, random() % 300);
        ASSERT_TRUE(sane(readStory(broken, ""))) << round;
    }
}

TEST(Hostile, textsThatAreNoStory)
{
    const std::vector<std::string> texts{"",
                                         " ",
                                         "\n",
                                         "\0"s,
                                         "\xEF\xBB\xBF",
                                         "\xEF\xBB",
                                         "\xFF\xFE{\0"s,
                                         "{",
                                         "[",
                                         "\"",
                                         "\\",
                                         "1",
                                         "-",
                                         "1e",
                                         "tru",
                                         "nul",
                                         "{}",
                                         "[]",
                                         "{\"a\"",
                                         "{\"a\":",
                                         "{\"a\":1",
                                         "{\"a\":1,",
                                         "{,}",
                                         "[,]",
                                         "{:1}",
                                         "{\"a\"::1}",
                                         "{\"a\":1 \"b\":2}",
                                         "[1 2]",
                                         "\"\\u12\"",
                                         "\"\\ud800\"",
                                         "\"\\",
                                         "'a'",
                                         "// x",
                                         "#",
                                         "{\"fabula\":1}{",
                                         "\t\t}",
                                         "0x10",
                                         "01",
                                         "+1",
                                         ".5",
                                         "NaN",
                                         "{\"x\":NaN}",
                                         "{\"x\":+1}",
                                         "{\"x\":01}",
                                         "{\"x\":1.}",
                                         "{\"x\":\"\t\"}",
                                         "{\"x\":\"\\ud800\"}",
                                         "{\"x\":\"\\ud800\\u0041\"}",
                                         "]",
                                         ",",
                                         ":",
                                         "{]",
                                         "[}"};
    for (const std::string& text : texts) {
        const LoadedStory loaded = readStory(text, "");
        EXPECT_TRUE(sane(loaded)) << text << '\n' << findingsOf(loaded);
        EXPECT_GT(loaded.diagnostics.errors(), 0u) << text;
    }
}

} // namespace
} // namespace fabula::io
