#pragma once

#include "core/diagnostics.hpp"
#include "graph/event_graph.hpp"
#include "model/story_places.hpp"

namespace fabula::graph {

/// Findings that need the graph: a causal loop (error, with the whole loop named), an effect that must be earlier than
/// its cause, and a causal link that adds nothing to what other links of its kind already imply (warnings).
void addGraphFindings(const EventGraph& graph, const model::StoryPlaces& places, core::Diagnostics& diagnostics);

} // namespace fabula::graph
