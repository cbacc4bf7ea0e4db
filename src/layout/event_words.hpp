#pragma once

#include "core/text_measurer.hpp"
#include "graph/event_graph.hpp"

#include <string>
#include <string_view>

namespace fabula::layout {

/// The line under an event's title: its date in words, and what a reader must know to weigh it ("before 14 Aug 2025 ·
/// reported", "between 20 Jan and 14 Aug 2025 · derived"). An official date to be taken at its word stands alone.
std::string dateLine(const graph::EventGraph& graph, core::EventId event, std::string_view language);

/// Its two parts: the date in words, and " · reported" or what else must be known with it. The second may be empty, and
/// is never left out for want of room: without it a report would read like a fact.
struct DateLine
{
    std::string date;
    std::string basis;
};
DateLine dateLineParts(const graph::EventGraph& graph, core::EventId event, std::string_view language);

/// The mark of a text that stands in for one in the language wanted: the tag of its own language, in capitals and
/// without script or region ("EN"); empty where the text is in the language wanted.
std::string standInMark(const model::TextChoice& choice);

/// What stands after an event's title: its stand-in mark, and whether it is new, changed or withdrawn.
std::string titleMark(const model::TextChoice& title, model::Novelty novelty, std::string_view language);

inline constexpr double kStandInGapPx = 6;  ///< between a title and its mark
inline constexpr double kMarkPillPadPx = 5; ///< left and right of a mark that says what is new

/// What the mark takes after the title, the gap included; 0 without one.
double titleMarkWidth(std::string_view mark, model::Novelty novelty, const core::TextMeasurer& measurer,
                      const core::TextStyle& style);

} // namespace fabula::layout
