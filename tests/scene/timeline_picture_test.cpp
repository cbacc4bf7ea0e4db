#include "../support/fake_measurer.hpp"
#include "../support/story_maker.hpp"
#include "layout/timeline/timeline.hpp"
#include "scene/story_page.hpp"
#include "scene/theme.hpp"
#include "scene/timeline_picture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

namespace fabula::scene {
namespace {

const test::FakeMeasurer kMeasurer;

std::shared_ptr<model::Story> storyOf(const std::vector<const char*>& dates)
{
    auto story = std::make_shared<model::Story>();
    story->languages = {"en"};
    story->actors.resize(1);
    story->actors[0].id = "a";
    story->actors[0].name = {{"en", "Somebody"}};
    for (const char* date : dates) {
        model::Event event;
        event.id = "e" + std::to_string(story->events.size());
        event.title = {{"en", "Event " + event.id}};
        if (*date != '\0')
            event.when = *time::parseEdtf(date);
        event.lane = core::ActorId(0);
        event.actors = {core::ActorId(0)};
        story->events.push_back(event);
    }
    return story;
}

/// The whole story's picture.
DisplayList pictureOf(const std::shared_ptr<const model::Story>& story, bool foldGaps = false)
{
    layout::TimelineRequest request{graph::EventGraph(story), &kMeasurer};
    request.foldGaps = foldGaps;
    layout::Timeline timeline(request);
    const layout::TimelineLayout layout = timeline.at(timeline.fitPxPerSecond());
    TimelineView view;
    view.frame = {0, 0, 1400, 800};
    DisplayList picture;
    addTimeline({request.graph, layout, request.metrics, kMeasurer}, view, darkTheme(), picture);
    return picture;
}

std::set<std::string> textsOf(const std::shared_ptr<const model::Story>& story, bool foldGaps = false)
{
    std::set<std::string> texts;
    for (const DisplayItem& item : pictureOf(story, foldGaps).items)
        if (const auto* text = std::get_if<TextRun>(&item.shape))
            texts.insert(text->text);
    return texts;
}

TEST(TimelinePicture, saysThatThereIsNothingInsteadOfMakingUpAnAxis)
{
    const std::set<std::string> nothing{"No event with a date to show here"};
    EXPECT_EQ(textsOf(storyOf({})), nothing);
    EXPECT_EQ(textsOf(storyOf({"2025"})).count(*nothing.begin()), 0U);
}

TEST(TimelinePicture, countsTheUndatedAtTheHeadOfTheAxis)
{
    EXPECT_EQ(textsOf(storyOf({"2025-01-01", "", ""})).count("2 events without a date"), 1U);
    EXPECT_EQ(textsOf(storyOf({"2025-01-01", ""})).count("1 event without a date"), 1U);
}

TEST(TimelinePicture, saysHowLongAFoldedGapIs)
{
    const auto years = [](const std::set<std::string>& texts) {
        return std::count_if(texts.begin(), texts.end(),
                             [](const std::string& text) { return text.find(" years") != std::string::npos; });
    };
    const auto story = storyOf({"1900-01-01", "1900-06-01", "2000-01-01", "2000-06-01"});
    EXPECT_EQ(years(textsOf(story, true)), 1);
    EXPECT_EQ(years(textsOf(story, false)), 0);
}

TEST(TimelinePicture, showsADateAsAPointWhereItWouldFadeIntoNothing)
{
    // Two millennia in a page's width: a year is less than a pixel.
    const DisplayList picture = pictureOf(storyOf({"0100", "2000"}));
    std::size_t points = 0;
    for (const DisplayItem& item : picture.items)
        if (item.subject.kind == SubjectKind::event)
            points += std::holds_alternative<Disc>(item.shape) ? 1 : 0;
    EXPECT_EQ(points, 2U);
}

/// The picture of one event at one level of detail.
DisplayList pictureAt(const std::shared_ptr<const model::Story>& story, layout::Detail detail, core::EventId selected,
                      const std::string& language = "en")
{
    layout::TimelineRequest request{graph::EventGraph(story), &kMeasurer};
    request.language = language;
    layout::Timeline timeline(request);
    layout::TimelineLayout layout = timeline.at(timeline.fitPxPerSecond());
    for (layout::PlacedEvent& placed : layout.events)
        placed.detail = detail;
    if (detail == layout::Detail::cluster) {
        layout.clusters.push_back({core::LaneId(0), layout.events[0].box, {}, {core::EventId(0), core::EventId(1)}});
        layout.events.clear();
        layout.placeOf.assign(story->events.size(), 0);
    }
    TimelineView view;
    view.frame = {0, 0, 1400, 800};
    view.language = language;
    view.selected = selected;
    DisplayList picture;
    addTimeline({request.graph, layout, request.metrics, kMeasurer}, view, darkTheme(), picture);
    return picture;
}

std::size_t rings(const DisplayList& picture)
{
    return static_cast<std::size_t>(
        std::count_if(picture.items.begin(), picture.items.end(), [](const DisplayItem& item) {
            const auto* disc = std::get_if<Disc>(&item.shape);
            const auto* rect = std::get_if<StrokeRect>(&item.shape);
            return (disc != nullptr && disc->strokeWidth == 2 && disc->stroke == darkTheme().accent) ||
                   (rect != nullptr && rect->width == 2 && rect->colour == darkTheme().accent);
        }));
}

TEST(TimelinePicture, ringsTheSelectedAtEveryLevelOfDetail)
{
    const auto story = storyOf({"2025-01-01", "2025-06-01"});
    for (const auto detail :
         {layout::Detail::card, layout::Detail::label, layout::Detail::dot, layout::Detail::cluster}) {
        EXPECT_EQ(rings(pictureAt(story, detail, core::EventId(1))), 1U) << static_cast<int>(detail);
        EXPECT_EQ(rings(pictureAt(story, detail, {})), 0U) << static_cast<int>(detail);
    }
}

TEST(TimelinePicture, fadesWhatIsAboutADay)
{
    const auto gradients = [](const char* date) {
        std::vector<Rect> rects;
        for (const DisplayItem& item : pictureAt(storyOf({date}), layout::Detail::card, {}).items)
            if (const auto* fade = std::get_if<GradientRect>(&item.shape); fade != nullptr && item.subject.any())
                rects.push_back(fade->rect);
        return rects;
    };
    const layout::TimelineMetrics metrics;
    EXPECT_TRUE(gradients("2025-08-12").empty());
    ASSERT_EQ(gradients("2025-08-12~").size(), 1U);
    EXPECT_GE(gradients("2025-08-12~").front().width, 2 * metrics.softMargin);
}

TEST(TimelinePicture, letsTheHatchingOfAnOpenEndGrowFainter)
{
    auto story = storyOf({"2024-02~", "", "2024-12-01"});
    model::Link link;
    link.from = core::EventId(0);
    link.to = core::EventId(1);
    link.kind = model::LinkKind::prompts;
    story->links.push_back(link);
    std::vector<HatchRect> hatches;
    for (const DisplayItem& item : pictureOf(story).items)
        if (const auto* hatch = std::get_if<HatchRect>(&item.shape))
            hatches.push_back(*hatch);
    ASSERT_GT(hatches.size(), 4U);
    for (std::size_t i = 1; i < hatches.size(); ++i) {
        EXPECT_GE(hatches[i].rect.left(), hatches[i - 1].rect.right() - 0.01);
        EXPECT_LT(hatches[i].colour.alpha, hatches[i - 1].colour.alpha);
    }
    EXPECT_LT(hatches.back().colour.alpha, hatches.front().colour.alpha / 4);
}

TEST(TimelinePicture, drawsNoBarUnderTheTextOfAnotherEvent)
{
    const auto story = storyOf({"2025-01/2025-12", "2025-06-01"});
    layout::TimelineRequest request{graph::EventGraph(story), &kMeasurer};
    layout::Timeline timeline(request);
    layout::TimelineLayout layout = timeline.at(timeline.fitPxPerSecond());
    layout::DateBar& bar = layout.events[layout.placeOf[0] - 1].bar;
    const double middle = (bar.x0 + bar.x1) / 2;
    bar.covered = {{middle - 40, middle + 40}};
    TimelineView view;
    view.frame = {0, 0, 1400, 800};
    DisplayList picture;
    addTimeline({request.graph, layout, request.metrics, kMeasurer}, view, darkTheme(), picture);
    double drawn = 0;
    Rect clip;
    for (const DisplayItem& item : picture.items) {
        if (const auto* push = std::get_if<PushClip>(&item.shape))
            clip = push->rect;
        const auto* fade = std::get_if<GradientRect>(&item.shape);
        if (fade != nullptr && item.subject == Subject{SubjectKind::event, 0} && fade->rect.height == bar.height)
            drawn += std::min(clip.width, fade->rect.width);
    }
    EXPECT_NEAR(drawn, bar.x1 - bar.x0 - 80, 4);
}

TEST(TimelinePicture, saysWhichLanguageStandsIn)
{
    auto story = storyOf({"2025-01-01"});
    story->languages = {"en", "de"};
    const auto marks = [&](layout::Detail detail, const char* language) {
        std::size_t count = 0;
        for (const DisplayItem& item : pictureAt(story, detail, {}, language).items)
            if (const auto* text = std::get_if<TextRun>(&item.shape))
                count += text->text == "EN" ? 1 : 0;
        return count;
    };
    // One at the event, one at its lane.
    EXPECT_EQ(marks(layout::Detail::card, "de"), 2U);
    EXPECT_EQ(marks(layout::Detail::label, "de"), 2U);
    EXPECT_EQ(marks(layout::Detail::card, "en"), 0U);
    story->events[0].title.add("de", "Ereignis");
    EXPECT_EQ(marks(layout::Detail::card, "de"), 1U);
}

TEST(TimelinePicture, setsTheStorysTitleOnOneLine)
{
    auto story = storyOf({"2025-01-01"});
    story->title = {{"en", "One\nline"}};
    layout::TimelineRequest request{graph::EventGraph(story), &kMeasurer};
    layout::Timeline timeline(request);
    const layout::TimelineLayout layout = timeline.at(timeline.fitPxPerSecond());
    TimelineView view;
    view.frame = frameOfPage({1400, 800});
    const DisplayList page =
        storyPage({request.graph, layout, request.metrics, kMeasurer}, view, darkTheme(), {1400, 800});
    EXPECT_TRUE(std::any_of(page.items.begin(), page.items.end(), [](const DisplayItem& item) {
        const auto* text = std::get_if<TextRun>(&item.shape);
        return text != nullptr && text->text == "One line";
    }));
}

TEST(TimelinePicture, showsSourcesAndContradictionsOnCards)
{
    auto story = storyOf({"1900-01-01", "2000-01-01"});
    story->sources.resize(2);
    story->events[0].sources = {{core::SourceId(0), {}}, {core::SourceId(1), {}}};
    EXPECT_EQ(textsOf(story).count("2"), 1U);
    EXPECT_EQ(textsOf(story).count("≠"), 0U);
    model::Link link;
    link.from = core::EventId(0);
    link.to = core::EventId(1);
    link.kind = model::LinkKind::contradicts;
    story->links.push_back(link);
    EXPECT_EQ(textsOf(story).count("≠"), 1U);
}

TEST(TimelinePicture, letsNotesAtLinksBeClicked)
{
    layout::TimelineRequest request{graph::EventGraph(test::makeStory({40, 60, 5, 3U})), &kMeasurer};
    layout::Timeline timeline(request);
    const layout::TimelineLayout layout = timeline.at(timeline.fitPxPerSecond());
    TimelineView view;
    view.frame = {0, 0, 4000, 4000};
    view.panX = layout.scale.screenFromTime(timeline.extent().begin) - 800;
    DisplayList picture;
    addTimeline({request.graph, layout, request.metrics, kMeasurer}, view, darkTheme(), picture);
    std::size_t clicked = 0;
    for (const layout::LinkRoute& route : layout.links) {
        if (route.sourceName.text.empty())
            continue;
        const Point inView = view.screenFromContent(route.sourceName.box.centre());
        EXPECT_EQ(subjectAt(picture, inView), (Subject{SubjectKind::link, route.link.value}));
        ++clicked;
    }
    EXPECT_GT(clicked, 0U);
}

TEST(TimelinePicture, drawsACutLinkWholeOnlyWhileTheRestRecedes)
{
    auto story = storyOf({"2025-01-01", "2025-06-01"});
    story->links.resize(1);
    story->links[0].from = core::EventId(0);
    story->links[0].to = core::EventId(1);
    layout::TimelineRequest request{graph::EventGraph(story), &kMeasurer};
    layout::Timeline timeline(request);
    layout::TimelineLayout layout = timeline.at(timeline.fitPxPerSecond());
    ASSERT_EQ(layout.links.size(), 1U);
    const Rect from = layout.place(core::EventId(0))->box;
    const Rect to = layout.place(core::EventId(1))->box;
    layout.links[0].shape = layout::LinkShape::stubs;
    layout.links[0].corners = {{from.right(), from.centre().y}, {from.right() + 20, from.centre().y}};
    layout.links[0].targetStub = {{to.left() - 20, to.centre().y}, {to.left(), to.centre().y}};
    TimelineView view;
    view.frame = {0, 0, 1400, 800};
    const auto drawn = [&] {
        DisplayList picture;
        addTimeline({request.graph, layout, request.metrics, kMeasurer}, view, darkTheme(), picture);
        std::pair<std::size_t, std::size_t> linesAndEnds{0, 0};
        for (const DisplayItem& item : picture.items) {
            const auto* path = std::get_if<Path>(&item.shape);
            linesAndEnds.first += item.subject.kind == SubjectKind::link && path != nullptr && !path->closed ? 1 : 0;
            linesAndEnds.second +=
                item.subject.kind == SubjectKind::link && std::holds_alternative<Disc>(item.shape) ? 1 : 0;
        }
        return linesAndEnds;
    };
    EXPECT_EQ(drawn(), (std::pair<std::size_t, std::size_t>{2, 2})) << "two pieces, each with a free end";
    view.emphasis.events = {true, true};
    view.emphasis.links = {true};
    view.emphasis.strength = 1;
    EXPECT_EQ(drawn(), (std::pair<std::size_t, std::size_t>{1, 0})) << "one line";
}

TEST(TimelinePicture, holdsNoMoreOfPassingBarsThanIsInView)
{
    auto story = storyOf({});
    for (int i = 0; i < 600; ++i) {
        model::Event event;
        event.id = "e" + std::to_string(i);
        event.title = {{"en", "Event " + event.id}};
        event.when = *time::parseEdtf(std::to_string(1900 + i % 100) + "-0" + std::to_string(i / 100 + 1) + "/2300");
        event.lasting = true;
        event.lane = core::ActorId(0);
        event.actors = {core::ActorId(0)};
        story->events.push_back(event);
    }
    layout::TimelineRequest request{graph::EventGraph(story), &kMeasurer};
    layout::Timeline timeline(request);
    const layout::TimelineLayout layout = timeline.placementAt(timeline.fitPxPerSecond() * 400);
    TimelineView view;
    view.frame = {0, 0, 1400, 800};
    view.panX = layout.scale.screenFromTime(time::parseEdtf("1950")->span().begin);
    DisplayList picture;
    addTimeline({request.graph, layout, request.metrics, kMeasurer}, view, darkTheme(), picture);
    std::size_t passed = 0;
    for (const layout::PlacedEvent& placed : layout.events)
        passed += placed.bar.covered.size();
    EXPECT_GT(passed, 2000U) << "bars pass many texts along the whole axis";
    EXPECT_LT(picture.items.size(), 4000U);
}

} // namespace
} // namespace fabula::scene
