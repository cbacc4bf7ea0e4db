#pragma once

#include "core/geometry.hpp"
#include "scene/display_list.hpp"
#include "ui/ui_fonts.hpp"

struct ImDrawList;

namespace fabula::ui {

/// Where a picture is painted: its corner in window px, how many window px one of its px takes, and how many pixels of
/// the screen one window px takes.
struct CanvasPlace
{
    core::Point corner;
    double scale = 1;
    double density = 1;
};

/// Paints the picture into a draw list whose current texture is the font atlas. Edges of rectangles and baselines of
/// text come to stand on whole pixels of the screen; what lies outside the clips is left out. Cost linear in the
/// picture.
void paint(const scene::DisplayList& picture, const CanvasPlace& place, ImDrawList& list, const UiFonts& fonts);

} // namespace fabula::ui
