#pragma once

#include "core/text_arena.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <new>
#include <ranges>
#include <span>
#include <utility>
#include <vector>

namespace fabula::core {

/// A short list in 8 bytes, empty at no further cost: what an event names, of which there are millions. Like
/// CompactText it is borrowed from an arena or owns its elements, and copying a borrowed one costs nothing. Reading is
/// that of a vector. Whatever changes a list makes it own its elements first.
///
/// The elements of a borrowed list are not destroyed, so that they may own nothing: their texts are borrowed too.
template <class T>
class CompactList
{
public:
    using value_type = T;
    using const_iterator = const T*;
    using iterator = T*;

    CompactList() = default;
    CompactList(std::initializer_list<T> items) : CompactList(std::span(items.begin(), items.size())) {}
    /// Owned.
    explicit CompactList(std::span<const T> items) : bits_(ownCopy(items, items.size())) {}
    template <class Item>
    CompactList(const std::vector<Item>& items) : bits_(ownCopy(items, items.size()))
    {
    }
    /// Borrowed from `arena`, to which the elements are copied.
    CompactList(std::span<const T> items, TextArena& arena)
    {
        if (items.empty())
            return;
        std::byte* const place = arena.take(kHeader + items.size_bytes(), kAlignment);
        fill(place, items, items.size());
        bits_ = reinterpret_cast<std::uintptr_t>(place);
    }

    CompactList(const CompactList& other) : bits_(other.owned() ? ownCopy(other, other.size()) : other.bits_) {}
    CompactList(CompactList&& other) noexcept : bits_(std::exchange(other.bits_, 0)) {}
    CompactList& operator=(const CompactList& other)
    {
        CompactList copy(other);
        std::swap(bits_, copy.bits_);
        return *this;
    }
    CompactList& operator=(CompactList&& other) noexcept
    {
        std::swap(bits_, other.bits_);
        return *this;
    }
    ~CompactList()
    {
        if (owned())
            free();
    }

    std::size_t size() const { return bits_ == 0 ? 0 : *reinterpret_cast<const std::uint32_t*>(bits_ & ~kOwned); }
    bool empty() const { return bits_ == 0; }
    /// Whether its elements are its own rather than an arena's.
    bool owned() const { return (bits_ & kOwned) != 0; }

    const T* data() const { return bits_ == 0 ? nullptr : reinterpret_cast<const T*>((bits_ & ~kOwned) + kHeader); }
    const T* begin() const { return data(); }
    const T* end() const { return data() + size(); }
    const T& operator[](std::size_t index) const { return data()[index]; }
    const T& front() const { return data()[0]; }
    const T& back() const { return data()[size() - 1]; }

    T* begin() { return ownData(); }
    T* end() { return ownData() + size(); }
    T& operator[](std::size_t index) { return ownData()[index]; }
    T& front() { return ownData()[0]; }
    T& back() { return ownData()[size() - 1]; }

    /// Where the elements lie, for whoever makes the list and gave no copy away yet: those of a borrowed one would
    /// change with it.
    T* inPlace() { return const_cast<T*>(data()); }

    void clear() { *this = CompactList(); }
    /// Amortised O(1), and linear where the list was borrowed.
    void push_back(T item)
    {
        const std::size_t count = size();
        if (!owned() || count == roomFor(count)) {
            CompactList larger;
            larger.bits_ = ownCopy(std::as_const(*this), count, count + 1);
            *this = std::move(larger);
        }
        new (inPlace() + count) T(std::move(item));
        *std::launder(reinterpret_cast<std::uint32_t*>(bits_ & ~kOwned)) = static_cast<std::uint32_t>(count + 1);
    }

    friend bool operator==(const CompactList& a, const CompactList& b)
    {
        return a.bits_ == b.bits_ || std::equal(a.begin(), a.end(), b.begin(), b.end());
    }
    template <class Item>
    friend bool operator==(const CompactList& a, const std::vector<Item>& b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    static constexpr std::uintptr_t kOwned = 1; ///< the lowest bit of a pointer to something aligned
    static constexpr std::size_t kAlignment = std::max(alignof(T), alignof(std::uint32_t));
    static constexpr std::size_t kHeader = kAlignment; ///< the number of elements, before the first of them
    static_assert(kAlignment <= alignof(std::max_align_t));

    template <class Items>
    static void fill(void* place, const Items& items, std::size_t count)
    {
        new (place) std::uint32_t(static_cast<std::uint32_t>(count));
        std::uninitialized_copy(items.begin(), items.end(),
                                reinterpret_cast<T*>(static_cast<std::byte*>(place) + kHeader));
    }

    /// For how many elements an owned list has room that has so many.
    static std::size_t roomFor(std::size_t count) { return std::bit_ceil(count); }

    template <class Items>
    static std::uintptr_t ownCopy(const Items& items, std::size_t count, std::size_t wanted)
    {
        if (wanted == 0)
            return 0;
        void* const place = ::operator new(kHeader + roomFor(wanted) * sizeof(T));
        fill(place, items, count);
        return reinterpret_cast<std::uintptr_t>(place) | kOwned;
    }
    template <class Items>
    static std::uintptr_t ownCopy(const Items& items, std::size_t count)
    {
        return ownCopy(items, count, count);
    }

    T* ownData()
    {
        if (bits_ != 0 && !owned())
            bits_ = ownCopy(std::as_const(*this), size());
        return const_cast<T*>(data());
    }

    void free()
    {
        std::destroy_n(const_cast<T*>(data()), size());
        ::operator delete(reinterpret_cast<void*>(bits_ & ~kOwned));
    }

    /// The address of the list's length, which its elements follow, and the mark of an owned one. 0 is the empty list.
    std::uintptr_t bits_ = 0;
};

} // namespace fabula::core
