#pragma once

#include "core/text_measurer.hpp"
#include "graph/event_graph.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fabula::layout {

/// What a lane stands for.
enum class Grouping { actor, kind, tag, source, none };

/// Sizes in pixels at the interface scale in use; the spacing grid is 4 px. A *slot* is the height of one card with its
/// bar; a slot holds one card, or `linesPerSlot` labels or dots one above the other.
struct TimelineMetrics
{
    double cardHeight = 46;
    double cardPadding = 14;   ///< from the card's left edge (after the colour edge) to its text
    double cardMaxWidth = 330; ///< titles longer than this end in "…"
    double cardDateExtra = 72; ///< by so much a date may widen a card beyond that
    double cardMinWidth = 96;
    double barGap = 5; ///< from a card's bottom to its date bar
    double barHeight = 4;
    double softMargin = 14; ///< over which a bar fades out beyond a bound that is "about"; less than the gap
    double openFade = 120;  ///< over which a bar fades out where no bound is known
    double lineHeight = 21; ///< of one label
    int linesPerSlot = 3;
    double gutter = 16;       ///< between slots: links run here
    double gap = 16;          ///< least space between neighbours of a row: links climb here
    double lanePadding = 10;  ///< above the first and below the last slot of a lane
    double clusterStrip = 16; ///< at the bottom of a lane, where clusters stand
    double dotDiameter = 8;
    double foldedLaneHeight = 28;
    double anchorInset = 4; ///< from a card's edge to its anchor, where the card stands to one side of it
    double labelGap = 6;    ///< from a label's dot to its text
    double labelMaxWidth = 300;
    double labelAir = 4; ///< before a text that stands left of its dot: arrows arrive there
    core::TextStyle titleStyle{14, core::FontWeight::semibold, false};
    core::TextStyle dateStyle{12, core::FontWeight::regular, true};
    core::TextStyle labelStyle{13, core::FontWeight::medium, false};
    core::TextStyle weightyLabelStyle{13, core::FontWeight::semibold, false};
    core::TextStyle noteStyle{11, core::FontWeight::regular, false};

    /// The labels of the most important events stand out.
    const core::TextStyle& labelStyleFor(int importance) const
    {
        return importance >= 5 ? weightyLabelStyle : labelStyle;
    }
    double slotHeight() const { return cardHeight + barGap + barHeight; }
    double slotPitch() const { return slotHeight() + gutter; }
    friend bool operator==(const TimelineMetrics&, const TimelineMetrics&) = default;
};

/// All that a timeline's layout depends on, but for the zoom. Equal requests give equal layouts. No viewport enters:
/// panning changes nothing.
struct TimelineRequest
{
    graph::EventGraph graph;
    const core::TextMeasurer* measurer = nullptr; ///< not null; outlives the layout
    std::string language = "en";
    TimelineMetrics metrics{};
    Grouping grouping = Grouping::actor;
    double heightPx = 700;            ///< of the canvas under the axis; lanes share it, and overflow it if they must
    double fitWidthPx = 1200;         ///< the width into which the whole story fits at zoom step 0
    std::optional<time::Span> room{}; ///< closed; that stands free beside the dates, for cards and labels as well
    bool foldGaps = false;
    int leastImportance = 1;    ///< events count as at least so important: where few were chosen, all of them matter
    std::vector<bool> hidden{}; ///< by event index, filtered out; empty: none
    std::vector<std::string> foldedLanes{}; ///< keys of lanes (`TimelineLane::key`) drawn as one thin line
};

} // namespace fabula::layout
