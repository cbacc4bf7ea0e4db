#pragma once

#include <atomic>
#include <cstdint>

namespace fabula::core {

/// How far some long work has come, for a thread that watches it from outside and may end it. It must live until the
/// work returns. Work that was cancelled returns soon, and what it returns then is of no use.
struct Progress
{
    std::atomic<std::uint64_t> done{0};  ///< out of `total`, in units of the work's own (the bytes of a file)
    std::atomic<std::uint64_t> total{0}; ///< 0 until it is known
    std::atomic<bool> cancel{false};     ///< set it to stop; looked at many times a second
};

} // namespace fabula::core
