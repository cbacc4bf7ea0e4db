#pragma once

#include <atomic>
#include <cstdint>

namespace fabula::io {

/// How far a load has come, for a window that watches it from another thread. It must live until the load returns.
struct LoadProgress
{
    std::atomic<std::uint64_t> bytesDone{0};  ///< parsed, out of bytesTotal
    std::atomic<std::uint64_t> bytesTotal{0}; ///< 0 until the size of the file is known
    std::atomic<bool> cancel{false};          ///< set it to stop; looked at every 64 KiB at the latest
};

} // namespace fabula::io
