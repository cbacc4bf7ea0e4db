#include "brief/slide.hpp"
#include "shipped_briefing.hpp"

#include <algorithm>
#include <string>

namespace fabula::brief {
namespace {

Rect boxOf(const scene::TextRun& text)
{
    return test::fontBook().inkBox(text.text, text.style).moved(text.position.x, text.position.y);
}

std::vector<scene::TextRun> textsOf(const scene::DisplayList& picture)
{
    std::vector<scene::TextRun> texts;
    for (const scene::DisplayItem& item : picture.items) {
        if (const auto* text = std::get_if<scene::TextRun>(&item.shape); text != nullptr && !text->text.empty())
            texts.push_back(*text);
    }
    return texts;
}

std::string wordsOf(const scene::DisplayList& picture)
{
    std::string words;
    for (const scene::TextRun& text : textsOf(picture))
        words += text.text + '\n';
    return words;
}

Briefing briefingWith(const std::string& members)
{
    return test::briefingOf(graph::EventGraph(test::storyOf(test::storyWithScene(members))));
}

std::string repeated(const std::string& words, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += words;
    return all;
}

/// No text lies over another or leaves the slide.
void expectTidy(const scene::DisplayList& picture, const std::string& what)
{
    const std::vector<scene::TextRun> texts = textsOf(picture);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Rect box = boxOf(texts[i]);
        EXPECT_LE(box.right(), picture.size.width) << what << ": " << texts[i].text;
        EXPECT_LE(box.bottom(), picture.size.height) << what << ": " << texts[i].text;
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(box.grown(-0.5).overlaps(boxOf(texts[j]).grown(-0.5)))
                << what << ": " << texts[i].text << " over " << texts[j].text;
    }
}

TEST(Slides, ofTheShippedStoriesAreTidyInBothLanguagesAndEveryShape)
{
    for (const char* story : {"deepseek-r2", "rosetta-stone"}) {
        const graph::EventGraph graph = test::shippedGraph(story);
        for (const char* language : {"en", "de"}) {
            for (const core::Size size : {core::Size{16, 9}, core::Size{4, 3}, core::Size{21, 9}}) {
                const Briefing briefing = test::briefingOf(graph, language, size);
                for (const Slide& slide : briefing.slides)
                    expectTidy(slidePicture(briefing, slide),
                               briefing.scenes[slide.scene].title + ", step " + std::to_string(slide.step));
            }
        }
    }
}

TEST(Slides, ofTheShippedBriefingShowEveryEventByName)
{
    for (const char* language : {"en", "de"}) {
        const graph::EventGraph graph = test::shippedGraph();
        const Briefing briefing = test::briefingOf(graph, language);
        for (const BriefScene& scene : briefing.scenes) {
            const auto& placed = scene.stage.placed;
            const auto count = static_cast<std::ptrdiff_t>(scene.stage.content.shown.size());
            const auto named = [](const layout::PlacedEvent& event) {
                return event.detail == layout::Detail::card || event.detail == layout::Detail::label;
            };
            const auto& events = std::visit(
                [](const auto& staged) -> const std::vector<layout::PlacedEvent>& { return staged.layout.events; },
                placed);
            EXPECT_GE(std::count_if(events.begin(), events.end(), named), count) << scene.title;
        }
    }
}

TEST(Slides, areTheSameEachTime)
{
    const graph::EventGraph graph = test::shippedGraph();
    const Briefing one = test::briefingOf(graph);
    const Briefing two = test::briefingOf(graph);
    ASSERT_EQ(one.slides, two.slides);
    for (const Slide& slide : one.slides)
        EXPECT_EQ(wordsOf(slidePicture(one, slide)), wordsOf(slidePicture(two, slide)));
}

TEST(Slides, countTheStepsOfEachScene)
{
    const Briefing briefing = briefingWith(R"("show":["one","two"],"reveal":[["two"]])");
    EXPECT_EQ(briefing.slides, (std::vector<Slide>{{0, 0, 0}, {0, 1, 0}}));
    EXPECT_EQ(wordsOf(slidePicture(briefing, {0, 0, 0})).find("Two"), std::string::npos);
    EXPECT_NE(wordsOf(slidePicture(briefing, {0, 1, 0})).find("Two"), std::string::npos);
}

TEST(Slides, loseNoWordOfALongNarration)
{
    const std::string sentence = "Word after word the narration goes on and on. ";
    const Briefing briefing = briefingWith("\"narration\":\"" + repeated(sentence, 66) + "\""); // 3,000 characters
    EXPECT_GT(briefing.slides.size(), 1U);
    std::string told;
    for (const Slide& slide : briefing.slides) {
        expectTidy(slidePicture(briefing, slide), "part " + std::to_string(slide.part));
        for (const std::string& line : briefing.scenes[0].narration.parts[slide.part].lines)
            told += line + ' ';
    }
    EXPECT_EQ(told, repeated(sentence, 66));
}

TEST(Slides, endWithASentenceWhereANarrationGoesOn)
{
    std::string text;
    for (int i = 0; i < 40; ++i)
        text +=
            "This is sentence number " + std::to_string(i) + (i % 3 == 0 ? ", and it is longer than others. " : ". ");
    const Briefing briefing = briefingWith("\"narration\":\"" + text + "\"");
    const std::vector<NarrationPart>& parts = briefing.scenes[0].narration.parts;
    ASSERT_GT(parts.size(), 2U);
    std::size_t least = parts[0].lines.size();
    std::size_t most = least;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        EXPECT_EQ(parts[i].lines.back().back(), '.') << parts[i].text;
        least = std::min(least, parts[i].lines.size());
        most = std::max(most, parts[i].lines.size());
        const std::string place = "text " + std::to_string(i + 1) + " of " + std::to_string(parts.size());
        EXPECT_NE(wordsOf(slidePicture(briefing, briefing.slides[i])).find(place), std::string::npos) << place;
    }
    EXPECT_LE(most - least, 2U) << "about as long as each other";
}

