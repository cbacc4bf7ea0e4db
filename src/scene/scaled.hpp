#pragma once

#include "scene/display_list.hpp"

namespace fabula::scene {

/// Adds a picture to another, `factor` times as large and with its corner at `offset`. Linear.
void addScaled(const DisplayList& part, double factor, Point offset, DisplayList& whole);

} // namespace fabula::scene
