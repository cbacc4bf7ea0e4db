#pragma once

#include "layout/event_badges.hpp"
#include "layout/timeline/timeline_request.hpp"

#include <string>
#include <string_view>

namespace fabula::layout {

/// A line of a card: how it is written and how wide it may be, in px.
struct CardLine
{
    core::TextStyle style;
    double room = 0;
};

/// What an event's card says, cut to the width that a card may have, and the width that it then takes.
struct CardTexts
{
    std::string title;
    std::string titleMark; ///< after the title, see titleMark
    std::string date;
    EventBadges badges; ///< at the end of the second line
    double width = 0;
};

/// The date line of a card; where it has no room the date is cut, not what is said of its basis.
std::string cardDate(const graph::EventGraph& graph, core::EventId event, const core::TextMeasurer& measurer,
                     std::string_view language, const CardLine& line);

/// The same card on the timeline and in the graph. Measures each text O(log length) times.
CardTexts cardTexts(const graph::EventGraph& graph, core::EventId event, const core::TextMeasurer& measurer,
                    std::string_view language, const TimelineMetrics& metrics);

} // namespace fabula::layout
