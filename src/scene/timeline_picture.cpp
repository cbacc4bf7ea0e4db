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

bool TimelineItems::outlined(core::EventId event) const
{
    const auto& events = view.emphasis.outlined;
    return event.index() < events.size() && events[event.index()];
}

double TimelineItems::present(core::EventId event) const
{
    const auto& events = view.presence.events;
    return event.index() < events.size() ? static_cast<double>(events[event.index()]) : 1;
}

double TimelineItems::present(core::LinkId link) const
{
    const auto& links = view.presence.links;
    return link.index() < links.size() ? static_cast<double>(links[link.index()]) : 1;
}

double TimelineItems::behind() const
{
    return 0.72 * view.emphasis.strength;
}

double TimelineItems::gone(core::EventId event) const
{
    return 1 - (lit(event) ? 1 : 1 - behind()) * present(event);
}

double TimelineItems::gone(core::LinkId link) const
{
    return 1 - (lit(link) ? 1 : 1 - behind()) * present(link);
}

Colour TimelineItems::receded(Colour colour, double gone) const
{
    if (gone <= 0)
        return colour;
    Colour ground = theme.ground;
    ground.alpha = colour.alpha;
    return core::mixed(colour, ground, gone);
}

void addTimeline(const TimelineSubject& subject, const TimelineView& view, const Theme& theme, DisplayList& picture)
{
    const TimelineItems items{subject, view, theme, picture};
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
