#include "io/story_reader.hpp"
#include "test_files.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace fabula::io {
namespace {

TEST(StoryReader, readsEveryFieldOfTheFormat)
{
    const LoadedStory loaded = readStory(R"({
 "fabula": 1, "id": "s", "title": {"en": "T", "de": "U"}, "languages": ["en", "de"], "x-mine": {"a": [1, {}]},
 "actors": [{"id": "a", "name": "A", "kind": "chip", "about": "about A", "aliases": ["B"]}, {"id": "b", "name": {"en": "B", "de": "B"}}],
 "sources": [{"id": "s1", "publisher": "P", "title": "Q", "url": "https://e.org/x", "published": "2025-08~", "language": "de", "grade": "C2", "relays": "s2"}, {"id": "s2"}],
 "events": [{"id": "e1", "title": "E", "summary": "S", "when": "2025-01-20/2025-08-14", "span": true, "planned": "2025-05", "reported": "2025-08-14",
   "kind": "setback", "lane": "b", "actors": ["a", "b"], "importance": 5, "basis": "official", "confidence": "roughly_even",
   "sources": ["s2", {"at": "p. 4", "source": "s1"}], "tags": ["core"]}, {"id": "e2", "title": "F", "actors": ["a"]}],
 "links": [{"from": "e2", "to": "e1", "kind": "part_of", "basis": "inferred", "confidence": "likely", "sources": ["s1"], "label": "L"}],
 "scenes": [{"id": "c", "title": "C", "narration": "N", "notes": "O", "view": "graph", "show": ["e2", "e1"], "focus": ["e1"], "reveal": [["e2"], [], ["e1"]], "range": "2025", "asOf": "2026", "seconds": 4.5}]
})",
                                         "s.json");
    ASSERT_NE(loaded.story, nullptr) << findingsOf(loaded);
    const model::Story& story = *loaded.story;
    EXPECT_EQ(story.languages, (std::vector<std::string>{"en", "de"}));
    EXPECT_EQ(*story.title.in("de"), "U");
    EXPECT_EQ(story.actors[0].aliases, std::vector<std::string>{"B"});
    EXPECT_TRUE(story.actors[0].name.plain());
    EXPECT_EQ(story.actors[0].name.front().language, "en");
    EXPECT_EQ(story.sources[0].relays, model::SourceId(1));
    EXPECT_FALSE(story.sources[1].relays.valid());
    const model::Event& event = story.events[0];
    EXPECT_TRUE(event.lasting);
    EXPECT_EQ(event.when.text(), "2025-01-20/2025-08-14");
    EXPECT_EQ(event.lane, model::ActorId(1));
    EXPECT_EQ(event.actors, (std::vector<model::ActorId>{model::ActorId(0), model::ActorId(1)}));
    EXPECT_EQ(event.importance, 5);
    EXPECT_EQ(event.basis, model::Basis::official);
    EXPECT_EQ(event.confidence, model::Confidence::roughlyEven);
    EXPECT_EQ(event.sources[1], (model::Citation{model::SourceId(0), "p. 4"}));
    EXPECT_EQ(story.events[1].lane, model::ActorId(0)) << "the first actor's";
    EXPECT_EQ(story.events[1].importance, 3);
    EXPECT_EQ(story.links[0].from, model::EventId(1));
    EXPECT_EQ(story.links[0].kind, model::LinkKind::partOf);
    EXPECT_EQ(story.links[0].sources[0].source, model::SourceId(0));
    const model::Scene& scene = story.scenes[0];
    EXPECT_EQ(scene.view, model::SceneView::graph);
    EXPECT_EQ(scene.reveal, (std::vector<std::vector<model::EventId>>{{model::EventId(1)}, {}, {model::EventId(0)}}));
    EXPECT_EQ(scene.seconds, 4.5);
    EXPECT_EQ(loaded.places.events[1].line, 7u);
    EXPECT_EQ(loaded.places.of("links", loaded.places.links, 0).line, 8u);
}

TEST(StoryReader, theShippedStoriesHaveNoFindings)
{
    for (const auto& entry : std::filesystem::directory_iterator(sourceDir() / "data" / "stories")) {
        const LoadedStory loaded = loadStory(entry.path());
        EXPECT_NE(loaded.story, nullptr) << findingsOf(loaded);
        EXPECT_TRUE(loaded.diagnostics.findings().empty()) << findingsOf(loaded);
    }
}

