#include "layout/timeline/crowd_timeline.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::layout {
namespace {

constexpr double kNearPx = 450; ///< between the anchors of neighbours whose links are drawn unasked
constexpr double kNearRowsPx = 150;
constexpr std::size_t kMostOfOne = 32; ///< links of one event that are looked at unasked
constexpr double kFarPx = 3000;        ///< a curve that leads out of view goes on so far
constexpr double kLeastReach = 24;
constexpr double kMostReach = 160;

/// A point of a box's edge towards the other one, and the way out of it.
struct End
{
    Point at;
    Point out;
};

End endOf(const Rect& box, double anchorX, const Rect& other)
{
    if (other.left() > box.right() + kLeastReach)
        return {{box.right(), box.centre().y}, {1, 0}};
    if (other.right() < box.left() - kLeastReach)
        return {{box.left(), box.centre().y}, {-1, 0}};
    const bool down = other.centre().y > box.centre().y;
    return {{std::clamp(anchorX, box.left(), box.right()), down ? box.bottom() : box.top()}, {0, down ? 1.0 : -1.0}};
}

} // namespace

std::optional<LinkRoute> CrowdTimeline::curve(const TimelineRequest& request, LinkId id,
                                              const TimelineLayout& layout) const
{
    const model::Link& link = request.graph.story()[id];
    const auto boxOf = [&](EventId event) -> std::optional<Rect> {
        if (const PlacedEvent* placed = layout.place(event))
            return placed->box;
        std::optional<Rect> spot = spotOf(request, layout, event);
        if (spot)
            spot->x = std::clamp(spot->x, layout.seen.left() - kFarPx, layout.seen.right() + kFarPx);
        return spot;
    };
    const std::optional<Rect> from = boxOf(link.from);
    const std::optional<Rect> to = boxOf(link.to);
    if (!from || !to || link.from == link.to)
        return std::nullopt;
    const auto anchorOf = [&](EventId event, const Rect& box) {
        const PlacedEvent* placed = layout.place(event);
        return placed != nullptr ? placed->anchorX : box.x;
    };
    const End start = endOf(*from, anchorOf(link.from, *from), *to);
    const End end = endOf(*to, anchorOf(link.to, *to), *from);
    const double reach = std::clamp(core::distance(start.at, end.at) * 0.4, kLeastReach, kMostReach);
    LinkRoute route;
    route.link = id;
    route.from = link.from;
    route.to = link.to;
    route.smooth = true;
    route.corners = {start.at, start.at + start.out * reach, end.at + end.out * reach, end.at};
    return route;
}

void CrowdTimeline::addLinks(const TimelineRequest& request, const std::vector<LinkId>& asked,
                             TimelineLayout& layout) const
{
    std::vector<LinkId> drawn = asked;
    for (const PlacedEvent& placed : layout.events) {
        const auto links = request.graph.linksFrom(placed.event);
        for (std::size_t i = 0; i < std::min(links.size(), kMostOfOne); ++i) {
            const PlacedEvent* other = layout.place(request.graph.story()[links[i]].to);
            if (other != nullptr && std::abs(other->anchorX - placed.anchorX) <= kNearPx &&
                std::abs(other->box.centre().y - placed.box.centre().y) <= kNearRowsPx)
                drawn.push_back(links[i]);
        }
    }
    std::sort(drawn.begin(), drawn.end());
    drawn.erase(std::unique(drawn.begin(), drawn.end()), drawn.end());
    for (const LinkId link : drawn) {
        if (auto route = curve(request, link, layout))
            layout.links.push_back(std::move(*route));
    }
}

} // namespace fabula::layout
