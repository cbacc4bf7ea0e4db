#include "../support/fake_measurer.hpp"
#include "../support/story_maker.hpp"
#include "layout/timeline/timeline.hpp"
#include "scene/framing.hpp"
#include "scene/graph_picture.hpp"
#include "scene/story_page.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace fabula::scene {
namespace {

const test::FakeMeasurer kMeasurer;
constexpr core::Size kFrame{1400, 800};

/// A made story with both layouts, each fitted into the same frame.
struct BothViews
{
    explicit BothViews(std::size_t events) : graph(test::makeStory({events, events * 3 / 2, 5, 7}))
    {
        layout::TimelineRequest request{graph, &kMeasurer};
        timelineView.frame = graphView.frame = {0, 0, kFrame.width, kFrame.height};
        request.heightPx = timelineView.canvas().height;
        request.fitWidthPx = timelineView.canvas().width;
        layout::Timeline ladder(request);
        timeline = ladder.at(ladder.fitPxPerSecond());
        timelineView.panX = centredPan(timeline, timelineView.canvas().width);
        causal = layout::causalLayout({graph, &kMeasurer});
        graphView = fitted(causal, graphView);
    }

    DisplayList morph(double share) const
    {
        DisplayList picture;
        picture.size = kFrame;
        addMorph({{graph, timeline, metrics, kMeasurer},
                  timelineView,
                  {graph, causal, metrics, kMeasurer},
                  graphView,
                  share},
                 darkTheme(), picture);
        return picture;
    }
    DisplayList whole() const
    {
        DisplayList picture;
        picture.size = kFrame;
        addGraph({graph, causal, metrics, kMeasurer}, graphView, darkTheme(), picture);
        return picture;
    }

