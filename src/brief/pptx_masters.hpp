#pragma once

#include "brief/pptx_package.hpp"
#include "brief/slide.hpp"

#include <string>

/// What the slides of a deck have in common: theme, slide master, layouts, notes master.
namespace fabula::brief::pptx {

inline const std::string kPresentationPart = "ppt/presentation.xml";
inline const std::string kMasterPart = "ppt/slideMasters/slideMaster1.xml";
inline const std::string kNotesMasterPart = "ppt/notesMasters/notesMaster1.xml";
inline const std::string kThemePart = "ppt/theme/theme1.xml";
inline const std::string kSceneLayoutPart = "ppt/slideLayouts/slideLayout1.xml";
inline const std::string kSourcesLayoutPart = "ppt/slideLayouts/slideLayout2.xml";

/// Content types of parts of a kind, such as "slide".
std::string contentType(std::string_view kind);

/// The placeholders by which slides and layouts find each other; the title needs no number.
inline constexpr int kNarrationIndex = 1; ///< and the left column of sources
inline constexpr int kPictureIndex = 10;
inline constexpr int kPlaceIndex = 11;
inline constexpr int kEvidenceIndex = 12;
inline constexpr int kRightColumnIndex = 13;

/// Where a scene's picture stands on its slide, in px.
core::Rect pictureBox(const Briefing& briefing);

/// Adds all of them but the presentation, in the briefing's size and theme. Notes are black on white, as on paper.
void addMasters(const Briefing& briefing, PptxPackage& package);

} // namespace fabula::brief::pptx
