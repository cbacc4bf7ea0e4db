#pragma once

#include "layout/timeline/route_load.hpp"

#include <span>
#include <utility>

namespace fabula::layout {

/// The cheapest way from one of `outs` to one of `ins` through corridors and passages: length, bends, sides and load.
/// Searches corridor by corridor with the few cheapest positions each, so it costs O(bands between). The runs lie in
/// the middle of their corridors until they are given tracks. `none` if there is no way.
RouteShape searchedShape(const RouteField& field, RouteLoad& load, std::span<const Port> outs,
                         std::span<const Port> ins);

/// The cheapest polyline between a point in the middle of one corridor and one in another (or the same); empty if there
/// is no way.
std::vector<Point> wayBetween(const RouteField& field, RouteLoad& load, std::pair<std::size_t, double> from,
                              std::pair<std::size_t, double> to);

} // namespace fabula::layout
