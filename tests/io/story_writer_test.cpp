#include "io/story_writer.hpp"
#include "test_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <utility>

namespace fabula::io {
namespace {

using model::Story;

const std::string kHandWritten = R"({
  "fabula": 1, "id": "hand", "x-note": {"keep":   "me"},
  "title": {"en": "By hand", "de": "Von Hand"}, "languages": ["en", "de"],
  "actors": [{"id": "a", "name": "A"},
             {"id": "b", "name": "B", "x": 1.50}],
  "sources": [ {"id":"s"} , {"id":"t"} ],
  "events": [
    {"id": "one", "title": "One", "when": "2025-01",   "importance": 3.0,
     "x-colour": "red", "actors": ["a", "b"], "lane": "a", "sources": ["s", {"source": "t"}]},

    {"title": "T\u0077o", "id": "two", "actors": ["a"], "sources": ["s"]},
    {"id": "three", "title": "Three", "sources": ["s"]}
  ],
  "links": [{"from": "one", "to": "two", "kind": "causes", "x": [ ]}],
  "scenes": []
}
)";

Story storyOf(const std::string& text)
{
    const LoadedStory loaded = readStory(text, "");
    EXPECT_NE(loaded.story, nullptr) << findingsOf(loaded) << text;
    return loaded.story ? *loaded.story : Story();
}

// Writes the edit and checks that the result reads back as the edited story.
std::string written(const std::string& text, const Story& after)
{
    const core::Result<std::string> result = writeStory(text, storyOf(text), after);
    EXPECT_TRUE(result.ok());
    if (!result)
        return {};
    EXPECT_EQ(storyOf(*result), after) << *result;
    return *result;
}

TEST(StoryWriter, withoutEditsEveryByteStays)
{
    EXPECT_EQ(written(kHandWritten, storyOf(kHandWritten)), kHandWritten);
    EXPECT_EQ(written(shippedStory(), storyOf(shippedStory())), shippedStory());
}

TEST(StoryWriter, changesOneValueWhereItStands)
{
    Story story = storyOf(kHandWritten);
    story.events[1].title.replace(0, "Zwei");
    EXPECT_EQ(written(kHandWritten, story), replaced(kHandWritten, "\"T\\u0077o\"", "\"Zwei\""));
    story = storyOf(kHandWritten);
    story.events[0].importance = 5;
    EXPECT_EQ(written(kHandWritten, story), replaced(kHandWritten, "3.0", "5"));
    story = storyOf(kHandWritten);
    story.title.replace(1, "Handgemacht");
    EXPECT_EQ(written(kHandWritten, story), replaced(kHandWritten, "Von Hand", "Handgemacht"));
}

TEST(StoryWriter, addsMembersInTheOrderOfTheFormatAndTakesThemOut)
{
    Story story = storyOf(kHandWritten);
    story.events[1].tags = {"core"};
    EXPECT_EQ(written(kHandWritten, story),
              replaced(kHandWritten, "\"sources\": [\"s\"]},\n    {\"id\": \"three\"",
                       "\"sources\": [\"s\"], \"tags\": [\"core\"]},\n    {\"id\": \"three\""));
    story = storyOf(kHandWritten);
    story.events[0].when = time::Edtf();
    EXPECT_EQ(written(kHandWritten, story), replaced(kHandWritten, " \"when\": \"2025-01\",", ""));
    story = storyOf(kHandWritten);
    story.events[0].importance = 3;
    story.events[0].basis = model::Basis::inferred;
    EXPECT_EQ(written(kHandWritten, story),
              replaced(kHandWritten, "\"importance\": 3.0,", "\"importance\": 3.0,   \"basis\": \"inferred\","))
        << "laid out like its neighbour";
}

