#pragma once

#include "brief/deck_pages.hpp"
#include "brief/pptx_package.hpp"

#include <string>
#include <vector>

/// The slides of a deck, each a part of its own with its relations, in editable text.
namespace fabula::brief::pptx {

/// A slide of a deck while it is written.
struct SlidePart
{
    const Briefing& briefing;
    PptxPackage& package;
    std::size_t number = 1; ///< in the deck, from 1

    std::string path() const;
};

/// The parts that hold a picture: SVG for programs that know it, PNG for the others.
struct PictureParts
{
    std::string svg;
    std::string png;
};

/// Title, place, picture with alt text, narration, evidence with links, dashes, and the scene's notes.
void addSceneSlide(const SlidePart& part, const Slide& slide, const PictureParts& picture);

/// Sources in one or two columns, with links.
void addSourcesSlide(const SlidePart& part, const std::vector<std::vector<SourceText>>& columns);

} // namespace fabula::brief::pptx
