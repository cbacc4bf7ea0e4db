#pragma once

#include "core/text_arena.hpp"

#include <compare>
#include <concepts>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace fabula::core {

/// A text of a story in 8 bytes: it is read, compared and replaced, but never changed in place. There are millions of
/// them, most of them short and many empty; an empty one takes no more than the 8 bytes.
///
/// It is either borrowed from a TextArena, which must outlive it and all its copies (`model::Story` sees to that for
/// what it holds), or owns its bytes, as one that was made of a string does. Copying a borrowed one costs nothing,
/// copying an owned one copies its bytes. Whoever keeps one longer than its story takes a std::string of it.
class CompactText
{
public:
    CompactText() = default;
    /// Owned. Texts have at most 4 GiB.
    CompactText(std::string_view text);
    CompactText(const std::string& text) : CompactText(std::string_view(text)) {}
    CompactText(const char* text) : CompactText(std::string_view(text)) {}
    /// Borrowed from `arena`, to which the text is copied.
    CompactText(std::string_view text, TextArena& arena);

    CompactText(const CompactText& other) : bits_(other.owned() ? other.cloned() : other.bits_) {}
    CompactText(CompactText&& other) noexcept : bits_(std::exchange(other.bits_, 0)) {}
    CompactText& operator=(const CompactText& other);
    CompactText& operator=(CompactText&& other) noexcept
    {
        std::swap(bits_, other.bits_);
        return *this;
    }
    ~CompactText()
    {
        if (owned())
            free();
    }

    /// Valid as long as this one, and as all its copies if it is borrowed.
    std::string_view view() const
    {
        if (bits_ == 0)
            return {};
        const auto* at = reinterpret_cast<const unsigned char*>(bits_ & ~kOwned);
        std::size_t size = *at & kSevenBits;
        for (unsigned shift = 7; (*at++ & kMore) != 0; shift += 7)
            size |= (*at & kSevenBits) << shift;
        return {reinterpret_cast<const char*>(at), size};
    }
    operator std::string_view() const { return view(); }
    std::string string() const { return std::string(view()); }
    bool empty() const { return bits_ == 0; }
    std::size_t size() const { return view().size(); }
    /// Whether its bytes are its own rather than an arena's.
    bool owned() const { return (bits_ & kOwned) != 0; }

    friend bool operator==(const CompactText& a, const CompactText& b)
    {
        return a.bits_ == b.bits_ || a.view() == b.view();
    }
    friend auto operator<=>(const CompactText& a, const CompactText& b) { return a.view() <=> b.view(); }
    template <std::convertible_to<std::string_view> Other>
    friend bool operator==(const CompactText& a, const Other& b)
    {
        return a.view() == std::string_view(b);
    }
    template <std::convertible_to<std::string_view> Other>
    friend auto operator<=>(const CompactText& a, const Other& b)
    {
        return a.view() <=> std::string_view(b);
    }
    friend std::string operator+(std::string a, const CompactText& b) { return std::move(a.append(b.view())); }
    friend std::string operator+(const CompactText& a, std::string_view b) { return a.string().append(b); }
    template <class Stream>
    friend auto operator<<(Stream& out, const CompactText& text) -> decltype(out << text.view())
    {
        return out << text.view();
    }

private:
    static constexpr std::uintptr_t kOwned = 1; ///< the lowest bit of a pointer to bytes at an even address
    static constexpr std::size_t kSevenBits = 0x7F;
    static constexpr unsigned char kMore = 0x80;

    std::uintptr_t cloned() const;
    void free();

    /// The address of the text's length, seven bits a byte and the lowest first, which its bytes follow; and the mark
    /// of an owned one. 0 is the empty text.
    std::uintptr_t bits_ = 0;
};

} // namespace fabula::core

template <>
struct std::hash<fabula::core::CompactText>
{
    std::size_t operator()(const fabula::core::CompactText& text) const noexcept
    {
        return std::hash<std::string_view>{}(text.view());
    }
};
