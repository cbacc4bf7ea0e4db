#pragma once

#include "scene/graph_picture.hpp"
#include "scene/timeline_picture.hpp"

#include <string>

namespace fabula::app {

/// What a picture consists of, as JSON, in pixels of the picture at `scale`: cards, texts with tight ink boxes, spans,
/// links (each once, a stubbed one as its two stubs) and ribbons as polylines that stray by at most 0.25 px, clusters,
/// and the time scale, so that anyone can check without our code that nothing overlaps. Only what meets the canvas is
/// listed. Cost linear in the picture.
std::string pictureReport(const scene::TimelineSubject& subject, const scene::TimelineView& view,
                          const scene::DisplayList& picture, double scale);

/// The same of a graph, which has cards, texts and links only; its lists of the rest are empty, its scale is null.
std::string pictureReport(const scene::GraphSubject& subject, const scene::GraphView& view,
                          const scene::DisplayList& picture, double scale);

} // namespace fabula::app
