#pragma once

#include "layout/causal/causal_layout.hpp"
#include "scene/timeline_picture.hpp"

namespace fabula::scene {

/// What the picture of a pure graph is made from. The referenced things outlive the call only.
struct GraphSubject
{
    const graph::EventGraph& graph;
    const layout::CausalLayout& layout;
    const layout::TimelineMetrics& metrics;
    const core::TextMeasurer& measurer;
};

/// How a graph is looked at.
struct GraphView : StoryView
{
    Point corner;    ///< content at the frame's upper left corner
    double zoom = 1; ///< picture px for one of the content

    Point screenFromContent(Point content) const { return Point{frame.x, frame.y} + (content - corner) * zoom; }
    Point contentFromScreen(Point screen) const { return corner + (screen - Point{frame.x, frame.y}) * (1 / zoom); }
};

inline constexpr double kMostGraphZoom = 1.5;

/// The whole graph in the middle of the frame, at most at its natural size.
GraphView fitted(const layout::CausalLayout& layout, GraphView view);

/// Adds the graph to the picture, inside `view.frame`: columns where it is ranked by date, links, cards. Cards are at
/// their natural size at zoom 1; smaller, they say as much as they have room for. Linear in the layout.
void addGraph(const GraphSubject& subject, const GraphView& view, const Theme& theme, DisplayList& picture);

/// The timeline on its way to the graph: `share` 0 is the one, 1 the other. The same cards move, each in its own line
/// from where it stands to where it will; what was in a cluster comes out of it. Both frames are the same.
struct Morph
{
    const TimelineSubject& timeline;
    const TimelineView& timelineView;
    const GraphSubject& graph;
    const GraphView& graphView;
    double share = 0;
};
void addMorph(const Morph& morph, const Theme& theme, DisplayList& picture);

} // namespace fabula::scene
