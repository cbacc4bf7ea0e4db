#pragma once

#include "ui/canvas_stage.hpp"
#include "ui/panels.hpp"

#include <array>

namespace fabula::ui {

/// What the canvas remembers of a gesture from one frame to the next.
struct CanvasGesture
{
    struct Sample
    {
        double time = 0;
        double x = 0;
        double y = 0;
    };
    bool dragging = false; ///< the pointer moved far enough since the button went down: no click any more
    std::array<Sample, 6> trail{};
    std::size_t samples = 0;
};

/// Paints the timeline into its own ImGui window over `context.area` and turns the mouse on it into commands:
/// - drag pans, and glides on when let go in motion; wheel pans (in time where all lanes are in view, else scrolls;
///   Shift+wheel and a sideways wheel always in time); Ctrl+wheel, which is also what a pinch arrives as, zooms about
///   the pointer; a preference swaps the two;
/// - click selects, on a cluster opens its list, on a lane's name folds it, on nothing deselects; double click on an
///   event zooms to it with its causes and effects, elsewhere in;
/// - the pointer raises what it is on.
void drawCanvas(const PanelContext& context, const CanvasStage& stage, CanvasGesture& gesture);

} // namespace fabula::ui
