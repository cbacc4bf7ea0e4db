#pragma once

#include "layout/timeline/route_shapes.hpp"

#include <vector>

namespace fabula::layout {

/// How much a link deserves its way, from what its two ends are at this zoom.
enum class LinkRank : std::uint8_t {
    faint,  ///< an end has no room for its title: what the link says can't be read here
    side,   ///< between titles
    leading ///< between weighty events: it gets its way first, and a longer one if it must
};

/// A link on its way to a route: its two ends and the shape it has so far.
struct RouteDraft
{
    LinkId link;
    std::size_t from = RouteField::kNoNode;
    std::size_t to = RouteField::kNoNode;
    LinkRank rank = LinkRank::side;
    RouteShape shape;
};

/// Spreads the ports of each side over its edge, in the order of the directions they lead to, so that links of one box
/// leave it apart and don't cross at once. Straight shapes keep a common coordinate; of those that can't, the shape
/// becomes `none`. Changes ports only, not corners.
void spreadPorts(const RouteField& field, std::vector<RouteDraft>& drafts);

/// Gives the inner runs of bent shapes their tracks in gaps and corridors. A shape whose run finds no track becomes
/// `none`.
void spaceRuns(const RouteField& field, std::vector<RouteDraft>& drafts);

/// Takes small jogs out, where no other link is in the way: moves a port on a top or bottom next to one, or joins the
/// two runs of one in the middle.
void straightenJogs(const RouteField& field, std::vector<RouteDraft>& drafts);

} // namespace fabula::layout
