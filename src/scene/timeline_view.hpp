#pragma once

#include "core/geometry.hpp"
#include "core/ids.hpp"
#include "scene/display_list.hpp"
#include "scene/theme.hpp"

#include <string>
#include <vector>

namespace fabula::scene {

/// Which part of the picture stands out while the rest recedes: what the pointer is on, the hits of a search, later the
/// answer to a question. Empty vectors light nothing; `strength` 0 changes nothing, 1 dims the rest fully.
struct Emphasis
{
    std::vector<bool> events; ///< by event index
    std::vector<bool> links;  ///< by link index
    double strength = 0;
};

/// How a layout is looked at: everything of the picture that is no matter of layout. A plain value.
struct TimelineView
{
    Rect frame; ///< of the timeline in the picture: axis, lane headers and canvas
    double laneHeaderWidth = 196;
    double axisHeight = 52;
    double panX = 0;    ///< content x at the canvas's left edge
    double scrollY = 0; ///< content y at the canvas's top edge
    std::string language = "en";
    core::EventId selected;
    Subject hovered;
    Emphasis emphasis;

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
