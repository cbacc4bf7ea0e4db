#pragma once

#include "brief/slide.hpp"

#include <string>
#include <vector>

namespace fabula::brief {

/// Where things stand on a slide, in its px, and how they are set: one for the picture of a slide and for decks whose
/// slides are made of text boxes.
namespace form {

inline constexpr double kMargin = 64;
inline constexpr double kTitleBaseline = 82;
inline constexpr double kPlaceBaseline = 118;
inline constexpr double kStageTop = 142;
inline constexpr double kBandTop = 664;
inline constexpr double kNarrationTop = 684;
inline constexpr double kNarrationBottom = 836;
inline constexpr double kFootBaseline = 868;
inline constexpr double kDashHeight = 5;
inline constexpr core::TextStyle kPlace{16, core::FontWeight::regular, false};
inline constexpr core::TextStyle kFoot{16, core::FontWeight::regular, false};

} // namespace form

/// How wide a line of the narration may be.
double narrationWidth(core::Size size);

/// A title in one line, and how it is set.
struct Headline
{
    std::string text;
    core::TextStyle style;
};

/// The title in the largest size that has room; whole or, where none has, cut.
Headline headlineOf(const Telling& telling, const std::string& title, core::Size size);

/// One dash for each scene, in their order, at the foot of the slide; of one or of many scenes, none.
std::vector<Rect> progressDashes(const Briefing& briefing);

/// A piece of the line of evidence, with the address of what it names; that may be empty or no web address.
struct EvidencePart
{
    std::string words;
    std::string href;
};

/// What carries the picture, in one line that ends before the dashes; of sources that have no room the number is told.
std::vector<EvidencePart> evidenceLine(const Briefing& briefing, const Slide& slide);

} // namespace fabula::brief
