#pragma once

#include "graph/event_graph.hpp"
#include "time/words.hpp"

#include <string>
#include <string_view>

namespace fabula::graph {

/// The words for an event's date: what was written, else what follows from its links ("between 20 Jan and 14 Aug 2025";
/// `isDateDerived` tells), else that nobody reported it.
std::string dateWords(const EventGraph& graph, EventId event, std::string_view language,
                      time::WordLength length = time::WordLength::compact);

/// Whether nothing was written but something follows from the links.
bool isDateDerived(const EventGraph& graph, EventId event);

} // namespace fabula::graph
