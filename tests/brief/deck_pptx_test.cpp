#include "brief/alt_text.hpp"
#include "brief/decks.hpp"
#include "brief/lines.hpp"
#include "pptx_reading.hpp"
#include "shipped_briefing.hpp"

#include <set>

namespace fabula::brief {
namespace {

using test::PptxParts;

PptxParts partsOf(const Briefing& briefing)
{
    return PptxParts(test::writtenPptx(briefing));
}

Briefing numbered(const graph::EventGraph& graph, const std::string& language = "en")
{
    Briefing briefing = test::briefingOf(graph, language);
    briefing.numbered = true;
    return briefing;
}

/// The shipped story in English.
const PptxParts& shippedParts()
{
    static const PptxParts parts = partsOf(numbered(test::shippedGraph()));
    return parts;
}

Briefing briefingWith(const std::string& members)
{
    return numbered(graph::EventGraph(test::storyOf(test::storyWithScene(members))));
}

std::string slidePath(std::size_t number)
{
    return "ppt/slides/slide" + std::to_string(number) + ".xml";
}

std::string notesPath(std::size_t number)
{
    return "ppt/notesSlides/notesSlide" + std::to_string(number) + ".xml";
}

TEST(PptxDeck, isAWholePackage)
{
    const PptxParts& parts = shippedParts();
    ASSERT_FALSE(parts.all().empty());
    EXPECT_EQ(parts.names().front(), "[Content_Types].xml") << "readers look for it first";
    for (const auto& [name, part] : parts.all()) {
        if (name.ends_with(".xml") || name.ends_with(".rels")) {
            EXPECT_TRUE(parts.parsed(name)) << name;
        }
        if (name != "[Content_Types].xml") {
            EXPECT_FALSE(parts.contentTypeOf(name).empty()) << name;
        }
    }
    EXPECT_EQ(parts.contentTypeOf("ppt/media/picture1.png"), "image/png");
    EXPECT_EQ(parts.contentTypeOf("ppt/media/picture1.svg"), "image/svg+xml");
    EXPECT_EQ(parts.contentTypeOf(slidePath(1)),
              "application/vnd.openxmlformats-officedocument.presentationml.slide+xml");
}

// Readers call a deck broken in which a relation leads nowhere, or in which one is named that is not there.
TEST(PptxDeck, relatesOnlyToWhatIsThere)
{
    const PptxParts& parts = shippedParts();
    std::set<std::string> reached;
    for (const auto& [name, bytes] : parts.all()) {
        for (const test::PptxRelation& relation : parts.relationsOf(name)) {
            if (relation.external) {
                EXPECT_EQ(relation.target.rfind("http", 0), 0U) << relation.target;
            } else {
                EXPECT_TRUE(parts.has(relation.target)) << name << " to " << relation.target;
                reached.insert(relation.target);
            }
        }
        EXPECT_EQ(parts.relationsNamedBut(name), std::vector<std::string>{}) << name;
    }
    for (const test::PptxRelation& relation : parts.relationsOf(""))
        reached.insert(relation.target);
    for (const auto& [name, bytes] : parts.all()) {
        if (!name.ends_with(".rels") && name != "[Content_Types].xml") {
            EXPECT_TRUE(reached.contains(name)) << name << " belongs to nothing";
        }
    }
}

TEST(PptxDeck, numbersItsShapesAndSlidesOnce)
{
    const PptxParts& parts = shippedParts();
    for (const auto& [name, bytes] : parts.all()) {
        if (!name.ends_with(".xml"))
            continue;
        std::set<std::string> ids;
        for (const std::string& id : parts.attributes(name, "//p:cNvPr", "id"))
            EXPECT_TRUE(ids.insert(id).second) << name << " has shape " << id << " twice";
    }
    std::set<std::string> ids;
    for (const char* list : {"//p:sldMasterId", "//p:sldId"}) {
        for (const std::string& id : parts.attributes("ppt/presentation.xml", list, "id"))
            EXPECT_TRUE(ids.insert(id).second) << id;
    }
    for (const std::string& id : parts.attributes("ppt/slideMasters/slideMaster1.xml", "//p:sldLayoutId", "id"))
        EXPECT_TRUE(ids.insert(id).second) << "masters and layouts share their numbers: " << id;
}

// What ECMA-376 wants in an order must stand in it.
TEST(PptxDeck, keepsTheOrderOfElements)
{
    const PptxParts& parts = shippedParts();
    for (const auto& [name, bytes] : parts.all()) {
        if (name.ends_with(".xml")) {
            EXPECT_EQ(parts.outOfOrder(name), std::vector<std::string>{}) << name;
        }
    }
}

TEST(PptxDeck, hasASlideForEachStepThenSources)
{
    for (const char* language : {"en", "de"}) {
        const Briefing briefing = numbered(test::shippedGraph(), language);
        const PptxParts parts = partsOf(briefing);
        const std::size_t slides = parts.attributes("ppt/presentation.xml", "//p:sldId", "id").size();
        EXPECT_GT(slides, briefing.slides.size());
        for (std::size_t i = 0; i < briefing.slides.size(); ++i) {
            const Slide& slide = briefing.slides[i];
            const BriefScene& told = briefing.scenes[slide.scene];
            const std::string path = slidePath(i + 1);
            EXPECT_EQ(parts.textOf(path, "title"), told.title);
            EXPECT_EQ(parts.attributes(path, "//p:pic/p:nvPicPr/p:cNvPr", "descr").front(), altText(briefing, slide));
            EXPECT_NE(parts.textOf(path, "body").find(placeWords(briefing, slide)), std::string::npos);
            EXPECT_NE(parts.textOf(path, "body").find(told.narration.parts[slide.part].text), std::string::npos)
                << told.title;
        }
        EXPECT_EQ(parts.textOf(slidePath(slides), "title"), language == std::string("de") ? "Quellen" : "Sources");
    }
}

TEST(PptxDeck, hasThePresentersNotes)
{
    const graph::EventGraph graph = test::shippedGraph();
    const PptxParts& parts = shippedParts();
    const model::Text& notes = graph.story().scenes.front().notes;
    ASSERT_TRUE(parts.has(notesPath(1)));
    EXPECT_EQ(parts.textOf(notesPath(1), "body"), model::choose(notes, "en", graph.story().languages).text);
    EXPECT_FALSE(partsOf(briefingWith("")).has(notesPath(1))) << "none, where there are none";
}

TEST(PptxDeck, linksToItsSources)
{
    const PptxParts parts = partsOf(briefingWith(R"("show":["one"])"));
    for (const std::string& path : {slidePath(1), slidePath(2)}) {
        std::string targets;
        for (const test::PptxRelation& relation : parts.relationsOf(path)) {
            if (relation.external)
                targets += relation.target + ' ';
        }
        EXPECT_EQ(targets, "https://example.org/x ") << path;
        EXPECT_EQ(parts.attributes(path, "//a:hlinkClick", "r:id").size(), 1U) << path;
    }
}

TEST(PptxDeck, makesAddressesThatRelationsMayHave)
{
    std::string text = test::storyWithScene(R"("show":["one"])");
    const std::string address = "https://example.org/x";
    text.replace(text.find(address), address.size(), R"(HTTPS://example.org/a|b<c>%20%zz#d#e[f])");
    const PptxParts parts = partsOf(numbered(graph::EventGraph(test::storyOf(text))));
    std::string targets;
    for (const test::PptxRelation& relation : parts.relationsOf(slidePath(1))) {
        if (relation.external)
            targets += relation.target;
    }
    EXPECT_EQ(targets, "https://example.org/a%7Cb%3Cc%3E%20%25zz#d%23e%5Bf%5D");
}

TEST(PptxDeck, tellsALongNarrationWholeOverSeveralSlides)
{
    std::string words;
    for (int i = 0; i < 400; ++i)
        words += "word" + std::to_string(i) + ' ';
    const Briefing briefing = briefingWith("\"narration\":\"First.\\n" + words + "\"");
    ASSERT_GT(briefing.slides.size(), 1U);
    const PptxParts parts = partsOf(briefing);
    std::string told;
    for (std::size_t i = 0; i < briefing.slides.size(); ++i) {
        const std::vector<std::string> paragraphs = parts.paragraphsOf(slidePath(i + 1), 1);
        EXPECT_EQ(paragraphs.size(), i == 0 ? 2U : 1U) << "only the story's own ends of lines are paragraphs";
        for (const std::string& paragraph : paragraphs)
            told += paragraph + ' ';
    }
    EXPECT_EQ(told, "First. " + words);
    EXPECT_FALSE(parts.has("ppt/media/picture2.png")) << "all show the same picture";
}

TEST(PptxDeck, hasHostileTextsAsText)
{
    const std::string hostile =
        R"(<script>alert(\"1\")</script> & ]]> \u0001\u0008\u202Eabc\u200F\uFFFE\uFFFF &amp; 漢字 🙂)";
    const std::string shown = "<script>alert(\"1\")</script> & ]]> abc &amp; 漢字 🙂";
    std::string text = test::storyWithScene(R"("narration":")" + hostile + R"(","notes":")" + hostile + '"');
    text.replace(text.find("\"title\":\"Scene\""), 15, "\"title\":\"" + hostile + '"');
    text.replace(text.find("X Times"), 7, hostile);
    text.replace(text.find("\"title\":\"One\""), 13, "\"title\":\"" + hostile + '"');
    const PptxParts parts = partsOf(numbered(graph::EventGraph(test::storyOf(text))));
    for (const auto& [name, bytes] : parts.all()) {
        if (!name.ends_with(".xml"))
            continue;
        EXPECT_TRUE(parts.parsed(name)) << name;
        EXPECT_EQ(bytes.find("<script"), std::string::npos) << name;
        for (const char* forbidden : {"\x01", "\x08", "&#", "\xE2\x80\xAE", "\xE2\x80\x8F", "\xEF\xBF\xBE"})
            EXPECT_EQ(bytes.find(forbidden), std::string::npos) << name;
    }
    EXPECT_EQ(parts.textOf(slidePath(1), "title"), shown);
    EXPECT_EQ(parts.paragraphsOf(slidePath(1), 1), std::vector<std::string>{shown});
    EXPECT_EQ(parts.textOf(notesPath(1), "body"), shown);
    EXPECT_NE(parts.attributes(slidePath(1), "//p:pic/p:nvPicPr/p:cNvPr", "descr").front().find("<script>"),
              std::string::npos);
}

TEST(PptxDeck, flowsSourcesOverPagesAndCutsNone)
{
    std::string title;
    for (int i = 0; i < 1500; ++i)
        title += "word" + std::to_string(i) + ' ';
    title.pop_back();
    std::string text = test::storyWithScene("");
    text.replace(text.find("\"publisher\":\"X Times\""), 21, R"("publisher":"X Times","title":")" + title + '"');
    const PptxParts parts = partsOf(numbered(graph::EventGraph(test::storyOf(text))));
    std::string told;
    for (std::size_t slide = 2; parts.has(slidePath(slide)); ++slide) {
        for (const int column : {1, 13}) {
            for (const std::string& paragraph : parts.paragraphsOf(slidePath(slide), column))
                told += paragraph + ' ';
        }
    }
    EXPECT_NE(told.find(title), std::string::npos);
    EXPECT_NE(told.find("https://example.org/x"), std::string::npos);
}

TEST(ParagraphsOf, areTheTextWithoutTheEndsOfLines)
{
    const std::string text = "one two  three\n\nfour-five six 漢字漢字漢字";
    const core::TextStyle style{20, core::FontWeight::regular, false};
    const std::vector<std::string> lines = linesOf(test::fontBook(), text, style, 60);
    ASSERT_GT(lines.size(), 4U);
    EXPECT_EQ(paragraphsOf(text, lines, 0, lines.size()),
              (std::vector<std::string>{"one two three", "four-five six 漢字漢字漢字"}));
    std::string again;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::vector<std::string> one = paragraphsOf(text, lines, i, i + 1);
        EXPECT_EQ(one, std::vector<std::string>{lines[i]});
    }
}

} // namespace
} // namespace fabula::brief
