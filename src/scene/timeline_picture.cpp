#include "scene/timeline_picture.hpp"

#include "scene/timeline_items.hpp"

namespace fabula::scene {

TimelineItems::TimelineItems(const TimelineSubject& subject, const TimelineView& looked, const Theme& colours,
                             DisplayList& into)
    : StoryItems{subject.graph,
                 subject.layout,
                 subject.metrics,
                 subject.measurer,
                 looked,
                 colours,
                 into,
                 looked.canvas(),
                 looked.screenFromContent({0, 0})},
      layout(subject.layout), timeline(looked)
{
    if (hasDates())
        findAxis();
}

void TimelineItems::findAxis()
{
    // A tick on the very edge belongs to the view, wherever rounding has put it.
    const double x0 = timeline.panX - 0.5;
    axis = layout::axisFor(layout.scale, x0, x0 + canvas.width + 1, timeline.language, measurer);
}

void addTimeline(const TimelineSubject& subject, const TimelineView& view, const Theme& theme, DisplayList& picture)
{
    const TimelineItems items(subject, view, theme, picture);
    const Rect canvas = view.canvas();
    picture.add(FillRect{view.frame, 0, cornersNone, theme.ground});

    picture.add(PushClip{{view.frame.x, canvas.y, view.frame.width, canvas.height}});
    addLaneGrounds(items);
    picture.add(PushClip{canvas});
    if (items.hasDates())
        addGrid(items);
    else
        addNothingHere(items);
    addDayLine(items);
    addRibbons(items);
    addDateBars(items);
    addLinks(items);
    addEvents(items);
    addClusters(items);
    addSelectedName(items);
    addDayWords(items);
    picture.add(PopClip{});
    addLaneHeaders(items);
    picture.add(PopClip{});
    addAxis(items);
}

TimelineLayers timelineLayers(const TimelineSubject& subject, const TimelineView& view, const Theme& theme)
{
    DisplayList drawn;
    const TimelineItems items(subject, view, theme, drawn);
    const auto take = [&](DisplayList& layer) { std::swap(layer.items, drawn.items); };
    TimelineLayers layers;
    addLaneGrounds(items);
    if (items.hasDates())
        addGrid(items);
    else
        addNothingHere(items);
    take(layers.grounds);
    addDayLine(items);
    take(layers.dayLine);
    addRibbons(items);
    take(layers.ribbons);
    addDateBars(items);
    take(layers.bars);
    addLinks(items);
    take(layers.links);
    addEvents(items);
    take(layers.events);
    addClusters(items);
    addSelectedName(items);
    take(layers.clusters);
    addDayWords(items);
    take(layers.dayWords);
    addLaneHeaders(items);
    take(layers.headers);
    addAxis(items);
    take(layers.axis);
    return layers;
}

AxisLayers axisLayers(const TimelineSubject& subject, const TimelineView& view, const Theme& theme)
{
    AxisLayers layers;
    TimelineItems grid(subject, view, theme, layers.grid);
    grid.findAxis();
    addGrid(grid);
    TimelineItems axis(subject, view, theme, layers.axis);
    axis.axis = grid.axis;
    addAxis(axis);
    return layers;
}

} // namespace fabula::scene
