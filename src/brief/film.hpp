#pragma once

#include "brief/slide.hpp"

#include <cstddef>
#include <vector>

namespace fabula::brief {

inline constexpr int kFilmRate = 30; ///< pictures a second

/// A slide in a film: the way to it, then itself.
struct Shot
{
    Slide slide;
    std::size_t way = 0;  ///< pictures on the way from the slide before, without both ends
    std::size_t held = 1; ///< pictures of the slide itself
};

/// The slides of a briefing and how long each is seen, with the way to it. The seconds of a scene are shared among its
/// slides by their words; words that stand over several slides count for each alike. A scene that says no seconds, and
/// each if `wordsPerMinute` is above 0, takes as long as its words take to read. None is held for less than a second.
std::vector<Shot> filmOf(const Briefing& briefing, double wordsPerMinute);

/// As a reader counts: characters of scripts without spaces are half a word each.
double wordsIn(const Narration& narration, std::size_t part);

} // namespace fabula::brief
