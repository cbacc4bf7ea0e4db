#include "core/compact_text.hpp"

#include "core/promise.hpp"

#include <cstring>
#include <limits>
#include <new>

namespace fabula::core {
namespace {

constexpr std::size_t kEven = 2;

std::size_t lengthBytes(std::size_t size)
{
    std::size_t bytes = 1;
    while ((size >>= 7) != 0)
        ++bytes;
    return bytes;
}

void write(std::string_view text, void* place)
{
    auto* at = static_cast<unsigned char*>(place);
    std::size_t size = text.size();
    for (; size > 0x7F; size >>= 7)
        *at++ = static_cast<unsigned char>(size | 0x80);
    *at++ = static_cast<unsigned char>(size);
    std::memcpy(at, text.data(), text.size());
}

std::uintptr_t ownCopy(std::string_view text)
{
    FABULA_PROMISE(text.size() <= std::numeric_limits<std::uint32_t>::max(), "a text has at most 4 GiB");
    void* const place = ::operator new(lengthBytes(text.size()) + text.size());
    write(text, place);
    return reinterpret_cast<std::uintptr_t>(place);
}

} // namespace

CompactText::CompactText(std::string_view text) : bits_(text.empty() ? 0 : ownCopy(text) | kOwned)
{
}

CompactText::CompactText(std::string_view text, TextArena& arena)
{
    if (text.empty())
        return;
    std::byte* const place = arena.take(lengthBytes(text.size()) + text.size(), kEven);
    write(text, place);
    bits_ = reinterpret_cast<std::uintptr_t>(place);
}

CompactText& CompactText::operator=(const CompactText& other)
{
    CompactText copy(other);
    std::swap(bits_, copy.bits_);
    return *this;
}

std::uintptr_t CompactText::cloned() const
{
    return ownCopy(view()) | kOwned;
}

void CompactText::free()
{
    ::operator delete(reinterpret_cast<void*>(bits_ & ~kOwned));
}

} // namespace fabula::core
