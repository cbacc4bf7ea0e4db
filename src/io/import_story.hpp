#pragma once

#include "io/foreign_graph.hpp"
#include "io/foreign_text.hpp"
#include "io/story_reader.hpp"

#include <string_view>

namespace fabula::io {

/// Makes the story that a foreign graph tells, as far as a story has a place for it, with the places of its events and
/// links in `loaded` (whose file must be set). Nothing is invented: what the graph does not say stays unsaid, and what
/// had to be assumed is `inferred` and reported. With errors in `loaded` no story is made. O(n log n).
///
/// - A node is an event; its id is made valid and is its title if it has no other. A group is one only where an edge
///   ends at it.
/// - Attributes are known by their names, see import_fields.cpp; groups and lanes become actors.
/// - An edge is a link, of the kind that it names, else `causes`. One without direction is `precedes`, from the earlier
///   date to the later, else as written; one to itself is left out; parallel ones stay.
/// - A graph that graphmlText or dotText made gives its story back, but for the scenes.
void importGraph(const ForeignGraph& graph, ForeignReporter& reporter, const ReadLimits& limits, LoadedStory& loaded);

} // namespace fabula::io
