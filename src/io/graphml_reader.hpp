#pragma once

#include "io/story_reader.hpp"

#include <string>
#include <string_view>

namespace fabula::io {

/// Reads GraphML (graphml.graphdrawing.org) as real programs write it: without `edgedefault` (edges are then directed),
/// with yEd's labels and groups, Gephi's and NetworkX's keys, keys that are nowhere declared, and any prefix of the
/// namespace. What becomes of nodes and edges: `importGraph`. Nested graphs are groups; hyperedges, ports and further
/// graphs are reported and left out. Any bytes may be given; nothing outside of the text is read, and no entity of its
/// own is expanded. The places of `LoadedStory` are those in the GraphML. O(n log n) in time; the memory is some five
/// times the text.
LoadedStory readGraphml(std::string_view bytes, std::string fileName, const ReadLimits& limits = {});

} // namespace fabula::io
