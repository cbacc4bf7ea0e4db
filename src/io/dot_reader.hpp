#pragma once

#include "io/story_reader.hpp"

#include <string>
#include <string_view>

namespace fabula::io {

/// Reads DOT (graphviz.org/doc/info/lang.html) with Graphviz's own `cgraph`, so all that `dot` reads: HTML-like labels,
/// records, ports, chains of edges, `strict`, defaults, groups, Latin-1. What becomes of nodes and edges:
/// `importGraph`; a `subgraph cluster…` is a group. Syntax errors have the line that `cgraph` names, other findings the
/// place where the thing is first named. Any bytes may be given; a text that would become a graph out of all proportion
/// to it is an error (F608). Not from two threads at once: `cgraph` has globals.
LoadedStory readDot(std::string_view bytes, std::string fileName, const ReadLimits& limits = {});

} // namespace fabula::io
