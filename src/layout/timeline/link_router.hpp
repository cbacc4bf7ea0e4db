#pragma once

#include "layout/timeline/timeline_layout.hpp"
#include "layout/timeline/timeline_request.hpp"

namespace fabula::layout {

/// Fills `layout.links` and `layout.ribbons`: routes on what the placement leaves free, through gutters (between slots
/// and lanes) and gaps (between neighbours of a slot), never through a card, label, dot or cluster of another event; a
/// link that finds no free way becomes two stubs. Links of hidden events are left out; links whose end is in a cluster
/// end at the cluster's box. Above `kMostRouted` links all are summed up as ribbons by lane pair and absolute time
/// bucket. Deterministic; independent of any viewport. Sources: the ideas of libavoid (Wybrow, Marriott, Stuckey,
/// "Orthogonal Connector Routing", GD 2009) for penalties and nudging, left-edge interval colouring for tracks.
void routeLinks(const TimelineRequest& request, TimelineLayout& layout);
/// The same for links given by themselves.
void routeLinks(const std::vector<model::Link>& links, TimelineLayout& layout);

inline constexpr std::size_t kMostRouted = 1000;

} // namespace fabula::layout
