#include "scene/graph_picture.hpp"

#include "layout/timeline/text_fitting.hpp"
#include "scene/timeline_items.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::scene {
namespace {

using layout::PlacedEvent;

constexpr double kMargin = 28; ///< around a fitted graph, px of the picture

StoryItems itemsOf(const GraphSubject& subject, const GraphView& view, const Theme& theme, DisplayList& picture)
{
    return {subject.graph,    subject.layout, subject.metrics,
            subject.measurer, view,           theme,
            picture,          view.frame,     view.screenFromContent({0, 0}),
            view.zoom};
}

/// The columns of dates behind the cards, every second one tinted, with their titles at the top.
void addColumns(const GraphSubject& subject, const StoryItems& items)
{
    const core::TextStyle style{12, core::FontWeight::semibold, true};
    const Rect& frame = items.view.frame;
    const auto& columns = subject.layout.columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double half = 24;
        const double left = std::round(items.at({columns[i].left - half, 0}).x);
        const double right = std::round(items.at({columns[i].right + half, 0}).x);
        if (right < frame.left() || left > frame.right())
            continue;
        if (i % 2 == 1)
            items.picture.add(
                FillRect{{left, frame.y, right - left, frame.height}, 0, cornersNone, items.theme.laneTint});
        const std::string words = layout::fitted(items.measurer, columns[i].title, style, right - left - 16);
        items.picture.add(TextRun{{left + 10, frame.y + 20}, words, style, items.theme.text2, {}});
    }
}

/// The view with each link only a share as much there.
template <class View>
View withLinks(View view, std::size_t links, double share)
{
    view.presence.links.resize(links, 1);
    for (float& there : view.presence.links)
        there *= static_cast<float>(share);
    return view;
}

/// Where the event stands in the timeline's picture, and how much of it is drawn there.
struct Start
{
    Rect box;
    layout::Detail detail = layout::Detail::cluster;
};

std::vector<Start> startsOf(const Morph& morph)
{
    const layout::TimelineLayout& layout = morph.timeline.layout;
    const TimelineView& view = morph.timelineView;
    const auto onPicture = [&](const Rect& content) {
        const Point corner = view.screenFromContent({content.x, content.y});
        return Rect{std::round(corner.x), std::round(corner.y), content.width, content.height};
    };
    // What has no place on the axis comes from its head, where it is counted.
    const Rect head{view.frame.x + 18, view.frame.y + view.axisHeight - 14, 8, 8};
    std::vector<Start> starts(morph.timeline.graph.story().events.size(), Start{head});
    for (const layout::EventCluster& cluster : layout.clusters) {
        const Point centre = onPicture(cluster.box).centre();
        for (const core::EventId event : cluster.events)
            starts[event.index()].box = {centre.x - 4, centre.y - 4, 8, 8};
    }
    for (const PlacedEvent& placed : layout.events)
        starts[placed.event.index()] = {onPicture(placed.box), placed.detail};
    return starts;
}

Rect between(const Rect& a, const Rect& b, double share)
{
    const auto mix = [share](double from, double to) { return from + (to - from) * share; };
    return {mix(a.x, b.x), mix(a.y, b.y), mix(a.width, b.width), mix(a.height, b.height)};
}

/// All cards on their way, in px of the picture.
layout::PlacedStory onTheWay(const Morph& morph)
{
    layout::PlacedStory story;
    story.lanes = morph.graph.layout.lanes;
    story.events = morph.graph.layout.events;
    const std::vector<Start> starts = startsOf(morph);
    for (PlacedEvent& placed : story.events) {
        const Start& start = starts[placed.event.index()];
        const Point corner = morph.graphView.screenFromContent({placed.box.x, placed.box.y});
        const double zoom = morph.graphView.zoom;
        const Rect goal{corner.x, corner.y, placed.box.width * zoom, placed.box.height * zoom};
        placed.box = between(start.box, goal, morph.share);
        placed.detail = start.detail;
    }
    return story;
}

/// The grounds of the timeline, as far as they are still there.
void addFadingGrounds(const TimelineItems& items, double share)
{
    items.picture.add(PushClip{{items.view.frame.x, items.canvas.y, items.view.frame.width, items.canvas.height}});
    addLaneGrounds(items);
    items.picture.add(PushClip{items.canvas});
    if (items.hasDates())
        addGrid(items);
    items.picture.add(PopClip{});
    addLaneHeaders(items);
    items.picture.add(PopClip{});
    addAxis(items);
    items.picture.add(FillRect{items.view.frame, 0, cornersNone, core::faded(items.theme.ground, share)});
}

} // namespace

GraphView fitted(const layout::CausalLayout& layout, GraphView view)
{
    const Rect& bounds = layout.bounds;
    const double wide = std::max(1.0, view.frame.width - 2 * kMargin);
    const double high = std::max(1.0, view.frame.height - 2 * kMargin);
    view.zoom = std::min({1.0, wide / std::max(1.0, bounds.width), high / std::max(1.0, bounds.height)});
    const Point centre = bounds.centre();
    view.corner = {centre.x - view.frame.width / 2 / view.zoom, centre.y - view.frame.height / 2 / view.zoom};
    return view;
}

void addGraph(const GraphSubject& subject, const GraphView& view, const Theme& theme, DisplayList& picture)
{
    const StoryItems items = itemsOf(subject, view, theme, picture);
    picture.add(FillRect{view.frame, 0, cornersNone, theme.ground});
    picture.add(PushClip{view.frame});
    addColumns(subject, items);
    addLinks(items);
    addEvents(items);
    picture.add(PopClip{});
}

void addMorph(const Morph& morph, const Theme& theme, DisplayList& picture)
{
    const std::size_t links = morph.graph.graph.story().links.size();
    const TimelineView leaving = withLinks(morph.timelineView, links, std::max(0.0, 1 - 2.5 * morph.share));
    const GraphView coming = withLinks(morph.graphView, links, std::max(0.0, 2.5 * morph.share - 1.5));
    const TimelineItems timeline(morph.timeline, leaving, theme, picture);
    picture.add(FillRect{leaving.frame, 0, cornersNone, theme.ground});
    addFadingGrounds(timeline, morph.share);
    picture.add(PushClip{leaving.frame});
    addLinks(timeline);
    addLinks(itemsOf(morph.graph, coming, theme, picture));
    const layout::PlacedStory cards = onTheWay(morph);
    StoryItems moving{
        morph.graph.graph, cards, morph.graph.metrics, morph.graph.measurer, morph.graphView, theme, picture,
        leaving.frame,     {0, 0}};
    moving.cards = std::max(0.001, morph.share);
    addEvents(moving);
    picture.add(PopClip{});
}

} // namespace fabula::scene
