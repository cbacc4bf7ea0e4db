#pragma once

#include "core/colour.hpp"
#include "model/terms.hpp"

#include <array>
#include <string_view>

namespace fabula::scene {

using core::Colour;

/// The colours of a picture and of the window around it. Two are shipped, of equal quality; every text colour has a
/// contrast of at least 4.5:1 on each ground it stands on. Colours after Okabe and Ito ("Color Universal Design",
/// 2008); no meaning hangs on colour alone.
struct Theme
{
    bool dark = true;
    Colour ground;
    Colour panel;
    Colour raised;
    Colour line;
    Colour text1;
    Colour text2;
    Colour text3;
    Colour accent;
    Colour onAccent; ///< text on the accent colour
    Colour laneTint; ///< laid over every second lane
    Colour cardFill;
    Colour cardLine;
    Colour shadow;
    Colour good;                     ///< bars of confidence
    Colour bad;                      ///< errors
    std::array<Colour, 7> linkKinds; ///< by model::LinkKind
    std::array<Colour, 8> lanes;     ///< in turn

    Colour link(model::LinkKind kind) const { return linkKinds[static_cast<std::size_t>(kind)]; }
    Colour lane(int index) const { return lanes[static_cast<std::size_t>(index) % lanes.size()]; }
};

const Theme& darkTheme();
const Theme& lightTheme();

} // namespace fabula::scene
