#include "core/text_arena.hpp"

#include <algorithm>
#include <cstdint>

namespace fabula::core {
namespace {

constexpr std::size_t kFirstBlock = std::size_t{4} << 10;
constexpr std::size_t kLargestBlock = std::size_t{1} << 20;

} // namespace

std::byte* TextArena::take(std::size_t bytes, std::size_t alignment)
{
    const std::size_t gap = (0 - reinterpret_cast<std::uintptr_t>(free_)) & (alignment - 1);
    if (gap + bytes > left_)
        return takeFromNewBlock(bytes);
    std::byte* const place = free_ + gap;
    free_ = place + bytes;
    left_ -= gap + bytes;
    taken_ += gap + bytes;
    return place;
}

// Blocks grow with what is in them, so that a small story has small ones. What would fill one has a block of its own,
// and the rest of the last one goes on being used.
std::byte* TextArena::takeFromNewBlock(std::size_t bytes)
{
    const std::size_t usual = std::clamp(taken_, kFirstBlock, kLargestBlock);
    const std::size_t size = std::max(usual, bytes);
    blocks_.emplace_back(new std::byte[size]); // left as it is: every byte that is taken gets written
    std::byte* const place = blocks_.back().get();
    taken_ += bytes;
    if (size - bytes > left_) {
        free_ = place + bytes;
        left_ = size - bytes;
    }
    return place;
}

} // namespace fabula::core
