#pragma once

#include "brief/scene_content.hpp"
#include "core/text_measurer.hpp"
#include "layout/causal/causal_layout.hpp"
#include "layout/timeline/timeline_request.hpp"
#include "scene/display_list.hpp"
#include "scene/graph_picture.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fabula::brief {

using core::Point;
using core::Rect;

/// What every picture of a briefing depends on. Measurer and theme outlive it.
struct Telling
{
    graph::EventGraph graph;
    const core::TextMeasurer* measurer = nullptr; ///< not null
    std::string language = "en";
    const scene::Theme* theme = nullptr; ///< not null
};

/// A scene's timeline or graph, laid out at its natural size and looked at so that it fills its frame.
struct StagedTimeline
{
    layout::TimelineLayout layout;
    scene::TimelineView view;
};
struct StagedGraph
{
    layout::CausalLayout layout;
    scene::GraphView view;
};

/// A callout where it stands, in the pixels of the slide.
struct PlacedCallout
{
    EventId event; ///< with which it comes; not valid(): it is pinned to a day and comes with the last step
    Rect box;
    std::string day; ///< in words, over the lines; empty: of an event
    std::vector<std::string> lines;
    std::vector<Point> leader; ///< between what it is pinned to and the box; fewer than two where it touches that
};

/// A scene as it stands on a slide.
struct Stage
{
    SceneContent content;
    Rect frame;        ///< in the slide
    double factor = 1; ///< px of the slide for one of the layout
    layout::TimelineMetrics metrics;
    std::variant<StagedTimeline, StagedGraph> placed;
    std::vector<PlacedCallout> callouts;
};

/// Lays the scene out for the frame, as large as it can be with every event a card whose title is whole; else so that
/// most is said. Deterministic; a handful of layouts.
Stage stageOf(const Telling& telling, SceneId scene, const Rect& frame);

/// Sets what the scene's content asks of its view at a step; see presenceAt for what lies between two steps.
void setView(const Stage& stage, double step, scene::StoryView& view);

/// The timeline or graph alone, in pixels of the layout: the slide's divided by the stage's factor.
scene::DisplayList layoutPicture(const Telling& telling, const Stage& stage, double step);

/// How much of a callout is there at a step, from 0 to 1.
double presenceOf(const PlacedCallout& callout, const SceneContent& content, double step);

/// Adds the scene to the slide's picture as it stands at a step.
void addStage(const Telling& telling, const Stage& stage, double step, scene::DisplayList& slide);

} // namespace fabula::brief
