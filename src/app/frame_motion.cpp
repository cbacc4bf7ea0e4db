#include "app/frame_motion.hpp"

#include "ui/graph_camera.hpp"

#include <algorithm>

namespace fabula::app {

void FrameMotion::travel(const ui::AppState& state, double now, double seconds, core::Size frame)
{
    if (state.view == ui::View::graph)
        graph_ = {graphAt(now, frame), state.graphCamera, now, seconds};
    else
        timeline_ = {timeline_.at(now), state.camera, now, seconds};
}

void FrameMotion::jump(const ui::AppState& state)
{
    timeline_ = {state.camera, state.camera, 0, 0};
    graph_ = {state.graphCamera, state.graphCamera, 0, 0};
}

void FrameMotion::morph(const ui::AppState& state, double seconds)
{
    const double goal = state.view == ui::View::graph ? 1 : 0;
    const double step = state.preferences.reducedMotion ? 1 : std::clamp(seconds / kMorphSeconds, 0.0, 1.0);
    way_ = way_ < goal ? std::min(goal, way_ + step) : std::max(goal, way_ - step);
    arrived_ = way_ == goal;
}

ui::CanvasStage::Sight FrameMotion::at(double now, core::Size frame) const
{
    // Slow at both ends; turned round on the way, the cards go back by the way they came.
    const double share = way_ * way_ * (3 - 2 * way_);
    return {timeline_.at(now), graphAt(now, frame), share};
}

bool FrameMotion::over(double now) const
{
    return arrived_ && timeline_.over(now) && now >= graph_.beganAt + graph_.lasts;
}

ui::GraphCamera FrameMotion::graphAt(double now, core::Size frame) const
{
    const double share = graph_.lasts > 0 ? ui::easedOut((now - graph_.beganAt) / graph_.lasts) : 1;
    return ui::between(graph_.from, graph_.to, share, frame);
}

} // namespace fabula::app
