#pragma once

#include "core/text_measurer.hpp"
#include "graph/event_graph.hpp"
#include "model/knowledge.hpp"

#include <cstddef>
#include <string>

namespace fabula::layout {

/// What a card shows beside its date for a reader to weigh the event.
struct EventBadges
{
    std::size_t sources = 0;        ///< independent origins that bear it out, relays not counted; shown from two on
    std::size_t contradictions = 0; ///< links of kind `contradicts` that touch it

    bool showsSources() const { return sources > 1; }
    bool any() const { return showsSources() || contradictions > 0; }
    std::string sourcesText() const { return std::to_string(sources); }
    friend bool operator==(const EventBadges&, const EventBadges&) = default;
};

/// By what was known on some day; null: by everything. O(citations log citations + links of the event).
EventBadges badgesOf(const graph::EventGraph& graph, core::EventId event, const model::Known* known = nullptr);

inline constexpr const char* kContradictionMark = "≠";
inline constexpr double kSourceMarkPx = 8; ///< width of the little page before the number of sources
inline constexpr double kBadgeGapPx = 8;   ///< before each badge
inline constexpr double kMarkGapPx = 4;    ///< between the page and its number

/// What the badges take at the end of a line, gaps included; 0 if there are none.
double badgesWidth(const EventBadges& badges, const core::TextMeasurer& measurer, const core::TextStyle& style);

} // namespace fabula::layout
