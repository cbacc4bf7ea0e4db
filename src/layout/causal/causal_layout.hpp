#pragma once

#include "layout/causal/layered_graph.hpp"
#include "layout/timeline/timeline_layout.hpp"
#include "layout/timeline/timeline_request.hpp"

#include <memory>

namespace fabula::layout {

/// What decides how far right an event stands.
enum class RankBy : std::uint8_t {
    cause, ///< links alone: as few layers between cause and effect as can be
    date,  ///< columns of days, months or years, and links within them
};

struct CausalLayout;

/// All that the causal view depends on. Equal requests give equal layouts.
struct CausalRequest
{
    graph::EventGraph graph;
    const core::TextMeasurer* measurer = nullptr; ///< not null
    std::string language = "en";
    TimelineMetrics metrics{};           ///< cards are those of the timeline
    Grouping grouping = Grouping::actor; ///< gives the cards their colours
    std::vector<bool> hidden{};          ///< by event index, filtered out; empty: none
    RankBy rankBy = RankBy::cause;
    int leastImportance = 1;  ///< as in TimelineRequest
    bool hideImplied = false; ///< leave out links that others of their kind imply, among what is shown
    std::shared_ptr<const model::Known> known{}; ///< only what was known then implies anything; null: everything does
    /// A layout to stay close to, of this story or of one that is nearly the same; null: none.
    std::shared_ptr<const CausalLayout> before{};
};

/// A column of the causal view by date.
struct DateColumn
{
    std::string title;
    double left = 0;
    double right = 0;
};

/// The story as a pure graph, from left to right, in content space. Links are `smooth`; those of events in neighbouring
/// layers run in the gap between them, others straight through the layers between, clear of all cards (but see
/// `drawLayered` for the longest of very large stories).
///
/// Its events are all that are not hidden, as cards without date bars, by `EventGraph::order`; its lanes give colours
/// and names and have no heights; hidden events' links are left out.
struct CausalLayout : PlacedStory
{
    core::Rect bounds; ///< around everything; begins at (0, 0), but for layouts that stay close to an earlier one
    std::vector<DateColumn> columns;           ///< when ranked by date, from the left
    std::uint64_t crossings = 0;               ///< of links in the gaps between layers
    std::shared_ptr<const model::Story> story; ///< what it shows
};

/// Lays out the story with `drawLayered`. Causal links lead from left to right; so do `precedes` and `part_of`, but
/// where they lie on a loop; `contradicts` leads either way. Events without links stand in rows below, by date.
CausalLayout causalLayout(const CausalRequest& request);

} // namespace fabula::layout
