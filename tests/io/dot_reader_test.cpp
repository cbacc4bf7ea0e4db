#include "foreign_files.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fabula::io {
namespace {

LoadedStory read(const std::string& text)
{
    return readDot(text, "some.dot");
}

TEST(DotReader, graphsAsPeopleWriteThem)
{
    const std::vector<std::pair<const char*, const char*>> graphs{
        {"digraph { a -> b -> c }", "a causes b, b causes c"},
        {"/* a */ digraph G { // b\n# c\n a -> b; }", "a causes b"},
        {"strict digraph { a -> b; a -> b }", "a causes b"},
        {"digraph { a -> b; a -> b }", "a causes b, a causes b"},
        {"digraph { a -> {b c} -> d }", "a causes b, a causes c, b causes d, c causes d"},
        {"digraph { subgraph s { a b } subgraph s {} -> c }", "a causes c, b causes c"},
        {"digraph { a:p:nw -> b:q }", "a causes b"},
        {"graph { a -- b }", "a precedes b"},
        {"digraph { \"a\" + \"b\" -> 1.5 }", "ab causes 1-5"},
        {"digraph { a -> b [label=prevents] }", "a blocks b"},
        {"digraph { edge [kind=enables]; a -> b; edge [kind=\"\"]; b -> c }", "a enables b, b causes c"},
        {"graph { a [date=2021]; b [date=2020]; a -- b }", "b precedes a"},
        {"digraph { a -> b [dir=back, key=x] }", "a causes b"},
    };
    for (const auto& [text, links] : graphs)
        EXPECT_EQ(linksOf(storyIn(read(text))), links) << text;
}

TEST(DotReader, labels)
{
    const std::vector<std::pair<const char*, const char*>> labels{
        {R"(label="Two\nlines")", "Two lines"},
        {R"(label="left\lright\r")", "left right"},
        {R"(label="\N of \G")", "a of t"},
        {R"(label="a \"quote\" and a \\ backslash")", "a \"quote\" and a \\ backslash"},
        {R"(label="AT&amp;T &#8364; &eacute; &")", "AT&T \u20AC &eacute; &"},
        {"label=<<b>Bold</b> and<br/>more>", "Bold and more"},
        {"label=<<table><tr><td>A &amp; B</td><td>C</td></tr></table>>", "A & B C"},
        {R"(shape=record, label="{<p> first | {second\|half | third}}")", "first second|half third"},
        {R"(label="{braces}")", "{braces}"},
        {"label=\"broken \\\nline\"", "broken line"},
        {"label=\"\"", "a"},
        {"color=red", "a"},
    };
    for (const auto& [attributes, title] : labels)
        EXPECT_EQ(titleOf(storyIn(read("digraph t { a [" + std::string(attributes) + "] }")), "a"), title)
            << attributes;
}

TEST(DotReader, clustersAreLanes)
{
    const model::Story story = storyIn(read(R"(digraph {
  label="The whole"; date="";
  subgraph cluster_state { label="The state"; a; subgraph cluster_2 { b } }
  subgraph cluster_firms { label=""; c }
  subgraph other { d }
  e [actor="Someone"];
})"));
    EXPECT_EQ(story.title.front().text, "The whole");
    std::string lanes;
    for (const model::Event& event : story.events)
        lanes.append(event.id).append(":").append(event.lane.valid() ? story[event.lane].name.front().text
                                                                     : std::string_view()) += ' ';
    EXPECT_EQ(lanes, "a:The state b:2 c:firms d: e:Someone ");
}

TEST(DotReader, attributesOfEvents)
{
    const LoadedStory loaded = read(R"(digraph "Some story" {
  node [shape=box, fontname="Arial", date="2020"];
  a [label="A", date="2021-05", comment="why\nso", URL="https://example.org/a", mood=grim];
  b;
})");
    const model::Story story = storyIn(loaded);
    EXPECT_EQ(story.id, "some-story");
    EXPECT_EQ(story.title.front().text, "Some story");
    EXPECT_EQ(whenOf(story, "a"), "2021-05");
    EXPECT_EQ(whenOf(story, "b"), "2020");
    EXPECT_EQ(story.events[0].summary.front().text, "why\nso");
    EXPECT_EQ(story.sources.at(0).url, "https://example.org/a");
    ASSERT_EQ(codesOf(loaded), "F709");
    EXPECT_EQ(loaded.diagnostics.findings()[0].where.line, 3u);
    EXPECT_NE(core::english(loaded.diagnostics.findings()[0].sentence).find("`mood`"), std::string::npos);
    EXPECT_EQ(loaded.places.events.at(1).line, 4u);
}

TEST(DotReader, latin1)
{
    const LoadedStory loaded = read("digraph { charset=\"latin1\"; a [label=\"caf\xE9\"] }");
    EXPECT_EQ(titleOf(storyIn(loaded), "a"), "café");
    EXPECT_EQ(codesOf(loaded), "");
}

TEST(DotReader, whatFollowsAGraphIsNotReadLater)
{
    EXPECT_EQ(codesOf(read("digraph { a }\n\ndigraph { b -> c }\n")), "F709");
    EXPECT_EQ(titleOf(storyIn(read("digraph { d }")), "d"), "d");
    EXPECT_EQ(read("digraph {\n -> }").diagnostics.findings().at(0).where.line, 2u);
}

// cgraph keeps its scanner between texts: one that broke off in a string or a comment must not spoil the next.
TEST(DotReader, aBrokenTextSpoilsNoOther)
{
    for (const char* broken :
         {"digraph { a [label=\"open", "digraph { /* open", "digraph { a [label=<open <b", "digraph {",
          "digraph { a -> ; }", "graph { a -> b }", "x", "digraph { a = }", "digraph { \"a\" + }"}) {
        const LoadedStory loaded = read(broken);
        EXPECT_EQ(loaded.story, nullptr) << broken;
        EXPECT_TRUE(codesOf(loaded) == "F703" || codesOf(loaded) == "F102") << broken << '\n' << findingsOf(loaded);
        EXPECT_EQ(linksOf(storyIn(read("digraph { a -> b }"))), "a causes b") << broken;
        const LoadedStory later = read("digraph {\n a -> b\n c -> ;\n}");
        EXPECT_EQ(later.diagnostics.findings().at(0).where.line, 3u) << broken;
    }
}

} // namespace
} // namespace fabula::io