TEST(Slides, haveNoWordOfPartsWhereTheNarrationIsWhole)
{
    const Briefing briefing = briefingWith(R"("narration":"One. Two.")");
    EXPECT_EQ(wordsOf(slidePicture(briefing, briefing.slides[0])).find("text 1"), std::string::npos);
}

TEST(Slides, breakAWordThatIsLongerThanTheSlide)
{
    const std::string word = repeated("x", 10'000);
    const Briefing briefing = briefingWith("\"narration\":\"" + word + "\"");
    std::string told;
    for (const NarrationPart& part : briefing.scenes[0].narration.parts) {
        for (const std::string& line : part.lines)
            told += line;
    }
    EXPECT_EQ(told, word);
    for (const Slide& slide : briefing.slides)
        expectTidy(slidePicture(briefing, slide), "a long word");
}

TEST(Slides, goOnBelowWithATitleThatHasNoRoom)
{
    std::string text = test::storyWithScene("");
    const std::string title = repeated("long title ", 60);
    text.replace(text.find("\"title\":\"Scene\""), 15, "\"title\":\"" + title + "\"");
    const Briefing briefing = test::briefingOf(graph::EventGraph(test::storyOf(text)));
    std::string told;
    for (const NarrationPart& part : briefing.scenes[0].narration.parts) {
        for (const std::string& line : part.lines)
            told += line + ' ';
    }
    EXPECT_EQ(told, title);
    expectTidy(slidePicture(briefing, briefing.slides[0]), "a long title");
}

TEST(Slides, tellBasisConfidenceAndSources)
{
    const Briefing briefing = briefingWith(R"("show":["one","two"])");
    const std::string words = wordsOf(slidePicture(briefing, briefing.slides.back()));
    EXPECT_NE(words.find("official, reported, unlikely to likely"), std::string::npos) << words;
    EXPECT_NE(words.find("X Times, 1 Mar 2025"), std::string::npos) << words;
}

TEST(Slides, showFourHundredEventsAsFarAsTheyCan)
{
    std::string events;
    for (int i = 0; i < 400; ++i)
        events += (i > 0 ? "," : "") + std::string(R"({"id":"e)") + std::to_string(i) + R"(","title":"Event )" +
                  std::to_string(i) + R"(","when":"2025-)" + (i % 12 < 9 ? "0" : "") + std::to_string(i % 12 + 1) +
                  R"(-1)" + std::to_string(i % 9) + R"("})";
    const std::string text =
        R"({"fabula":1,"id":"s","title":"S","events":[)" + events + R"(],"scenes":[{"id":"sc","title":"All of it"}]})";
    const Briefing briefing = test::briefingOf(graph::EventGraph(test::storyOf(text)));
    expectTidy(slidePicture(briefing, briefing.slides[0]), "400 events");
}

TEST(Callouts, ofADayTellItAndComeWithTheLastStep)
{
    const Briefing briefing =
        briefingWith(R"("show":["one","two"],"reveal":[["two"]],"callouts":[{"day":"2025-01-20","text":"Remarked"}])");
    ASSERT_EQ(briefing.slides.size(), 2U);
    EXPECT_EQ(wordsOf(slidePicture(briefing, briefing.slides[0])).find("Remarked"), std::string::npos);
    const std::string words = wordsOf(slidePicture(briefing, briefing.slides[1]));
    EXPECT_NE(words.find("Remarked"), std::string::npos) << words;
    EXPECT_NE(words.find("20 Jan 2025"), std::string::npos) << words;
    const PlacedCallout& callout = briefing.scenes[0].stage.callouts.at(0);
    const auto& timeline = std::get<StagedTimeline>(briefing.scenes[0].stage.placed);
    const double noon = timeline.layout.scale.screenFromTime(time::Instant{1737374400});
    ASSERT_GE(callout.leader.size(), 2U);
    EXPECT_NEAR(callout.leader[0].x, timeline.view.screenFromContent({noon, 0}).x * briefing.scenes[0].stage.factor, 1);
    EXPECT_EQ(callout.leader[0].x, callout.leader[1].x) << "straight down from its day";
}

TEST(Callouts, lieOverNoCardAndNoText)
{
    for (const char* language : {"en", "de"}) {
        const Briefing briefing = test::briefingOf(test::shippedGraph(), language);
        std::size_t seen = 0;
        for (const BriefScene& scene : briefing.scenes) {
            for (const PlacedCallout& callout : scene.stage.callouts) {
                ++seen;
                EXPECT_TRUE(scene.stage.frame.contains({callout.box.x, callout.box.y}));
                const auto* timeline = std::get_if<StagedTimeline>(&scene.stage.placed);
                ASSERT_NE(timeline, nullptr);
                for (const layout::PlacedEvent& placed : timeline->layout.events) {
                    const Point corner =
                        timeline->view.screenFromContent({placed.box.x, placed.box.y}) * scene.stage.factor;
                    const Rect box{corner.x, corner.y, placed.box.width * scene.stage.factor,
                                   placed.box.height * scene.stage.factor};
                    EXPECT_FALSE(box.overlaps(callout.box)) << scene.title << ": " << placed.title;
                }
            }
        }
        EXPECT_GE(seen, 4U);
    }
}

} // namespace
} // namespace fabula::brief
