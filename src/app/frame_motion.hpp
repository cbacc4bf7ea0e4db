#pragma once

#include "ui/canvas_stage.hpp"

namespace fabula::app {

/// What moves in the picture: the view over the timeline, the view over the graph, and the cards between the two. Has
/// no clock of its own; times are the caller's, in seconds.
class FrameMotion
{
public:
    /// Cards need so long from the timeline to the graph.
    static constexpr double kMorphSeconds = 0.28;

    /// The view that is shown travels from where it is to where the state wants it; 0 is there at once.
    void travel(const ui::AppState& state, double now, double seconds, core::Size frame);
    /// Both views are where the state wants them.
    void jump(const ui::AppState& state);
    /// The cards go on towards the state's view for `seconds`, from wherever they are; at once with reduced motion.
    void morph(const ui::AppState& state, double seconds);

    /// The picture's sight now, for a graph drawn in a frame of that size.
    ui::CanvasStage::Sight at(double now, core::Size frame) const;
    bool over(double now) const;
    /// Whether anything of the graph is to be seen.
    bool showsGraph(const ui::AppState& state) const { return state.view == ui::View::graph || way_ > 0; }

private:
    struct GraphFlight
    {
        ui::GraphCamera from;
        ui::GraphCamera to;
        double beganAt = 0;
        double lasts = 0;
    };
    ui::GraphCamera graphAt(double now, core::Size frame) const;

    ui::Flight timeline_;
    GraphFlight graph_;
    double way_ = 0; ///< 0 all cards are in the timeline, 1 all are in the graph, moving evenly
    bool arrived_ = true;
};

} // namespace fabula::app
