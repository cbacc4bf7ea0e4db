#pragma once

#include "brief/slide.hpp"

#include <string>
#include <vector>

namespace fabula::brief {

/// The pages that a printed deck has beside its slides, in their size.

/// A small picture of the scene and its notes, which go on over as many pages as they take; none without notes.
std::vector<scene::DisplayList> notesPages(const Briefing& briefing, std::size_t scene);

/// A paragraph of the list of sources, or what of it stands in one column.
struct SourceText
{
    std::string text;
    std::vector<std::string> lines; ///< the same in lines that fit the column
    core::TextStyle style;
    scene::Colour colour;
    std::string href;
    Rect box; ///< on its page, in px; lines are `kSourceLine` high
};
inline constexpr double kSourceLine = 22;

/// All sources of the briefing by number: publisher, date, title, grade, which one it repeats, and where it is to be
/// found. In columns, the first two of which make the first page, and so on. Entries stay whole where a column can hold
/// them.
std::vector<std::vector<SourceText>> sourceColumns(const Briefing& briefing);

/// The same as pictures; at least one page if there are any.
std::vector<scene::DisplayList> sourcePages(const Briefing& briefing);

} // namespace fabula::brief
