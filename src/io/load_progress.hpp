#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace fabula::io {

/// What a load does, one step after the other; the last two are done by those who make more of the story.
enum class LoadStep : std::uint8_t { reading, checking, joining, indexing, finished };

/// How far a load has come, for a window that watches it from another thread. It must live until the load returns.
struct LoadProgress
{
    std::atomic<std::uint64_t> bytesDone{0};  ///< parsed, out of bytesTotal
    std::atomic<std::uint64_t> bytesTotal{0}; ///< 0 until the size of the file is known
    std::atomic<LoadStep> step{LoadStep::reading};
    std::atomic<bool> cancel{false}; ///< set it to stop; looked at every 64 KiB and in the long loops of all steps

    /// Of the whole load, 0 to 1, by what the steps take of a large story.
    double done() const
    {
        constexpr std::array kDoneBefore{0.0, 0.55, 0.65, 0.8, 1.0};
        const auto current = static_cast<std::size_t>(step.load());
        if (current > 0)
            return kDoneBefore[current];
        const auto total = static_cast<double>(bytesTotal.load());
        return total > 0 ? std::min(1.0, static_cast<double>(bytesDone.load()) / total) * kDoneBefore[1] : 0;
    }
};

} // namespace fabula::io
