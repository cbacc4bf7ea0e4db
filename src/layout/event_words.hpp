#pragma once

#include "graph/event_graph.hpp"

#include <string>
#include <string_view>

namespace fabula::layout {

/// The line under an event's title: its date in words, and what a reader must know to weigh it ("before 14 Aug 2025 ·
/// reported", "between 20 Jan and 14 Aug 2025 · derived"). An official date to be taken at its word stands alone.
std::string dateLine(const graph::EventGraph& graph, core::EventId event, std::string_view language);

} // namespace fabula::layout
