#include "scene/timeline_picture.hpp"

#include "scene/timeline_items.hpp"

namespace fabula::scene {

namespace {

layout::Axis axisInView(const TimelineSubject& subject, const TimelineView& view)
{
    // A tick on the very edge belongs to the view, wherever rounding has put it.
    const double x0 = view.panX - 0.5;
    return layout::axisFor(subject.layout.scale, x0, x0 + view.canvas().width + 1, view.language, subject.measurer);
}

} // namespace

void addTimeline(const TimelineSubject& subject, const TimelineView& view, const Theme& theme, DisplayList& picture)
{
    TimelineItems items(subject, view, theme, picture);
    if (items.hasDates())
        items.axis = axisInView(subject, view);
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
    addDayWords(items);
    picture.add(PopClip{});
    addLaneHeaders(items);
    picture.add(PopClip{});
    addAxis(items);
}

} // namespace fabula::scene
