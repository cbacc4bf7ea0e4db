// Whatever bytes stand in a foreign file: a story that can be written and read again, or errors; never a crash.
#include "foreign_files.hpp"
#include "io/dot_writer.hpp"
#include "io/graphml_writer.hpp"
#include "io/story_writer.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

namespace fabula::io {
namespace {

using namespace std::string_literals;

bool sane(const LoadedStory& loaded)
{
    bool good = (loaded.story == nullptr) == (loaded.diagnostics.errors() > 0);
    good = good && loaded.diagnostics.findings().size() <= core::Diagnostics::kMost;
    for (const core::Finding& finding : loaded.diagnostics.findings())
        good = good && finding.code.size() == 4 && !finding.sentence.empty() &&
               core::english(finding.sentence).size() < 2000;
    if (!good || loaded.story == nullptr)
        return good;
    const core::Result<std::string> text = newStoryText(*loaded.story);
    return text.ok() && readStory(*text, "").story != nullptr;
}

const std::string kGraphml = R"(<?xml version="1.0"?><graphml><key id="d" for="node" attr.name="label"/>
<graph edgedefault="undirected"><desc>x</desc><node id="a"><data key="d">A &amp; <![CDATA[B]]></data></node>
<node id="b" date="2025"><graph><node id="c"/></graph></node><!-- c --><edge source="a" target="c"/></graph></graphml>)";

const std::string kDot = R"(strict digraph "G" { /* c */ node [shape=record]; a [label="{<p> A|B\n}", date="2025"]; // d
 subgraph cluster_1 { label=<<b>x</b>>; b; c } a:p -> {b c} -> "d" + "e" [kind=enables]; })";

