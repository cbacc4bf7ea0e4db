#pragma once

#include "scene/display_list.hpp"

#include <optional>
#include <vector>

namespace fabula::scene {

/// How far one picture has become another.
struct Blend
{
    double moved = 0; ///< what both have is so far from where it stands in the old one to where it stands in the new
    double old = 1;   ///< so much of what only the old one has is still there
    double young = 0; ///< so much of what only the new one has is there already
    /// What stands elsewhere is not the same thing: it goes and comes instead of moving.
    bool still = false;
};

/// The item with its opacity multiplied by `there`.
DisplayItem faded(DisplayItem item, double there);

/// Adds the items with their opacity multiplied by `there`; of what is not there at all, only clips.
void addFaded(const std::vector<DisplayItem>& items, double there, DisplayList& picture);

/// The item on its way from the one to the other; nothing if they are no version of the same:
/// of other shapes or proportions, or with other words.
std::optional<DisplayItem> between(const DisplayItem& old, const DisplayItem& young, double share);

/// Adds the items of two pictures as one: those alike, in the order in which both have them, move and change; the
/// others go and come at their places in that order. Clips stay in pairs. Quadratic in the items: for small parts of a
/// picture.
void addBlended(const std::vector<DisplayItem>& old, const std::vector<DisplayItem>& young, const Blend& blend,
                DisplayList& picture);

} // namespace fabula::scene