TEST(StoryWriter, addsRemovesAndMovesElementsWithTheirText)
{
    Story story = storyOf(kHandWritten);
    std::swap(story.events[1], story.events[2]);
    story.links[0].to = model::EventId(2);
    const std::string moved = written(kHandWritten, story);
    EXPECT_LT(moved.find("\"three\""), moved.find("T\\u0077o")) << "moved with its bytes";
    EXPECT_NE(moved.find("{\"from\": \"one\", \"to\": \"two\", \"kind\": \"causes\", \"x\": [ ]}"), std::string::npos);

    story = storyOf(kHandWritten);
    story.events.erase(story.events.begin());
    story.links.clear();
    const std::string removed = written(kHandWritten, story);
    EXPECT_EQ(removed.find("x-colour"), std::string::npos);
    EXPECT_NE(removed.find("x-note"), std::string::npos);

    story = storyOf(kHandWritten);
    model::Event added = story.events[2];
    added.id = "four";
    story.events.push_back(added);
    EXPECT_EQ(
        written(kHandWritten, story),
        replaced(
            kHandWritten, "\"Three\", \"sources\": [\"s\"]}",
            "\"Three\", \"sources\": [\"s\"]},\n    {\"id\": \"four\", \"title\": \"Three\", \"sources\": [\"s\"]}"));
}

TEST(StoryWriter, aNewIdKeepsUnknownKeysAndChangesAllReferences)
{
    Story story = storyOf(kHandWritten);
    story.events[0].id = "eins";
    const std::string text = written(kHandWritten, story);
    EXPECT_NE(text.find("x-colour"), std::string::npos);
    EXPECT_NE(text.find("\"from\": \"eins\", \"to\": \"two\", \"kind\": \"causes\", \"x\": [ ]"), std::string::npos)
        << text;
}

TEST(StoryWriter, citationsStayAsTheyWereWritten)
{
    Story story = storyOf(kHandWritten);
    story.events[0].sources[0].at = "p. 1";
    EXPECT_EQ(written(kHandWritten, story), replaced(kHandWritten, "[\"s\", {\"source\": \"t\"}]",
                                                     "[{\"source\": \"s\", \"at\": \"p. 1\"}, {\"source\": \"t\"}]"));
    story = storyOf(kHandWritten);
    story.events[0].sources[1].at = "p. 2";
    EXPECT_EQ(written(kHandWritten, story),
              replaced(kHandWritten, "{\"source\": \"t\"}", "{\"source\": \"t\", \"at\": \"p. 2\"}"));
}

TEST(StoryWriter, theLaneIsNamedWhenItIsNotTheFirstActorsAnyMore)
{
    Story story = storyOf(kHandWritten);
    story.events[1].actors = {model::ActorId(1), model::ActorId(0)};
    EXPECT_NE(written(kHandWritten, story).find("\"lane\": \"a\", \"id\": \"two\", \"actors\": [\"b\", \"a\"]"),
              std::string::npos);
    story = storyOf(kHandWritten);
    story.events[0].lane = model::ActorId(1);
    EXPECT_EQ(written(kHandWritten, story), replaced(kHandWritten, "\"lane\": \"a\"", "\"lane\": \"b\""));
    story = storyOf(kHandWritten);
    story.events[0].actors = {model::ActorId(1)};
    story.events[0].lane = model::ActorId(1);
    written(kHandWritten, story);
}

TEST(StoryWriter, fillsEmptyAndMissingLists)
{
    Story story = storyOf(kHandWritten);
    model::Scene scene;
    scene.id = "why";
    scene.title = story.events[0].title;
    scene.show = {model::EventId(0)};
    scene.seconds = 45;
    story.scenes = {scene};
    const std::string text = written(kHandWritten, story);
    EXPECT_NE(
        text.find(
            "\"scenes\": [\n    {\"id\": \"why\", \"title\": \"One\", \"show\": [\"one\"], \"seconds\": 45}\n  ]\n}"),
        std::string::npos)
        << text;

    const std::string minified = R"({"fabula":1,"id":"m","title":"M"})";
    Story small = storyOf(minified);
    small.events.resize(1);
    small.events[0].id = "e";
    small.events[0].title = small.title;
    EXPECT_EQ(written(minified, small), R"({"fabula":1,"id":"m","title":"M","events":[{"id": "e", "title": "M"}]})");
}

