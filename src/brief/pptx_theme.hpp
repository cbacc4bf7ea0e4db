#pragma once

#include "scene/theme.hpp"

#include <string>

namespace fabula::brief::pptx {

/// The bytes of a theme part (ECMA-376 part 1, 20.1.6.9): the colours and Inter, and per script what Windows has where
/// Inter has no letters. Dark themes keep light text in `lt1`, and `mapColours` says so.
std::string themePart(const scene::Theme& theme);

} // namespace fabula::brief::pptx
