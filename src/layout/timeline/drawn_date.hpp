#pragma once

#include "graph/event_graph.hpp"
#include "layout/timeline/timeline_layout.hpp"

namespace fabula::layout {

/// How a timeline draws an event's date, before any zoom. The one place that decides it: whoever orders or counts
/// events by where they stand asks here.
struct DrawnDate
{
    BarKind kind = BarKind::point;
    /// What was written; links close only the sides that were left open. Open at both ends: not on the axis.
    time::Span span;
    /// The instant that the event hangs on: the begin of a date known to the day, the middle of a longer one, the
    /// closed end of a half-open one. Always within the span, ends included.
    time::Instant anchor;
    /// Whether the source itself says that it is unsure of that bound ("~", "?"), so that no end may look hard there.
    bool softBegin = false;
    bool softEnd = false;

    bool onAxis() const { return !(span.openBegin() && span.openEnd()); }
};

/// O(1) but for reading the date's own text.
DrawnDate drawnDate(const graph::EventGraph& graph, core::EventId event);

} // namespace fabula::layout
