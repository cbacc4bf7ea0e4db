#pragma once

#include "core/geometry.hpp"
#include "core/ids.hpp"
#include "graph/event_graph.hpp"
#include "model/knowledge.hpp"
#include "scene/display_list.hpp"
#include "scene/theme.hpp"
#include "time/edtf.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fabula::scene {

/// Which part of the picture stands out while the rest recedes: what the pointer is on, the hits of a search, the
/// answer to a question. Empty vectors light nothing; `strength` 0 changes nothing, 1 dims the rest fully.
struct Emphasis
{
    std::vector<bool> events;   ///< by event index
    std::vector<bool> links;    ///< by link index
    std::vector<bool> outlined; ///< by event index, thought away: only an outline of them is left; empty: none
    double strength = 0;
};

/// How much of the story is there: what the public could know by a day is, the rest is not (see model::Known). Empty
/// vectors: all of it.
struct Presence
{
    std::vector<float> events; ///< by event index, 0 not there to 1 there; between them it comes or goes
    std::vector<float> links;  ///< by link index
    bool ghosts = false;       ///< an empty outline shows where an event will come
    time::Edtf asOf;           ///< the day, which is marked on the axis; unknown: none
    /// What was known on that day, by which an event's badges count, and the graph as it was known, from which derived
    /// dates follow; null and missing: everything.
    std::shared_ptr<const model::Known> known;
    std::optional<graph::EventGraph> graph;
};

/// What is there as of the day on which so much is known: all or nothing of each. `graph` is as known on that day.
Presence presenceOf(graph::EventGraph graph, std::shared_ptr<const model::Known> known, const time::Edtf& day);

/// How a story is looked at, whatever its layout: everything of the picture that is no matter of layout. A plain value.
struct StoryView
{
    Rect frame; ///< of the layout in the picture; of a timeline with axis and lane headers
    std::string language = "en";
    core::EventId selected;
    Subject hovered;
    Emphasis emphasis;
    Presence presence;
};

/// How a timeline is looked at.
struct TimelineView : StoryView
{
    double laneHeaderWidth = 196;
    double axisHeight = 52;
    double panX = 0;    ///< content x at the canvas's left edge
    double scrollY = 0; ///< content y at the canvas's top edge

    /// Where events and links are drawn: the frame without axis and lane headers.
    Rect canvas() const
    {
        return {frame.x + laneHeaderWidth, frame.y + axisHeight, frame.width - laneHeaderWidth,
                frame.height - axisHeight};
    }
    Point screenFromContent(Point content) const
    {
        const Rect area = canvas();
        return {content.x - panX + area.x, content.y - scrollY + area.y};
    }
    Point contentFromScreen(Point screen) const
    {
        const Rect area = canvas();
        return {screen.x - area.x + panX, screen.y - area.y + scrollY};
    }
};

} // namespace fabula::scene
