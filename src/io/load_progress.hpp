#pragma once

#include "core/progress.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace fabula::io {

/// What a load does, one step after the other; the last two are done by those who make more of the story.
enum class LoadStep : std::uint8_t { reading, checking, joining, indexing, finished };

/// How far a load has come: `done` bytes of `total` are parsed, then come the further steps, each in
/// units of its own.
struct LoadProgress : core::Progress
{
    std::atomic<LoadStep> step{LoadStep::reading};

    /// Of the whole load, 0 to 1, by what the steps take of a large story.
    double share() const
    {
        constexpr std::array kDoneBefore{0.0, 0.55, 0.65, 0.8, 1.0};
        const auto current = static_cast<std::size_t>(step.load());
        if (current > 0)
            return kDoneBefore[current];
        const auto all = static_cast<double>(total.load());
        return all > 0 ? std::min(1.0, static_cast<double>(done.load()) / all) * kDoneBefore[1] : 0;
    }
};

} // namespace fabula::io
