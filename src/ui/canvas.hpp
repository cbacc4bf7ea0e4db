#pragma once

#include "ui/canvas_stage.hpp"
#include "ui/panels.hpp"

#include <array>

namespace fabula::ui {

inline constexpr const char* kCanvasWindow = "canvas"; ///< what ImGui calls it

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
    double movedAt = 0; ///< when the pointer last moved, to know when it rests
};

/// One event of the mouse wheel, with the modifiers as they were at that moment.
struct WheelTurn
{
    double sideways = 0; ///< notches; positive is to the left
    double upwards = 0;  ///< notches; positive is away from the hand
    bool control = false;
    bool shift = false;
    double canvasX = 0; ///< of the pointer, picture px from the canvas's left edge
    double canvasY = 0; ///< and from its top
};

/// What the wheel does on the canvas: it pans (in time where all lanes are in view, else it scrolls; with Shift and
/// sideways always in time), and with Ctrl zooms about the pointer. A preference swaps the two. `scrolls` says whether
/// lanes are out of view.
Command wheelCommand(const WheelTurn& turn, bool wheelZooms, bool scrolls);

/// Paints the timeline into its own ImGui window over `context.area` and turns the mouse on it into commands:
/// - drag pans, and glides on when let go in motion;
/// - click selects, on a cluster opens its list, on a lane's name folds it, on nothing deselects; double click on an
///   event zooms to it with its causes and effects, elsewhere in;
/// - the pointer raises what it is on.
/// The wheel is not among them: whether Ctrl was down when it turned only the event itself can tell.
void drawCanvas(const PanelContext& context, const CanvasStage& stage, CanvasGesture& gesture);

} // namespace fabula::ui
