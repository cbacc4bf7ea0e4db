#pragma once

#include "scene/display_list.hpp"
#include "ui/panels.hpp"

#include <string>
#include <vector>

namespace fabula::ui {

/// What the timeline says about something under a resting pointer that doesn't show its own words, in paragraphs: title
/// and date of a dot or of a cut title, the other end of a cut link, the first titles of a cluster, that a lane's name
/// folds it. Empty for whatever says all by itself. `content` is where the pointer is.
std::vector<std::string> canvasTip(const PanelContext& context, scene::Subject subject, core::Point content);

} // namespace fabula::ui
