#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace fabula::core {

/// Memory for what is written once and freed together: the texts and short lists of a story that was read from a file.
/// Whoever shows such a story keeps its arena alive; what lies in it never moves. Nothing in it is destroyed one by
/// one, so that only what owns nothing itself may lie here. A new one takes no memory.
class TextArena
{
public:
    TextArena() = default;
    TextArena(const TextArena&) = delete;
    TextArena& operator=(const TextArena&) = delete;

    /// Room for `bytes` bytes at a multiple of `alignment`, a power of two up to that of std::max_align_t.
    std::byte* take(std::size_t bytes, std::size_t alignment);

    /// How many bytes were asked for in all, gaps included.
    std::size_t bytesTaken() const { return taken_; }

private:
    std::byte* takeFromNewBlock(std::size_t bytes);

    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* free_ = nullptr; ///< the rest of the last block
    std::size_t left_ = 0;      ///< bytes of it
    std::size_t taken_ = 0;
};

} // namespace fabula::core
