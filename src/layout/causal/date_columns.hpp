#pragma once

#include "graph/event_graph.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fabula::layout {

/// Which column of dates each event belongs to.
struct DateColumns
{
    std::vector<int> columnOf;       ///< by event as given
    std::vector<std::string> titles; ///< by column; empty for events that nothing dates
};

/// Columns of one calendar unit for the events given: the finest unit, from days to millennia, that doesn't need more
/// columns than about twice the root of their number. An event counts from its earliest date, derived ones included;
/// one that is open there from its latest. Events without either share the last column. O(n log n).
DateColumns dateColumns(const graph::EventGraph& graph, const std::vector<core::EventId>& events,
                        std::string_view language);

} // namespace fabula::layout
