#pragma once

#include "core/diagnostics.hpp"
#include "core/progress.hpp"
#include "graph/event_graph.hpp"
#include "model/story_places.hpp"

namespace fabula::graph {

/// Findings that need the graph, each at the link in question if not said otherwise:
/// - F501, error: a causal loop, whole ("a → b → a"), at the link that closes it; one for each knot of loops.
/// - F502, warning: an effect that must be earlier than its cause by the dates written of both (also what `precedes`
///   joins), since the latest instant of the one is before the earliest of the other. Where the later event is no
///   direct cause but leads to it by a chain of links, at the event.
/// - F503, warning: a causal link without source or label that a chain of others of its kind already implies. Not
///   looked for in a story with a causal loop, where everything on the loop would imply everything. For the limits in
///   very large stories see `impliedLinks`.
/// The order is that of the codes' checks; `Diagnostics::sortByPlace` makes it that of the file.
/// O(events + links) and what `impliedLinks` takes, during which `watcher` (it may be null) is told how far that has
/// come. Once it says so, the checks end early.
void addGraphFindings(const EventGraph& graph, const model::StoryPlaces& places, core::Diagnostics& diagnostics,
                      core::Progress* watcher = nullptr);

/// F501 and F502 alone: what may be wrong, not what is said twice.
void addOrderFindings(const EventGraph& graph, const model::StoryPlaces& places, core::Diagnostics& diagnostics);

} // namespace fabula::graph
