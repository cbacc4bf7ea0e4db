#include "../support/fake_measurer.hpp"
#include "../support/story_maker.hpp"
#include "layout/timeline/link_notes.hpp"
#include "layout/timeline/timeline.hpp"

#include <gtest/gtest.h>

namespace fabula::layout {
namespace {

const fabula::test::FakeMeasurer kMeasurer;

std::vector<Rect> namesOf(const TimelineLayout& layout)
{
    std::vector<Rect> boxes;
    for (const LinkRoute& route : layout.links)
        for (const LinkNote* name : {&route.sourceName, &route.targetName})
            if (!name->text.empty())
                boxes.push_back(name->box);
    for (const LinkRibbon& ribbon : layout.ribbons)
        if (!ribbon.count.text.empty())
            boxes.push_back(ribbon.count.box);
    return boxes;
}

bool meets(const Rect& box, Point a, Point b)
{
    for (int i = 0; i <= 400; ++i)
        if (box.contains(a + (b - a) * (i / 400.0)))
            return true;
    return false;
}

void expectClear(const TimelineLayout& layout)
{
    const std::vector<Rect> names = namesOf(layout);
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k)
            EXPECT_FALSE(names[i].overlaps(names[k]));
        for (const PlacedEvent& event : layout.events)
            EXPECT_FALSE(names[i].overlaps(event.box));
        for (const EventCluster& cluster : layout.clusters)
            EXPECT_FALSE(names[i].overlaps(cluster.box));
        for (const LinkRoute& route : layout.links)
            for (std::size_t c = 1; !route.smooth && c < route.corners.size(); ++c)
                EXPECT_FALSE(meets(names[i], route.corners[c - 1], route.corners[c]));
    }
}

TEST(LinkNotes, standClearOfBoxesLinksAndEachOther)
{
    std::size_t named = 0;
    for (const std::uint32_t seed : {1U, 2U, 3U, 4U}) {
        TimelineRequest request{graph::EventGraph(fabula::test::makeStory({40, 60, 5, seed})), &kMeasurer};
        Timeline timeline(request);
        for (int step = 0; step < 10; ++step) {
            const TimelineLayout layout = timeline.at(timeline.pxPerSecond(step));
            expectClear(layout);
            named += namesOf(layout).size();
        }
    }
    EXPECT_GT(named, 20U) << "hardly a stub had a name, so nothing was tested";
}

TEST(LinkNotes, nameTheOtherEnd)
{
    TimelineRequest request{graph::EventGraph(fabula::test::makeStory({40, 60, 5, 2})), &kMeasurer};
    const model::Story& story = request.graph.story();
    Timeline timeline(request);
    for (int step = 0; step < 10; ++step) {
        for (const LinkRoute& route : timeline.at(timeline.pxPerSecond(step)).links) {
            if (route.sourceName.text.empty())
                continue;
            const std::string_view title = model::choose(story[route.to].title, "en", story.languages).text;
            EXPECT_EQ(route.sourceName.text.substr(0, 2), title.substr(0, 2));
        }
    }
}

PlacedEvent boxed(std::size_t event, Rect box, Detail detail)
{
    PlacedEvent placed;
    placed.event = EventId(event);
    placed.detail = detail;
    placed.box = box;
    return placed;
}

// Dots right ahead of the stub, above and below it.
TEST(LinkNotes, standALittleAsideRatherThanBeingCut)
{
    auto story = std::make_shared<model::Story>();
    story->languages = {"en"};
    story->events.resize(5);
    story->events[1].title = {{"en", "A name of some length"}};
    model::Link link;
    link.from = EventId(0);
    link.to = EventId(1);
    story->links.push_back(link);
    const TimelineRequest request{graph::EventGraph(story), &kMeasurer};
    TimelineLayout layout;
    layout.height = 300;
    layout.events = {boxed(0, {100, 100, 120, 46}, Detail::card), boxed(2, {300, 114, 4, 4}, Detail::dot),
                     boxed(3, {230, 138, 4, 4}, Detail::dot), boxed(4, {600, 200, 4, 4}, Detail::dot)};
    LinkRoute stub;
    stub.link = LinkId(0);
    stub.from = EventId(0);
    stub.to = EventId(1);
    stub.shape = LinkShape::stubs;
    stub.corners = {{220, 123}, {244, 123}};
    layout.links = {stub};
    annotateLinks(request, layout);
    EXPECT_EQ(layout.links[0].sourceName.text, "A name of some length");
    EXPECT_LT(std::abs(layout.links[0].sourceName.box.centre().y - 123), 14);
    expectClear(layout);
}

TEST(LinkNotes, countRibbonsWhereNothingElseStands)
{
    TimelineRequest request{graph::EventGraph(fabula::test::makeStory({300, 600, 8, 5U})), &kMeasurer};
    Timeline timeline(request);
    const TimelineLayout layout = timeline.at(timeline.fitPxPerSecond());
    expectClear(layout);
    std::size_t counted = 0;
    for (const LinkRibbon& ribbon : layout.ribbons) {
        if (ribbon.count.text.empty())
            continue;
        EXPECT_EQ(ribbon.count.text, std::to_string(ribbon.links.size()));
        ++counted;
    }
    EXPECT_GT(counted, 5U);
    EXPECT_LE(counted, kMostCounts);
}

} // namespace
} // namespace fabula::layout
