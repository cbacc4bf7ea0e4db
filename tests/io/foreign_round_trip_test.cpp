// What is written for other programs tells the whole story again, but for its scenes; and it is what they can read.
#include "foreign_files.hpp"
#include "io/dot_writer.hpp"
#include "io/foreign_format.hpp"
#include "io/graphml_writer.hpp"
#include "io/story_writer.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fabula::io {
namespace {

void expectSame(const model::Story& told, const LoadedStory& loaded)
{
    const model::Story again = storyIn(loaded);
    EXPECT_EQ(codesOf(loaded), "") << findingsOf(loaded);
    model::Story expected = told;
    expected.scenes.clear();
    ASSERT_EQ(again.events.size(), expected.events.size());
    for (std::size_t i = 0; i < again.events.size(); ++i)
        EXPECT_EQ(again.events[i], expected.events[i]) << expected.events[i].id;
    ASSERT_EQ(again.links.size(), expected.links.size());
    for (std::size_t i = 0; i < again.links.size(); ++i)
        EXPECT_EQ(again.links[i], expected.links[i]) << i;
    EXPECT_TRUE(again == expected);
}

TEST(ForeignRoundTrip, shippedStories)
{
    for (const char* name : {"deepseek-r2.json", "rosetta-stone.json"}) {
        const model::Story story = shipped(name);
        expectSame(story, readGraphml(graphmlText(story), "a.graphml"));
        expectSame(story, readDot(dotText(story), "a.dot"));
    }
}

TEST(ForeignRoundTrip, awkwardTexts)
{
    const model::Story story = storyIn(readStory(R"({"fabula": 1, "id": "x", "title": "a \"b\" \\ c",
  "languages": ["en", "zh-Hant"],
  "actors": [{"id": "one", "name": "One & <Two>", "aliases": ["a \\\" b"]}],
  "sources": [{"id": "s", "title": "\\", "relays": "t"}, {"id": "t", "grade": "B2"}],
  "events": [
    {"id": "a", "title": {"en": "trailing \\", "zh-Hant": "深度求索"}, "summary": "&amp; \\N \\n {|} <b>\n\n  two  ",
     "actors": ["one"], "sources": [{"source": "s", "at": "p. 4, \"x\""}], "tags": ["a, b", "[c]"]},
    {"id": "b", "title": "  spaces  ", "when": "../2025-08-14", "span": true, "planned": "2024", "lane": "one",
     "actors": ["one"], "basis": "official", "confidence": "roughly_even", "importance": 1}
  ],
  "links": [{"from": "a", "to": "b", "kind": "contradicts", "basis": "inferred", "label": {"zh-Hant": "因"}},
            {"from": "a", "to": "b", "kind": "causes", "label": "so"}]})",
                                                 ""));
    expectSame(story, readGraphml(graphmlText(story), "a.graphml"));
    expectSame(story, readDot(dotText(story), "a.dot"));
}

TEST(ForeignRoundTrip, controlCharactersDoNotSpoilTheXml)
{
    const model::Story story = storyIn(
        readStory(R"({"fabula": 1, "id": "x", "title": "x", "events": [{"id": "a", "title": "a\u0001b"}]})", ""));
    EXPECT_EQ(titleOf(storyIn(readGraphml(graphmlText(story), "")), "a"), "a\uFFFDb");
    EXPECT_EQ(titleOf(storyIn(readDot(dotText(story), "")), "a"), "a\u0001b");
}

TEST(ForeignRoundTrip, formatsByEnding)
{
    EXPECT_EQ(foreignFormatOf("a.graphml"), ForeignFormat::graphml);
    EXPECT_EQ(foreignFormatOf("a.b.GV"), ForeignFormat::dot);
    EXPECT_EQ(foreignFormatOf("a.dot"), ForeignFormat::dot);
    EXPECT_EQ(foreignFormatOf("a.gexf"), std::nullopt);
    EXPECT_EQ(codesOf(loadForeign("/nowhere/a.dot", ForeignFormat::dot)), "F001");
}

} // namespace
} // namespace fabula::io
