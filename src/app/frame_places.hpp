#pragma once

#include "core/geometry.hpp"

struct GLFWwindow;

namespace fabula::app {

/// Where the parts of the window are, in window px. Those that are not shown are empty.
struct FramePlaces
{
    core::Rect window;
    core::Rect topBar;
    core::Rect timeline;
    core::Rect overview;
    core::Rect inspector;
    core::Rect statusBar;
};

/// Divides a window of `size`; `scale` is window px for one px of the design. What matters least gives way first when
/// the window is small: the overview, then the inspector.
FramePlaces placesIn(core::Size size, double scale, bool inspectorOpen);

/// Window px for one px of the design where a person wants it `wanted` times as large. Where windows are measured in
/// pixels of the screen the interface is enlarged by us, elsewhere by the desktop.
double interfaceScale(GLFWwindow* window, double wanted);

} // namespace fabula::app
