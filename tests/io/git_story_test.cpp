#include "foreign_files.hpp"
#include "git_files.hpp"
#include "io/git_story.hpp"
#include "io/story_writer.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fabula::io {
namespace {

using test::Commit;
using test::logOf;

const GitOrigin kOrigin{"/somewhere/tale", "tale", "https://example.org/tale.git", false};

LoadedStory read(const std::vector<Commit>& commits, const ReadLimits& limits = {})
{
    LoadedStory loaded = readGitLog(logOf(commits), kOrigin, limits);
    if (loaded.story != nullptr) {
        // Whatever git told, the story can be written, and is good as a file.
        const core::Result<std::string> text = newStoryText(*loaded.story);
        EXPECT_TRUE(text.ok());
        const LoadedStory again = readStory(text.ok() ? text.value() : "", "again");
        EXPECT_EQ(findingsOf(again), "");
        EXPECT_TRUE(again.story != nullptr && *again.story == *loaded.story);
    }
    return loaded;
}

model::Event only(const Commit& commit)
{
    const model::Story story = storyIn(read({commit}));
    return story.events.size() == 1 ? story.events.front() : model::Event();
}

std::string onlyTitle(std::string subject)
{
    Commit commit{"a"};
    commit.subject = std::move(subject);
    return std::string(only(commit).title.front().text);
}

std::string onlySummary(std::string body)
{
    Commit commit{"a"};
    commit.body = std::move(body);
    const model::Text summary = only(commit).summary;
    return summary.empty() ? "none" : std::string(summary.front().text);
}

// By letters, each commit being a whole hash of one.
std::string importances(const std::vector<Commit>& commits)
{
    std::string text;
    for (const model::Event& event : storyIn(read(commits)).events)
        text += event.id.string().substr(0, 1) + std::to_string(event.importance) + ' ';
    return text;
}

TEST(GitStory, tellsCommitsParentsAndAuthors)
{
    Commit second{"b", "a"};
    second.author = "Zoë O'Hara, jr.";
    second.body = "Why it is so.\n\nAnd more.\n";
    const model::Story story = storyIn(read({{"a"}, second}));
    EXPECT_EQ(story.id, "tale");
    EXPECT_EQ(story.title.front().text, "tale");
    ASSERT_EQ(story.events.size(), 2u);
    const model::Event& event = story.events[1];
    EXPECT_EQ(event.id, std::string(40, 'b'));
    EXPECT_EQ(event.when.text(), "2025-11-20T12:53:20+01:00");
    EXPECT_EQ(event.summary.front().text, "Why it is so.\n\nAnd more.");
    EXPECT_EQ(event.kind, "commit");
    EXPECT_EQ(event.basis, model::Basis::official);
    EXPECT_FALSE(event.confidence.has_value());
    EXPECT_FALSE(event.reported.known());
    EXPECT_EQ(story[event.lane].name.front().text, "Zoë O'Hara, jr.");
    EXPECT_EQ(event.actors, std::vector{event.lane});
    ASSERT_EQ(story.sources.size(), 1u);
    EXPECT_EQ(story.sources[0].url, "https://example.org/tale.git");
    EXPECT_EQ(event.sources[0].at, "bbbbbbbbbbbb");
    ASSERT_EQ(story.links.size(), 1u);
    EXPECT_EQ(story.links[0].kind, model::LinkKind::precedes);
    EXPECT_EQ(story.links[0].basis, model::Basis::official);
    EXPECT_EQ(story[story.links[0].from].id, std::string(40, 'a'));
    EXPECT_EQ(story[story.links[0].to].id, std::string(40, 'b'));
}

TEST(GitStory, takesHashesOfEitherLength)
{
    Commit commit{"a"};
    commit.hash = std::string(64, '7');
    EXPECT_EQ(only(commit).id, std::string(64, '7'));
}

TEST(GitStory, weighsWhatGitKnows)
{
    EXPECT_EQ(importances({{"a"}, {"b", "a"}, {"c", "b"}}), "a4 b2 c2 ");
    EXPECT_EQ(importances({{"a"}, {"b", "a"}, {"c", "b"}, {"d", "b"}, {"e", "cd"}, {"f", "e"}}), "a4 b3 c2 d2 e3 f2 ");
    EXPECT_EQ(importances({{"a"}, {"b", "a"}, {"c", "b"}, {"d", "b"}, {"e", "b"}, {"f", "cde"}}), "a4 b4 c2 d2 e2 f4 ");
    Commit tagged{"b", "a"};
    tagged.decorations = "tag: refs/tags/v1, tag: refs/tags/odd,name, tag: refs/tags/v1";
    EXPECT_EQ(importances({{"a"}, tagged}), "a4 b5 ");
    EXPECT_EQ(storyIn(read({{"a"}, tagged})).events[1].tags, (std::vector<std::string>{"odd,name", "v1"}));
}

TEST(GitStory, joinsMergesToAllTheirParents)
{
    const LoadedStory loaded = read({{"a"}, {"b"}, {"c"}, {"d", "abc"}, {"e", "dda"}});
    EXPECT_EQ(findingsOf(loaded), "");
    std::string links;
    for (const model::Link& link : storyIn(loaded).links)
        links += storyIn(loaded)[link.from].id.string().substr(0, 1) +
                 storyIn(loaded)[link.to].id.string().substr(0, 1) + ' ';
    EXPECT_EQ(links, "ad bd cd de ae "); // that a parent is named twice tells nothing more
    EXPECT_EQ(storyIn(loaded).events[3].kind, "merge");
}

TEST(GitStory, leavesOutParentsThatAreNotThere)
{
    const LoadedStory loaded = read({{"a", "f"}, {"b", "a"}});
    EXPECT_EQ(codesOf(loaded), "F713");
    EXPECT_EQ(storyIn(loaded).links.size(), 1u);
    EXPECT_EQ(storyIn(loaded).events[0].importance, 2); // not the first commit there was
    GitOrigin shallow = kOrigin;
    shallow.shallow = true;
    EXPECT_EQ(codesOf(readGitLog(logOf({{"a"}}), shallow)), "F713");
}

TEST(GitStory, givesTheFirstLanesToThoseWithTheMostCommits)
{
    std::vector<Commit> commits{{"a"}, {"b", "a"}, {"c", "b"}, {"d", "c"}, {"e", "d"}, {"f", "e"}};
    const char* authors[] = {"Rare", "Once", "Often", "Rare", "Often", "Often"};
    for (std::size_t i = 0; i < commits.size(); ++i)
        commits[i].author = authors[i];
    const model::Story story = storyIn(read(commits));
    ASSERT_EQ(story.actors.size(), 3u);
    EXPECT_EQ(story.actors[0].name.front().text, "Often");
    EXPECT_EQ(story.actors[1].name.front().text, "Rare");
    EXPECT_EQ(story[story.events[0].lane].name.front().text, "Rare");
    EXPECT_EQ(story[story.events[5].actors[0]].name.front().text, "Often");
}

TEST(GitStory, tellsNobodysMailAddress)
{
    Commit commit{"a"};
    commit.author = "jane.doe@example.org";
    commit.subject = "Take jane@example.org's patch";
    commit.body = "See it.\n\nSigned-off-by: Jane Doe <jane@localhost>\nCc: bob@example.com, npm@1.2.3\n";
    const model::Story story = storyIn(read({commit}));
    EXPECT_EQ(story.actors.at(0).name.front().text, "jane.doe");
    EXPECT_EQ(story.events.at(0).title.front().text, "Take …'s patch");
    EXPECT_EQ(story.events.at(0).summary.front().text, "See it.\n\nSigned-off-by: Jane Doe\nCc: …, npm@1.2.3");
}

TEST(GitStory, leavesAnAuthorWithoutANameUnnamed)
{
    for (const char* name : {"", " \t", "%aN", "<a@b.org>", "\xE2\x80\xAE"}) {
        Commit commit{"a"};
        commit.author = name;
        EXPECT_FALSE(only(commit).lane.valid()) << name;
    }
}

TEST(GitStory, makesTitlesOfSubjectsOfAnyKind)
{
    EXPECT_EQ(onlyTitle(""), "aaaaaaaaaaaa");
    EXPECT_EQ(onlyTitle(" \t "), "aaaaaaaaaaaa");
    EXPECT_EQ(onlyTitle("\x1B\x07\xE2\x80\x8F"), "aaaaaaaaaaaa");
    EXPECT_EQ(onlyTitle("  two\t words \r\n"), "two words");
    EXPECT_EQ(onlyTitle("\x1B[31mred\x1B[0m\x7F"), "[31mred[0m");
    EXPECT_EQ(onlyTitle("a \"quoted\" \\ 'one' <b> `x` $(y) {}"), "a \"quoted\" \\ 'one' <b> `x` $(y) {}");
    EXPECT_EQ(onlyTitle("turned \xE2\x80\xAEround\xE2\x81\xA6 \xE2\x80\x8F"), "turned round");
    EXPECT_EQ(onlyTitle("שלום 你好 👩‍🚀"), "שלום 你好 👩‍🚀"); // what joins emoji stays
    EXPECT_EQ(onlyTitle("\xEF\xBB\xBFmark"), "mark");
    EXPECT_EQ(onlyTitle("line\xE2\x80\xA8separator"), "line separator");
}

TEST(GitStory, readsWhatIsNoUtf8AsLatin1)
{
    Commit commit{"a"};
    commit.author = "Andr\xE9";
    commit.subject = "caf\xE9 \xC3\x28 \xED\xA0\x80 \x81";
    commit.decorations = "tag: refs/tags/\xE9";
    const LoadedStory loaded = read({commit});
    EXPECT_EQ(codesOf(loaded), "F704");
    EXPECT_NE(findingsOf(loaded).find("(3 in all)"), std::string::npos) << findingsOf(loaded);
    EXPECT_EQ(storyIn(loaded).actors.at(0).name.front().text, "André");
    EXPECT_EQ(storyIn(loaded).events.at(0).title.front().text.substr(0, 5), "café");
}

TEST(GitStory, keepsBodiesByTheirLines)
{
    EXPECT_EQ(onlySummary(""), "none");
    EXPECT_EQ(onlySummary("\n \r\n"), "none");
    EXPECT_EQ(onlySummary("\n one\r\ntwo\rthree\n\n"), "one\ntwo\nthree");
    EXPECT_EQ(onlySummary("a\x1B\xE2\x80\xAE"
                          "b\tc"),
              "ab\tc");
    EXPECT_EQ(onlySummary("<a@b.org>"), "none");
}

TEST(GitStory, cutsWhatIsLongerThanATextMayBe)
{
    const std::size_t most = ReadLimits().textBytes;
    Commit commit{"a"};
    commit.subject = std::string(most, 's');
    EXPECT_EQ(codesOf(read({commit})), "");
    commit.subject += "é";
    commit.body = std::string(3 * most, 'b');
    const LoadedStory loaded = read({commit});
    EXPECT_EQ(codesOf(loaded), "F709");
    EXPECT_EQ(storyIn(loaded).events.at(0).title.front().text, std::string(most, 's'));
    EXPECT_EQ(storyIn(loaded).events.at(0).summary.front().text, std::string(most, 'b'));
    // Beyond all measure it is not even kept, and never cut within a letter.
    commit.subject = "x";
    for (int i = 0; i < 700'000; ++i)
        commit.subject += "é";
    EXPECT_EQ(codesOf(read({commit})), "F709");
    EXPECT_EQ(storyIn(read({commit})).events.at(0).title.front().text.size(), most - 1);
}

TEST(GitStory, tellsOfChildrenDatedBeforeTheirParents)
{
    Commit child{"b", "a"};
    child.seconds = "1763639599";
    child.rawDate = "1763639599 +0100";
    const LoadedStory loaded = read({{"a"}, child, {"c", "b"}});
    EXPECT_EQ(codesOf(loaded), "F712");
    EXPECT_NE(findingsOf(loaded).find(" 1 of 2 links"), std::string::npos) << findingsOf(loaded);
    EXPECT_EQ(whenOf(storyIn(loaded), std::string(40, 'b')), "2025-11-20T12:53:19+01:00");
    child.seconds = "1763639600";
    EXPECT_EQ(codesOf(read({{"a"}, child})), "");
}

TEST(GitStory, saysWhatCannotBeDated)
{
    Commit commit{"a"};
    commit.seconds = commit.rawDate = "";
    const LoadedStory loaded = read({commit});
    EXPECT_EQ(codesOf(loaded), "F705");
    EXPECT_FALSE(storyIn(loaded).events.at(0).when.known());
}

TEST(GitStory, isTheSameHoweverTheBytesCome)
{
    Commit second{"b", "a"};
    second.subject = "é and \xE9";
    const std::string log = logOf({{"a"}, second, {"c", "ab"}});
    const LoadedStory whole = readGitLog(log, kOrigin);
    for (std::size_t part = 1; part < log.size(); part += part < 20 ? 1 : 37) {
        LoadedStory loaded;
        GitStory story(kOrigin, {}, loaded);
        for (std::size_t at = 0; at < log.size(); at += part)
            EXPECT_TRUE(story.read(std::string_view(log).substr(at, part)));
        story.finish();
        EXPECT_EQ(storyIn(loaded), storyIn(whole)) << part;
        EXPECT_EQ(findingsOf(loaded), findingsOf(whole));
    }
}

TEST(GitStory, isNoneOfAnythingElse)
{
    EXPECT_EQ(codesOf(readGitLog("", kOrigin)), "F711");
    const std::string log = logOf({{"a"}, {"b", "a"}});
    for (std::size_t size = 1; size < log.size(); ++size) {
        const LoadedStory loaded = readGitLog(std::string_view(log).substr(0, size), kOrigin);
        EXPECT_EQ(loaded.story == nullptr, size != logOf({{"a"}}).size()) << size;
    }
    for (const std::string& bytes : {std::string("commit aaaa\nAuthor: x\n"), std::string(9, '\0'), log.substr(1),
                                     std::string("fatal: no\0\0\0\0\0\0\0\0", 17)}) {
        const LoadedStory loaded = readGitLog(bytes, kOrigin);
        EXPECT_EQ(codesOf(loaded), "F711");
        EXPECT_EQ(loaded.story, nullptr);
    }
}

TEST(GitStory, keepsToTheLimits)
{
    ReadLimits limits;
    limits.events = 2;
    const std::vector<Commit> three{{"a"}, {"b", "a"}, {"c", "ab"}};
    EXPECT_EQ(codesOf(read(three, limits)), "F602");
    limits.events = 3;
    limits.links = 2;
    EXPECT_EQ(codesOf(read(three, limits)), "F603");
    limits.links = 3;
    EXPECT_EQ(codesOf(read(three, limits)), "");
    limits.others = 0;
    EXPECT_EQ(codesOf(read(three, limits)), "F606");
}

TEST(GitStory, namesItselfWhateverTheFolderIsCalled)
{
    for (const char* name : {"", "..", "\xE9\x1B[0m", "你好", "a b"}) {
        GitOrigin origin = kOrigin;
        origin.name = name;
        origin.address.clear();
        const model::Story story = storyIn(readGitLog(logOf({{"a"}}), origin));
        EXPECT_FALSE(story.id.empty());
        const core::Result<std::string> text = newStoryText(story);
        ASSERT_TRUE(text.ok());
        EXPECT_EQ(findingsOf(readStory(text.value(), "again")), "") << name;
    }
}

} // namespace
} // namespace fabula::io
