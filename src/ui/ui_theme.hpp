#pragma once

#include "scene/theme.hpp"
#include "ui/ui_fonts.hpp"

namespace fabula::ui {

inline constexpr double kBodyEm = 13; ///< the text of panels, px of the design

/// Sets colours, spacing (a grid of 4 px), roundness (6 px) and the default font of the current ImGui context.
/// `scale` is window px for one px of the design. Call again when theme or scale change.
void applyTheme(const scene::Theme& theme, double scale, const UiFonts& fonts);

} // namespace fabula::ui
