#pragma once

#include "brief/stage.hpp"

#include <optional>
#include <vector>

namespace fabula::brief {

using Items = std::vector<scene::DisplayItem>;

/// Where an event is drawn by itself.
struct EventPlace
{
    Rect box;
    double anchorX = 0; ///< of its date, on a timeline
};

/// A scene's picture at a step taken apart, all in px of the slide: what another scene's picture may have as well can
/// be found in both. Without callouts.
struct StageParts
{
    Rect canvas;   ///< to which bars, links and events are cut
    Items grounds; ///< of a timeline tinted lanes and grid; of a graph its columns
    Items dayLine; ///< this and what else only a timeline has is empty for a graph
    Items sums;    ///< ribbons and clusters, which stand for other things in each picture
    Items dayWords;
    Items headers; ///< of lanes, each from its PushClip to its PopClip the subject's
    Items axis;
    std::vector<Items> bars;                       ///< by event index
    std::vector<Items> events;                     ///< by event index
    std::vector<Items> links;                      ///< by link index
    std::vector<std::optional<EventPlace>> places; ///< by event index; of those that are there
};

/// Costs as much as the picture of the scene.
StageParts stageParts(const Telling& telling, const Stage& stage, double step);

} // namespace fabula::brief
