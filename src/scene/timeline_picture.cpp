#include "scene/timeline_picture.hpp"

#include "scene/timeline_items.hpp"

namespace fabula::scene {

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
    addDayWords(items);
    picture.add(PopClip{});
    addLaneHeaders(items);
    picture.add(PopClip{});
    addAxis(items);
}

} // namespace fabula::scene
