#include "scene/story_items.hpp"

#include "layout/card_texts.hpp"

#include <cmath>

namespace fabula::scene {

Rect StoryItems::snapped(const Rect& content) const
{
    const Point corner = at({content.x, content.y});
    return {std::round(corner.x), std::round(corner.y), content.width * zoom, content.height * zoom};
}

bool StoryItems::inView(const Rect& content) const
{
    const Point corner = at({content.x, content.y});
    return Rect{corner.x, corner.y, content.width * zoom, content.height * zoom}.grown(16).overlaps(canvas);
}

bool StoryItems::lit(core::EventId event) const
{
    const auto& events = view.emphasis.events;
    return view.emphasis.strength <= 0 || (event.index() < events.size() && events[event.index()]);
}

bool StoryItems::lit(core::LinkId link) const
{
    const auto& links = view.emphasis.links;
    return view.emphasis.strength <= 0 || (link.index() < links.size() && links[link.index()]);
}

bool StoryItems::outlined(core::EventId event) const
{
    const auto& events = view.emphasis.outlined;
    return novelty(event) == model::Novelty::withdrawn || (event.index() < events.size() && events[event.index()]);
}

double StoryItems::present(core::EventId event) const
{
    if (novelty(event) == model::Novelty::withdrawn)
        return 1;
    const auto& events = view.presence.events;
    return event.index() < events.size() ? static_cast<double>(events[event.index()]) : 1;
}

double StoryItems::present(core::LinkId link) const
{
    const model::Link& claim = graph.story()[link];
    if (claim.novelty == model::Novelty::withdrawn)
        return std::min(present(claim.from), present(claim.to));
    const auto& links = view.presence.links;
    return link.index() < links.size() ? static_cast<double>(links[link.index()]) : 1;
}

bool StoryItems::derivedOtherwise(core::EventId event) const
{
    const auto& known = view.presence.graph;
    return known && !(known->bracket(event).derived == graph.bracket(event).derived);
}

std::string StoryItems::date(const layout::PlacedEvent& card) const
{
    if (!derivedOtherwise(card.event))
        return card.date;
    const double room =
        card.box.width - 2 * metrics.cardPadding - layout::badgesWidth(badges(card), measurer, metrics.dateStyle);
    return layout::cardDate(*view.presence.graph, card.event, measurer, view.language, {metrics.dateStyle, room});
}

layout::EventBadges StoryItems::badges(const layout::PlacedEvent& card) const
{
    return view.presence.known ? layout::badgesOf(graph, card.event, view.presence.known.get()) : card.badges;
}

double StoryItems::behind() const
{
    return 0.72 * view.emphasis.strength;
}

double StoryItems::gone(core::EventId event) const
{
    return 1 - (lit(event) ? 1 : 1 - behind()) * present(event);
}

double StoryItems::gone(core::LinkId link) const
{
    constexpr double kThoughtAway = 0.5; // its cause did not happen, or no longer
    const model::Link& claim = graph.story()[link];
    const double left = outlined(claim.from) ? kThoughtAway : 1;
    return 1 - (lit(link) ? 1 : 1 - behind()) * present(link) * left;
}

Colour StoryItems::laneColour(const layout::PlacedEvent& event) const
{
    return receded(theme.lane(placed.lanes[event.lane.index()].colour), gone(event.event));
}

Colour StoryItems::receded(Colour colour, double gone) const
{
    if (gone <= 0)
        return colour;
    Colour ground = theme.ground;
    ground.alpha = colour.alpha;
    return core::mixed(colour, ground, gone);
}

} // namespace fabula::scene
