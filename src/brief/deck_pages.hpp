#pragma once

#include "brief/slide.hpp"

#include <vector>

namespace fabula::brief {

/// The pages that a printed deck has beside its slides, in their size.

/// A small picture of the scene and its notes, which go on over as many pages as they take; none without notes.
std::vector<scene::DisplayList> notesPages(const Briefing& briefing, std::size_t scene);

/// All sources of the briefing by number: publisher, date, title, grade, which one it repeats, and where it is to be
/// found. At least one page if there are any.
std::vector<scene::DisplayList> sourcePages(const Briefing& briefing);

} // namespace fabula::brief