TEST(StoryReader, languagesDefaultToThoseOfTheTitleAndThenToEnglish)
{
    const LoadedStory titled = readStory(R"({"fabula":1,"id":"a","title":{"zh":"x","de":"y"}})", "");
    ASSERT_NE(titled.story, nullptr);
    EXPECT_EQ(titled.story->languages, (std::vector<std::string>{"zh", "de"}));
    const LoadedStory plain = readStory(R"({"fabula":1,"id":"a","title":"x"})", "");
    ASSERT_NE(plain.story, nullptr);
    EXPECT_EQ(plain.story->languages, std::vector<std::string>{"en"});
    EXPECT_EQ(*plain.story->title.in("en"), "x");
}

TEST(StoryReader, takesAByteOrderMark)
{
    const LoadedStory loaded = readStory("\xEF\xBB\xBF{\"fabula\":1,\"id\":\"A\",\"title\":\"x\"}", "");
    ASSERT_EQ(loaded.diagnostics.findings().size(), 1u) << findingsOf(loaded);
    EXPECT_EQ(loaded.diagnostics.findings()[0].where.column, 21u) << "columns count bytes, the mark's three too";
}

TEST(StoryReader, findsEverythingInOneGoInTheOrderOfTheFile)
{
    std::string text = shippedStory();
    text = replaced(text, "\"fabula\": 1", "\"fabula\": 7");
    text = replaced(text, "\"from\": \"", "\"from\": \"x");
    text = replaced(text, "\"grade\": \"", "\"grade\": \"Z");
    const LoadedStory loaded = readStory(text, "a.json");
    EXPECT_EQ(loaded.story, nullptr);
    ASSERT_EQ(loaded.diagnostics.errors(), 3u) << findingsOf(loaded);
    std::vector<std::string> codes;
    std::uint32_t line = 0;
    for (const core::Finding& finding : loaded.diagnostics.findings()) {
        EXPECT_GE(finding.where.line, line);
        line = finding.where.line;
        if (finding.severity == core::Severity::error)
            codes.push_back(finding.code);
    }
    EXPECT_EQ(codes, (std::vector<std::string>{"F209", "F207", "F302"}));
}

TEST(StoryReader, pointersLeadToWhatIsWrong)
{
    const LoadedStory loaded =
        readStory(textOf(std::filesystem::path(FABULA_TEST_DIR) / "bad" / "F302-unknown-reference.json"), "");
    const auto json =
        nlohmann::json::parse(textOf(std::filesystem::path(FABULA_TEST_DIR) / "bad" / "F302-unknown-reference.json"));
    ASSERT_EQ(loaded.diagnostics.errors(), 5u);
    for (const core::Finding& finding : loaded.diagnostics.findings()) {
        const auto& value = json.at(nlohmann::json::json_pointer(finding.where.pointer));
        ASSERT_TRUE(value.is_string()) << finding.where.pointer;
        const std::string sentence = core::english(finding.sentence);
        EXPECT_NE(sentence.find('`' + value.get<std::string>() + '`'), std::string::npos) << sentence;
    }
}

TEST(StoryReader, guessesWhatAMisspeltIdMeant)
{
    const LoadedStory loaded =
        readStory(replaced(shippedStory(), "\"from\": \"h20-designed\"", "\"from\": \"h20-desinged\""), "");
    EXPECT_NE(findingsOf(loaded).find("did you mean `h20-designed`?"), std::string::npos) << findingsOf(loaded);
}

TEST(StoryReader, aCancelledLoadSaysSo)
{
    LoadProgress progress;
    progress.cancel = true;
    const LoadedStory loaded = loadStory(sourceDir() / "data" / "stories" / "deepseek-r2.json", &progress);
    EXPECT_EQ(loaded.story, nullptr);
    ASSERT_EQ(loaded.diagnostics.findings().size(), 1u);
    EXPECT_EQ(loaded.diagnostics.findings()[0].code, "F005");
}

TEST(StoryReader, tellsHowFarItHasCome)
{
    LoadProgress progress;
    const LoadedStory loaded = loadStory(sourceDir() / "data" / "stories" / "deepseek-r2.json", &progress);
    EXPECT_NE(loaded.story, nullptr);
    EXPECT_EQ(progress.total.load(), shippedStory().size());
    EXPECT_EQ(progress.done.load(), progress.total.load());
}

} // namespace
} // namespace fabula::io
