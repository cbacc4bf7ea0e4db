#include "scene/timeline_picture.hpp"

#include "scene/timeline_items.hpp"

#include <cmath>

namespace fabula::scene {

Rect TimelineItems::snapped(const Rect& content) const
{
    const Point corner = at({content.x, content.y});
    return {std::round(corner.x), std::round(corner.y), content.width, content.height};
}

bool TimelineItems::lit(core::EventId event) const
{
    const auto& events = view.emphasis.events;
    return view.emphasis.strength <= 0 || (event.index() < events.size() && events[event.index()]);
}

bool TimelineItems::lit(core::LinkId link) const
{
    const auto& links = view.emphasis.links;
    return view.emphasis.strength <= 0 || (link.index() < links.size() && links[link.index()]);
}

Colour TimelineItems::receded(Colour colour, bool isLit) const
{
    if (isLit)
        return colour;
    Colour ground = theme.ground;
    ground.alpha = colour.alpha;
    return core::mixed(colour, ground, 0.72 * view.emphasis.strength);
}

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
    TimelineItems items{subject, view, theme, picture};
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
    addRibbons(items);
    addDateBars(items);
    addLinks(items);
    addEvents(items);
    addClusters(items);
    picture.add(PopClip{});
    addLaneHeaders(items);
    picture.add(PopClip{});
    addAxis(items);
}

} // namespace fabula::scene
