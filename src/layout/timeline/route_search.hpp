#pragma once

#include "layout/timeline/route_load.hpp"

#include <span>

namespace fabula::layout {

/// The cheapest way from one of `outs` to one of `ins` through corridors and passages: length, bends, sides and load.
/// Searches corridor by corridor with the few cheapest positions each, so it costs O(bands between). The runs lie in the
/// middle of their corridors until they are given tracks. `none` if there is no way.
RouteShape searchedShape(const RouteField& field, RouteLoad& load, std::span<const Port> outs,
                         std::span<const Port> ins);

} // namespace fabula::layout