    graph::EventGraph graph;
    layout::TimelineMetrics metrics;
    layout::TimelineLayout timeline;
    layout::CausalLayout causal;
    TimelineView timelineView;
    GraphView graphView;
};

std::set<std::uint32_t> eventsIn(const DisplayList& picture)
{
    std::set<std::uint32_t> events;
    for (const DisplayItem& item : picture.items) {
        if (item.subject.kind == SubjectKind::event)
            events.insert(item.subject.index);
    }
    return events;
}

/// The card of an event: the first filled box that bears its id.
Rect cardOf(const DisplayList& picture, std::uint32_t event)
{
    for (const DisplayItem& item : picture.items) {
        const auto* box = std::get_if<FillRect>(&item.shape);
        if (box != nullptr && item.subject == Subject{SubjectKind::event, event})
            return box->rect;
    }
    return {};
}

TEST(GraphPicture, showsEveryEventAndEveryLink)
{
    const BothViews views(60);
    const DisplayList picture = views.whole();
    EXPECT_EQ(eventsIn(picture).size(), 60U);
    std::set<std::uint32_t> links;
    for (const DisplayItem& item : picture.items) {
        if (item.subject.kind == SubjectKind::link)
            links.insert(item.subject.index);
    }
    EXPECT_EQ(links.size(), views.causal.links.size());
}

TEST(GraphPicture, fitsIntoTheFrameAtMostAtNaturalSize)
{
    for (const std::size_t events : {1U, 10U, 150U}) {
        const BothViews views(events);
        EXPECT_LE(views.graphView.zoom, 1);
        const Point corner = views.graphView.screenFromContent({views.causal.bounds.x, views.causal.bounds.y});
        const Point far =
            views.graphView.screenFromContent({views.causal.bounds.right(), views.causal.bounds.bottom()});
        EXPECT_GE(corner.x, -0.5);
        EXPECT_GE(corner.y, -0.5);
        EXPECT_LE(far.x, kFrame.width + 0.5);
        EXPECT_LE(far.y, kFrame.height + 0.5);
    }
}

TEST(GraphPicture, wordsStayInTheirCardsAtEveryZoom)
{
    BothViews views(40);
    for (const double zoom : {0.3, 0.45, 0.6, 0.64, 0.78, 0.9, 1.0, 1.3}) {
        views.graphView.zoom = zoom;
        views.graphView.corner = {views.causal.bounds.x - 20, views.causal.bounds.y - 20};
        const DisplayList picture = views.whole();
        for (const DisplayItem& item : picture.items) {
            const auto* text = std::get_if<TextRun>(&item.shape);
            if (text == nullptr || text->text.empty() || item.subject.kind != SubjectKind::event)
                continue;
            const Rect ink = kMeasurer.inkBox(text->text, text->style).moved(text->position.x, text->position.y);
            const Rect card = cardOf(picture, item.subject.index);
            EXPECT_GE(ink.left(), card.left()) << text->text << " at " << zoom;
            EXPECT_LE(ink.right(), card.right() + 0.5) << text->text << " at " << zoom;
            EXPECT_GE(ink.top(), card.top() - 0.5) << text->text << " at " << zoom;
            EXPECT_LE(ink.bottom(), card.bottom() + 0.5) << text->text << " at " << zoom;
        }
    }
}

TEST(Morph, everyCardIsThereInEveryFrame)
{
    const BothViews views(80);
    const std::set<std::uint32_t> all = eventsIn(views.whole());
    ASSERT_EQ(all.size(), 80U);
    for (int frame = 1; frame <= 17; ++frame)
        EXPECT_EQ(eventsIn(views.morph(frame / 18.0)), all) << "in frame " << frame;
}

TEST(Morph, cardsMoveInStraightLinesBetweenTheirTwoPlaces)
{
    const BothViews views(50);
    const layout::PlacedEvent* placed = nullptr;
    for (const layout::PlacedEvent& event : views.timeline.events) {
        if (event.detail == layout::Detail::card)
            placed = &event;
    }
    ASSERT_NE(placed, nullptr);
    const std::uint32_t id = placed->event.value;
    const Point from = views.timelineView.screenFromContent({placed->box.x, placed->box.y});
    const Rect& goal = views.causal.place(placed->event)->box;
    const Point to = views.graphView.screenFromContent({goal.x, goal.y});
    for (const double share : {0.001, 0.25, 0.5, 0.75, 0.999}) {
        const Rect card = cardOf(views.morph(share), id);
        EXPECT_NEAR(card.x, from.x + (to.x - from.x) * share, 1.5);
        EXPECT_NEAR(card.y, from.y + (to.y - from.y) * share, 1.5);
    }
}

TEST(Morph, linksOfOneViewAtATime)
{
    const BothViews views(50);
    const auto links = [&](double share) {
        const DisplayList picture = views.morph(share);
        return std::count_if(picture.items.begin(), picture.items.end(),
                             [](const DisplayItem& item) { return item.subject.kind == SubjectKind::link; });
    };
    EXPECT_GT(links(0.1), 0);
    EXPECT_EQ(links(0.5), 0) << "half-way there are cards alone";
    EXPECT_GT(links(0.9), 0);
}

TEST(AsOf, whatIsNotKnownIsNotDrawnAndGhostsSayNothing)
{
    BothViews views(40);
    views.graphView.presence.events.assign(40, 1);
    views.graphView.presence.events[3] = 0;
    views.graphView.presence.links.assign(views.graph.story().links.size(), 0);
    EXPECT_EQ(eventsIn(views.whole()).count(3), 0U);
    views.graphView.presence.ghosts = true;
    const DisplayList ghosts = views.whole();
    EXPECT_EQ(eventsIn(ghosts).count(3), 0U) << "a ghost can't be clicked";
    const auto outlines = std::count_if(ghosts.items.begin(), ghosts.items.end(), [](const DisplayItem& item) {
        const auto* outline = std::get_if<StrokeRect>(&item.shape);
        return outline != nullptr && outline->dash == 5;
    });
    EXPECT_GE(outlines, 1);
    for (const DisplayItem& item : ghosts.items)
        EXPECT_NE(item.subject.kind, SubjectKind::link);
}

} // namespace
} // namespace fabula::scene
