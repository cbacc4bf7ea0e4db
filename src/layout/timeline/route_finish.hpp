#pragma once

#include "layout/timeline/route_spacing.hpp"

namespace fabula::layout {

/// The draft as it is drawn: a route that was checked once more against every box, rounded as generously as the room
/// allows; `hidden` without a usable shape.
LinkRoute finished(const RouteField& field, const RouteDraft& draft);

/// Whether the route wanders: more bends, or more length for the distance, than a reader can follow. The more a
/// link deserves, the further it may wander.
bool isSilly(const RouteField& field, const RouteShape& shape, LinkRank rank);

} // namespace fabula::layout
