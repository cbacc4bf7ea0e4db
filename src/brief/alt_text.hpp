#pragma once

#include "brief/slide.hpp"

#include <string>

namespace fabula::brief {

/// What a slide's picture shows, for those who can't see it: "Timeline. R1 launched, open weights (20 Jan 2025); …", in
/// the order of cause, of the events that are there. Linear in the scene.
std::string altText(const Briefing& briefing, const Slide& slide);

} // namespace fabula::brief
