#pragma once

#include "graph/event_graph.hpp"
#include "model/knowledge.hpp"
#include "scene/timeline_view.hpp"

#include <memory>
#include <vector>

namespace fabula::brief {

using core::EventId;
using core::LinkId;
using core::SceneId;

/// What a scene shows, with every default filled in. A plain value.
struct SceneContent
{
    SceneId id;
    bool graph = false;            ///< drawn as a graph, else on the timeline
    graph::EventGraph events;      ///< as known on the scene's day
    std::vector<bool> hidden;      ///< by event index: not in this scene; empty: all are
    std::vector<EventId> shown;    ///< in the order of cause, without what was not known on the scene's day
    std::vector<std::size_t> step; ///< by event index: with which step it appears, from 0; 0 for what is not shown
    std::size_t steps = 1;         ///< at least one
    time::Span range;              ///< of the axis; open at both ends: whatever frames all that is shown
    time::Edtf asOf;               ///< the day; unknown: today
    std::shared_ptr<const model::Known> known; ///< on that day; null: everything
    std::vector<EventId> focus;                ///< what the scene is about; empty: all of it alike
    EventId ringed;                            ///< the one in focus or asked about; not valid() if none or several
    scene::Emphasis emphasis;                  ///< of a strength above 0 where anything recedes
};

/// A scene that shows nothing by name shows the answer to its question, or the whole story. Events that its reveals do
/// not name are there from the start; without any the first reveal is. Of a scene with a question the answer is lit;
/// of one with a focus that, what it is linked to, and the links between. The scene's day hides what was not known.
SceneContent contentOf(const graph::EventGraph& graph, SceneId id);

/// How much of the scene is there at a step; between two whole numbers the later one's events come one after the other,
/// causes before effects.
scene::Presence presenceAt(const SceneContent& content, double step);

} // namespace fabula::brief
