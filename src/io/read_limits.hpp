#pragma once

#include <cstddef>

namespace fabula::io {

/// How much one story file may hold. The defaults are the format's; tests take smaller ones.
struct ReadLimits
{
    std::size_t bytes = std::size_t{4} << 30;
    std::size_t events = 5'000'000;
    std::size_t links = 20'000'000;
    std::size_t others = 1'000'000;    ///< actors, sources and scenes, of each
    std::size_t entries = 100'000'000; ///< of the lists within all elements together: tags, citations, names to show
    std::size_t textBytes = std::size_t{64} << 10;
};

/// Values nested deeper than this are not read; no part of the format needs more than 6.
inline constexpr std::size_t kMostDepth = 64;

} // namespace fabula::io