TEST(StoryWriter, keepsIdsThatAreUnknownInASceneThatIsEdited)
{
    const std::string text =
        replaced(kHandWritten, "\"scenes\": []",
                 R"("scenes": [{"id": "c", "title": "C", "show": ["gone", "one", "lost", "two"]}])");
    Story story = storyOf(text);
    story.scenes[0].show.push_back(model::EventId(2));
    EXPECT_EQ(written(text, story), replaced(text, "\"lost\", \"two\"]", "\"lost\", \"two\", \"three\"]"));
}

TEST(StoryWriter, refusesATextThatIsNotWhatWasRead)
{
    Story after = storyOf(kHandWritten);
    after.id = "other";
    const auto result = writeStory(replaced(kHandWritten, "By hand", "By foot"), storyOf(kHandWritten), after);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, "io.changed");
}

TEST(StoryWriter, refusesTextThatIsNoUtf8)
{
    Story after = storyOf(kHandWritten);
    after.events[0].title.replace(0, "\xFF");
    EXPECT_FALSE(writeStory(kHandWritten, storyOf(kHandWritten), after).ok());
    EXPECT_FALSE(newStoryText(after).ok());
}

TEST(StoryWriter, aNewTextReadsBackAsTheSameStory)
{
    for (const std::string& text :
         {shippedStory(), kHandWritten, std::string(R"({"fabula":1,"id":"m","title":"M"})")}) {
        const Story story = storyOf(text);
        const core::Result<std::string> fresh = newStoryText(story);
        ASSERT_TRUE(fresh.ok());
        EXPECT_EQ(storyOf(*fresh), story) << *fresh;
        EXPECT_EQ(fresh->back(), '\n');
    }
}

// One random change; ids stay valid.
void edit(Story& story, std::mt19937& random)
{
    const auto any = [&](std::size_t size) { return static_cast<std::size_t>(random() % size); };
    model::Event& event = story.events[any(story.events.size())];
    model::Link& link = story.links[any(story.links.size())];
    switch (random() % 14) {
    case 0:
        event.title.replace(any(event.title.size()), std::string(event.title.front().text) + " \"edited\"\n\\ ü");
        break;
    case 1:
        event.summary = model::Text();
        break;
    case 2:
        event.summary = event.title;
        break;
    case 3:
        event.importance = 1 + static_cast<int>(any(5));
        break;
    case 4:
        event.confidence = model::Confidence::unlikely;
        break;
    case 5:
        event.confidence.reset();
        break;
    case 6:
        std::reverse(event.actors.begin(), event.actors.end());
        break;
    case 7:
        event.tags.push_back("tag-" + std::to_string(random() % 1000));
        break;
    case 8:
        event.sources.push_back({model::SourceId(any(story.sources.size())), random() % 2 == 0 ? "p. 3" : ""});
        break;
    case 9:
        std::reverse(event.sources.begin(), event.sources.end());
        break;
    case 10:
        std::swap(link, story.links[any(story.links.size())]);
        break;
    case 11:
        link.label = model::Text{{"en", "label"}, {"de", "Etikett"}};
        break;
    case 12:
        story.links.erase(story.links.begin() + static_cast<std::ptrdiff_t>(any(story.links.size())));
        break;
    default:
        story.events.push_back(event);
        story.events.back().id = "new-" + std::to_string(random());
        break;
    }
}

TEST(StoryWriter, whatWasEditedAtRandomReadsBack)
{
    std::mt19937 random(42);
    std::string text = shippedStory();
    for (int round = 0; round < 60; ++round) {
        Story story = storyOf(text);
        for (int i = 0; i < 1 + round % 3; ++i)
            edit(story, random);
        text = written(text, story);
        if (testing::Test::HasFailure())
            break;
    }
}

} // namespace
} // namespace fabula::io
