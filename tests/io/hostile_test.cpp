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
        good = good && finding.code.size() == 4 && !finding.sentence.empty() &&
               core::english(finding.sentence).size() < 2000;
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
    EXPECT_GE(loaded.diagnostics.errors(), 50'000u) << "what a whole event has wrong in itself is counted";
}

// Thousands of findings that lie behind megabytes must not walk over those each time.
TEST(Hostile, manyFindingsBehindSomethingLong)
{
    const auto start = std::chrono::steady_clock::now();
    const std::string five(5'000'000, 'a');
    std::string text = kHead + ",\"x\":\"" + five + "\",\"languages\":[\"en\"";
    for (int i = 0; i < 200'000; ++i)
        text += ",\"en\"";
    const LoadedStory languages = readStory(text + "]}", "");
    EXPECT_TRUE(sane(languages));
    EXPECT_EQ(findingsOf(languages), ":1:5000053: warning F214: `en` stands twice in `languages`; keep one\n");

    std::string scene = kHead + ",\"scenes\":[{\"x\":\"" + five + five + five + five +
                        "\",\"id\":\"s\",\"title\":\"t\",\"show\":[\"e\"";
    for (int i = 0; i < 50'000; ++i)
        scene += ",\"e\"";
    EXPECT_TRUE(sane(readStory(scene + "]}]}", "")));
    EXPECT_TRUE(sane(readStory(scene + "]}],\"events\":[{\"id\":\"e\",\"title\":\"t\"}]}", "")));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20)) << "minutes, if it walks each time";
}

// What could not be read counts in pointers, too.
TEST(Hostile, pointersCountWhatCouldNotBeRead)
{
    const LoadedStory loaded =
        readStory(kHead + R"(,"events":[5,{"id":"e","title":"t","sources":[{},5,"no"],"actors":[null,"na"]}],)"
                          R"("scenes":[[],{"id":"s","title":"t","reveal":[7,["e",{},"ne"]],"show":[["e"],"e"]}]})",
                  "");
    const std::string said = findingsOf(loaded);
    std::string pointers;
    for (const core::Finding& finding : loaded.diagnostics.findings())
        pointers += finding.code + ' ' + finding.where.pointer + '\n';
    for (const char* wanted :
         {"F202 /events/0\n", "F203 /events/1/sources/0\n", "F202 /events/1/sources/1\n", "F302 /events/1/sources/2\n",
          "F202 /events/1/actors/0\n", "F302 /events/1/actors/1\n", "F202 /scenes/0\n", "F202 /scenes/1/reveal/0\n",
          "F202 /scenes/1/reveal/1/1\n", "F310 /scenes/1/reveal/1/2\n", "F202 /scenes/1/show/0\n"})
        EXPECT_NE(pointers.find(wanted), std::string::npos) << wanted << said;
    EXPECT_EQ(pointers.find("F307 /events/0"), std::string::npos) << "nothing more is said of what is no event\n"
                                                                  << said;
}

// Errors by the million: what would never be shown is not kept.
TEST(Hostile, emptyElementsByTheMillion)
{
    for (const char* list : {"actors", "sources", "events", "links", "scenes"}) {
        for (const std::string element : {"{}", "5"}) {
            std::string text = kHead;
            text.append(",\"").append(list).append("\":[").append(element);
            for (int i = 0; i < 1'000'000; ++i)
                text.append(",").append(element);
            const LoadedStory loaded = readStory(text + "]}", "");
            EXPECT_TRUE(sane(loaded));
            EXPECT_GE(loaded.diagnostics.errors(), 1'000'000u);
            EXPECT_EQ(loaded.draft, nullptr);
            EXPECT_LE(loaded.places.actors.size() + loaded.places.sources.size() + loaded.places.events.size() +
                          loaded.places.links.size() + loaded.places.scenes.size(),
                      core::Diagnostics::kMost + 1)
                << list;
        }
    }
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
