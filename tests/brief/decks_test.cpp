#include "brief/decks.hpp"
#include "shipped_briefing.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace fabula::brief {
namespace {

namespace fs = std::filesystem;
using Writer = core::Result<void> (*)(const Deck&, const fs::path&);

fs::path scratch()
{
    const char* folder = std::getenv("FABULA_SCRATCH");
    fs::path made = (folder != nullptr ? fs::path(folder) : fs::temp_directory_path()) / "brief";
    fs::create_directories(made);
    return made;
}

std::string contentOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

core::Result<void> written(Writer write, const Briefing& briefing, const fs::path& path, bool notes = true)
{
    return write({briefing, test::fontBook(), notes, "", [](std::size_t, std::size_t) {}}, path);
}

Briefing numbered(const graph::EventGraph& graph, const std::string& language = "en")
{
    Briefing briefing = test::briefingOf(graph, language);
    briefing.numbered = true;
    return briefing;
}

std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

const std::vector<std::pair<Writer, std::string>> kWriters{{&writePdfDeck, "deck.pdf"},
                                                           {&writePptxDeck, "deck.pptx"},
                                                           {&writeMarkdownDeck, "deck.md"},
                                                           {&writeHtmlDeck, "deck.html"}};

TEST(Decks, areTheSameBytesEachTime)
{
    const Briefing briefing = numbered(test::shippedGraph());
    for (const auto& [write, name] : kWriters) {
        ASSERT_TRUE(written(write, briefing, scratch() / name));
        const std::string first = contentOf(scratch() / name);
        ASSERT_TRUE(written(write, numbered(test::shippedGraph()), scratch() / name));
        EXPECT_EQ(first, contentOf(scratch() / name)) << name;
        EXPECT_FALSE(first.empty());
    }
}

TEST(Decks, leaveNoHalfFileWhereNoneCanBeWritten)
{
    const Briefing briefing = numbered(test::shippedGraph());
    for (const auto& [write, name] : kWriters) {
        const auto result = written(write, briefing, scratch() / "no-such-folder" / name);
        ASSERT_FALSE(result);
        EXPECT_FALSE(core::english(result.error().message).empty());
    }
    const fs::path blocked = scratch() / "a-file";
    std::ofstream(blocked) << "x";
    EXPECT_FALSE(written(&writePictureDeck, briefing, blocked / "folder"));
}

TEST(HtmlDeck, asksNothingOfTheNetworkAndIsSmall)
{
    for (const char* language : {"en", "de"}) {
        ASSERT_TRUE(written(&writeHtmlDeck, numbered(test::shippedGraph(), language), scratch() / "deck.html"));
        const std::string page = contentOf(scratch() / "deck.html");
        EXPECT_LT(page.size(), 1'500'000U);
        EXPECT_NE(page.find("default-src 'none'; script-src 'sha256-"), std::string::npos);
        EXPECT_EQ(count(page, "<script"), 1U);
        EXPECT_EQ(count(page, " src="), 0U);
        EXPECT_EQ(count(page, "@import"), 0U);
        EXPECT_EQ(count(page, "url(http"), 0U);
        EXPECT_EQ(count(page, "<section class=\"scene\""), 9U);
        EXPECT_EQ(count(page, "<h2>"), 10U) << "the scenes and the sources";
        EXPECT_EQ(count(page, "role=\"img\" aria-label=\""), 18U) << "each picture in two themes";
    }
}

// What a story says is text, whatever it looks like.
TEST(Decks, letNoTextOfTheStoryBecomeMarkup)
{
    std::string text = test::storyWithScene("\"narration\":\"" + std::string("N ") +
                                            R"(</p><script>alert(2)</script>\u0007)" + "\",\"notes\":\"<b>notes</b>\"");
    text.replace(text.find("\"title\":\"One\""), 13,
                 "\"title\":\"" + std::string(R"(</script><script>alert(1)</script><img src=x onerror=alert(1)>)") +
                     "\"");
    model::Story story = *test::storyOf(text);
    ASSERT_FALSE(story.sources.empty());
    story.sources.front().url = "http://x.org/><img/src=x/onerror=alert(1)>";
    for (model::Event& event : story.events)
        event.sources = {{core::SourceId(0), {}}};
    const Briefing briefing = numbered(graph::EventGraph(std::make_shared<const model::Story>(std::move(story))));
    ASSERT_TRUE(written(&writeHtmlDeck, briefing, scratch() / "evil.html"));
    const std::string page = contentOf(scratch() / "evil.html");
    EXPECT_EQ(count(page, "<script"), 1U);
    EXPECT_EQ(count(page, "</script"), 1U);
    EXPECT_EQ(count(page, "<img"), 0U);
    EXPECT_EQ(count(page, "<b>"), 0U);
    EXPECT_EQ(page.find('\x07'), std::string::npos);
    ASSERT_TRUE(written(&writeMarkdownDeck, briefing, scratch() / "evil.md"));
    const std::string markdown = contentOf(scratch() / "evil.md");
    EXPECT_GT(count(markdown, "\\<script"), 0U);
    for (std::size_t at = markdown.find('<'); at != std::string::npos; at = markdown.find('<', at + 1))
        EXPECT_TRUE(markdown[at - 1] == '\\' || markdown.compare(at, 5, "<http") == 0) << markdown.substr(at, 40);
    EXPECT_EQ(markdown.find("><img"), std::string::npos);
    EXPECT_NE(markdown.find("%3Cimg"), std::string::npos);
    EXPECT_EQ(markdown.find('\x07'), std::string::npos);
    ASSERT_TRUE(written(&writePdfDeck, briefing, scratch() / "evil.pdf"));
}

TEST(MarkdownDeck, refersToEveryFootnote)
{
    ASSERT_TRUE(written(&writeMarkdownDeck, numbered(test::shippedGraph()), scratch() / "deck.md"));
    const std::string text = contentOf(scratch() / "deck.md");
    const std::size_t notes = count(text, "\n[^");
    EXPECT_GT(notes, 20U);
    for (std::size_t note = 1; note <= notes; ++note)
        EXPECT_GT(count(text, "[^" + std::to_string(note) + "]"), 1U) << note;
}

TEST(MarkdownDeck, ofAnEarlierDayCitesNothingLater)
{
    ASSERT_TRUE(written(&writeMarkdownDeck, numbered(test::shippedGraph()), scratch() / "deck.md"));
    const std::string text = contentOf(scratch() / "deck.md");
    const std::size_t scene = text.find("as known on 13");
    ASSERT_NE(scene, std::string::npos);
    const std::string its = text.substr(scene, text.find("\n## ", scene) - scene);
    const std::size_t number = text.find("German news article");
    const std::size_t mark = text.rfind("[^", number);
    EXPECT_EQ(count(its, text.substr(mark, text.find(']', mark) - mark + 1)), 0U);
}

TEST(MarkdownDeck, hasAFootnoteForEveryReference)
{
    ASSERT_TRUE(written(&writeMarkdownDeck, numbered(test::shippedGraph()), scratch() / "deck.md"));
    const std::string text = contentOf(scratch() / "deck.md");
    std::size_t references = 0;
    for (std::size_t at = text.find("[^"); at != std::string::npos; at = text.find("[^", at + 1)) {
        const std::string mark = text.substr(at, text.find(']', at) - at + 1);
        EXPECT_EQ(count(text, '\n' + mark + ": "), 1U) << mark;
        ++references;
    }
    EXPECT_GT(references, 100U);
}

TEST(PictureDeck, hasAPngAndAnSvgForEachSlide)
{
    const fs::path folder = scratch() / "pictures";
    fs::remove_all(folder);
    const Briefing briefing =
        numbered(graph::EventGraph(test::storyOf(test::storyWithScene(R"("reveal":[["two"],["three"]])"))));
    ASSERT_TRUE(written(&writePictureDeck, briefing, folder));
    for (const char* name : {"01-sc-1.png", "01-sc-1.svg", "01-sc-2.png", "01-sc-3.png", "01-sc-3.svg"})
        EXPECT_TRUE(fs::exists(folder / name)) << name;
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 6);
}

TEST(PictureDeck, leavesAllAsItWasIfOnePictureCannotBeWritten)
{
    const fs::path folder = scratch() / "half-written";
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::ofstream(folder / "01-sc-1.png") << "the old one";
    const Briefing briefing =
        numbered(graph::EventGraph(test::storyOf(test::storyWithScene(R"("reveal":[["two"],["three"]])"))));
    std::size_t done = 0;
    const auto progress = [&](std::size_t, std::size_t) {
        if (++done == 1) // no name is free for what comes next
            fs::create_directories(folder / ".fabula-unfinished" / "01-sc-3.png");
    };
    EXPECT_FALSE(writePictureDeck({briefing, test::fontBook(), false, "dark", progress}, folder));
    EXPECT_EQ(done, 2U);
    EXPECT_EQ(fs::file_size(folder / "01-sc-1.png"), std::string_view("the old one").size());
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1) << "nothing else is there";
}

} // namespace
} // namespace fabula::brief