std::string repeated(const std::string& piece, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

TEST(ForeignHostile, truncatedAtEachByte)
{
    for (std::size_t size = 0; size < kGraphml.size(); ++size) {
        const LoadedStory loaded = readGraphml(kGraphml.substr(0, size), "");
        ASSERT_TRUE(sane(loaded)) << size;
        ASSERT_EQ(loaded.story, nullptr) << size;
    }
    for (std::size_t size = 0; size + 1 < kDot.size(); ++size) {
        const LoadedStory loaded = readDot(kDot.substr(0, size), "");
        ASSERT_TRUE(sane(loaded)) << size;
        ASSERT_EQ(loaded.story, nullptr) << size;
    }
    EXPECT_NE(readGraphml(kGraphml, "").story, nullptr);
    EXPECT_NE(readDot(kDot, "").story, nullptr);
}

TEST(ForeignHostile, flippedAndShuffledBytes)
{
    const std::vector<std::string> pieces{"<", ">",  "\"",   "{",    "}",   "->",         "[",
                                          "]", "\\", "&#0;", "\xFF", "\0"s, "<node id='", "/*"};
    std::mt19937 random(20251124);
    for (int round = 0; round < 1500; ++round) {
        std::string xml = kGraphml;
        std::string dot = kDot;
        for (std::string* text : {&xml, &dot}) {
            for (int i = 0; i < 1 + round % 3; ++i)
                (*text)[random() % text->size()] = static_cast<char>(random() % 256);
            text->insert(random() % text->size(), pieces[random() % pieces.size()]);
            if (round % 2 == 0)
                text->erase(random() % text->size(), random() % 40);
        }
        ASSERT_TRUE(sane(readGraphml(xml, ""))) << xml;
        ASSERT_TRUE(sane(readDot(dot, ""))) << dot;
    }
}

TEST(ForeignHostile, deepNesting)
{
    const std::size_t many = 100'000;
    EXPECT_TRUE(sane(readGraphml(repeated("<a>", many), "")));
    EXPECT_TRUE(sane(readGraphml("<graphml><graph><node id='a'><data key='x'>" + repeated("<a>", many) +
                                     repeated("</a>", many) + "</data></node></graph></graphml>",
                                 "")));
    std::string nested = "<graphml><graph>";
    for (std::size_t i = 0; i < 5000; ++i)
        nested += "<node id='" + std::to_string(i) + "'><graph>";
    EXPECT_EQ(codesOf(readGraphml(nested + repeated("</graph></node>", 5000) + "</graph></graphml>", "")), "F605");
    EXPECT_EQ(codesOf(readDot("digraph {" + repeated("{", many) + repeated("}", many) + "}", "")), "F605");
    EXPECT_TRUE(sane(readDot("digraph { a [label=" + repeated("<", many) + "x" + repeated(">", many) + "] }", "")));
    EXPECT_TRUE(sane(readDot("digraph { a " + repeated("[a=b]", many) + " }", "")));
    EXPECT_EQ(codesOf(readDot("digraph { a " + repeated("-> b -> a ", 1000) + " }", "")), "F708");
    EXPECT_EQ(codesOf(readDot("digraph { a " + repeated("-> a ", 10'000) + " }", "")), "F608");
    std::string chains = "a";
    for (int i = 0; i < 50; ++i)
        chains = repeated("a -> ", 100).append("{").append(chains).append("}");
    EXPECT_EQ(codesOf(readDot("digraph { " + chains + " }", "")), "F608");
}

TEST(ForeignHostile, hugeWords)
{
    const std::string huge(5'000'000, 'a');
    EXPECT_EQ(codesOf(readGraphml("<graphml><graph><node id='a' label='" + huge + "'/></graph></graphml>", "")),
              "F604");
    EXPECT_TRUE(sane(readGraphml("<graphml><graph><node id='" + huge + "' kind='" + huge + "' lane='" + huge +
                                     "' tags='" + huge + "' source='" + huge + "'/></graph></graphml>",
                                 "")));
    EXPECT_EQ(codesOf(readDot("digraph { a [label=\"" + huge + "\"] }", "")), "F604");
    const std::string large = huge.substr(0, 300'000);
    EXPECT_TRUE(sane(readDot("digraph { " + large + " [" + large + "=" + large + ", date=\"" + large + "\"] }", "")));
    EXPECT_TRUE(sane(readDot("digraph { " + std::string(300'000, '1') + "a }", "")));
    EXPECT_TRUE(sane(readDot("digraph { " + std::string(300'000, '1') + "a -> ; }", "")));
}

TEST(ForeignHostile, shortTextsThatStandForMuch)
{
    std::string names;
    for (int i = 0; i < 20'000; ++i)
        names += " n" + std::to_string(i);
    std::string attributes;
    for (int i = 0; i < 20'000; ++i)
        attributes += " a" + std::to_string(i) + "=1";
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(codesOf(readDot("digraph { {" + names + "} -> {" + names + "} }", "")), "F603");
    EXPECT_EQ(codesOf(readDot("digraph { subgraph s {" + names + "} subgraph s {} -> subgraph s {} }", "")), "F603");
    EXPECT_EQ(codesOf(readDot("digraph { a -> subgraph s {" + names + "} -> subgraph t { subgraph s {} } }", "")),
              "F603");
    EXPECT_EQ(codesOf(readDot("digraph {" + names + " node [" + attributes + "] }", "")), "F608");
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(ForeignHostile, graphsThatClaimToBeOurs)
{
    for (const char* lists :
         {"actors='[{\"id\":7}]'", "sources='],\"events\":[{'", "languages='nonsense'", "actors='null'"})
        EXPECT_TRUE(
            sane(readGraphml("<graphml><graph fabula='1' "s + lists +
                                 "><node id='a' label=' x ' lane='nobody' sources='[{\"source\":[]}]' actors='7'/>"
                                 "<node id='b' sources='{'/></graph></graphml>",
                             "")))
            << lists;
}

TEST(ForeignHostile, manyLanguages)
{
    std::string languages = "[\"en\"";
    std::string titles;
    for (int i = 0; i < 20'000; ++i) {
        languages += ",\"en-a" + std::to_string(i) + "\"";
        titles += " title_en-a" + std::to_string(i) + "='x'";
    }
    EXPECT_TRUE(sane(readGraphml("<graphml><graph fabula='1' languages='" + languages + "]'><node id='a'" + titles +
                                     "><data key='title_en-a7'>again</data></node></graph></graphml>",
                                 "")));
}

TEST(ForeignHostile, manyFindingsAreCountedAndNotKept)
{
    std::string text = "<graphml><graph>";
    for (int i = 0; i < 30'000; ++i)
        text += "<node id='" + std::to_string(i) + "' date='soon'/>\n";
    const LoadedStory loaded = readGraphml(text + "</graph></graphml>", "");
    EXPECT_TRUE(sane(loaded));
    EXPECT_EQ(loaded.diagnostics.warnings(), 30'000u);
}

TEST(ForeignHostile, manyNamesInOneAttribute)
{
    // 10¹⁰ comparisons, were each name held against all before it.
    constexpr std::size_t kNames = 200'000;
    std::string names;
    for (std::size_t i = 0; i < kNames; ++i)
        names += 'n' + std::to_string(i) + ';';
    const LoadedStory loaded = readGraphml(
        "<graphml><graph><node id='a' sources='" + names + "' actors='" + names + "'/></graph></graphml>", "");
    ASSERT_NE(loaded.story, nullptr);
    EXPECT_EQ(loaded.story->events.front().sources.size(), kNames);
    EXPECT_EQ(loaded.story->events.front().actors.size(), kNames);
}

TEST(ForeignHostile, edgesThatLeadToTheStartOfALongText)
{
    // 10¹¹ bytes, were lines counted from one edge's place to the next. Between groups an edge has the place of its
    // first node.
    constexpr std::size_t kNodes = 100'000;
    std::string text = "digraph {\n";
    for (std::size_t i = 0; i < kNodes; ++i)
        text += 'n' + std::to_string(i) + ";\n";
    for (std::size_t i = 1; i < kNodes; ++i) {
        const std::size_t from = i % 2 == 0 ? i / 2 : kNodes - 1 - i / 2;
        text += "{n" + std::to_string(from) + "}->{n" + std::to_string(from == 0 ? 1 : from - 1) + "};\n";
    }
    const LoadedStory loaded = readDot(text + "}", "");
    ASSERT_NE(loaded.story, nullptr);
    EXPECT_EQ(loaded.story->links.size(), kNodes - 1);
    EXPECT_EQ(loaded.places.links.front().line, kNodes + 1);
}

} // namespace
} // namespace fabula::io
