#pragma once

#include "ui/panels.hpp"

namespace fabula::ui {

/// At the cursor: what the lines, outlines, dots, badges and bars of the picture mean, each with a sample, in columns
/// of `widePx`, as many as `columns`. Window px.
void drawSigns(const PanelContext& context, float widePx, int columns);

} // namespace fabula::ui
