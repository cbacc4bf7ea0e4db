#pragma once

#include "scene/display_list.hpp"

#include <functional>

namespace fabula::scene {

/// Adds a picture to another, `factor` times as large and with its corner at `offset`. Linear.
void addScaled(const DisplayList& part, double factor, Point offset, DisplayList& whole);

/// Where each point of a picture goes. Left stays left of right, and above above below.
using PointMapping = std::function<Point(Point)>;

/// Moves every point of an item; lengths that lie between none, such as widths of lines and sizes of letters, become
/// `factor` times as long.
void move(DisplayItem& item, const PointMapping& to, double factor = 1);

} // namespace fabula::scene
