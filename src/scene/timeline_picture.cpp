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
    // A tick on the very edge belongs to the view, wherever rounding has put it.
    const double x0 = looked.panX - 0.5;
    if (hasDates())
        axis = layout::axisFor(layout.scale, x0, x0 + canvas.width + 1, looked.language, measurer);
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

} // namespace fabula::scene
