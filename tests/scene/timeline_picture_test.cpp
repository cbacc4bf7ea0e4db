#include "../support/fake_measurer.hpp"
#include "../support/story_maker.hpp"
#include "layout/timeline/timeline.hpp"
#include "scene/theme.hpp"
#include "scene/timeline_picture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>

namespace fabula::scene {
namespace {

const test::FakeMeasurer kMeasurer;

std::shared_ptr<model::Story> storyOf(const std::vector<const char*>& dates)
{
    auto story = std::make_shared<model::Story>();
    story->languages = {"en"};
    story->actors.resize(1);
    story->actors[0].id = "a";
    story->actors[0].name.entries = {{"en", "Somebody"}};
    for (const char* date : dates) {
        model::Event event;
        event.id = "e" + std::to_string(story->events.size());
        event.title.entries = {{"en", "Event " + event.id}};
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

} // namespace
} // namespace fabula::scene
