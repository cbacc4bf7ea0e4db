#include "core/symbol_table.hpp"

#include <cstring>
#include <limits>

namespace fabula::core {
namespace {

constexpr std::uint32_t kFree = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kFirstSlots = 256; // a power of two, as all later sizes

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word)
{
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15; // 2^64 by the golden ratio
    hash = (hash ^ word) * kOdd;
    return hash ^ hash >> 32;
}

// Eight bytes at a time, for ids are short; the last ones with zeros behind them.
std::uint64_t mixedWith(std::string_view word, std::uint64_t hash)
{
    std::uint64_t eight = 0;
    for (; word.size() >= sizeof(eight); word.remove_prefix(sizeof(eight))) {
        std::memcpy(&eight, word.data(), sizeof(eight));
        hash = mixed(hash, eight);
    }
    eight = 0;
    for (const char c : word)
        eight = eight << 8 | static_cast<unsigned char>(c);
    return mixed(hash, eight);
}

} // namespace

SymbolTable::SymbolTable(TextArena& arena) : arena_(arena), slots_(kFirstSlots, {0, kFree})
{
}

// Ids are often numbered, and what refers to one refers to its neighbours next: the words of eight numbers in a row
// have slots in a row, which the processor fetches together.
std::uint64_t SymbolTable::hashOf(std::string_view word)
{
    constexpr std::uint64_t kInARow = 8;
    constexpr std::size_t kMostDigits = 9;
    std::uint64_t number = 0;
    std::uint64_t unit = 1;
    std::size_t stem = word.size();
    while (stem > 0 && word.size() - stem < kMostDigits && word[stem - 1] >= '0' && word[stem - 1] <= '9') {
        number += static_cast<std::uint64_t>(word[--stem] - '0') * unit;
        unit *= 10;
    }
    const std::uint64_t hash = mixedWith(word.substr(0, stem), mixed(word.size(), number / kInARow));
    return hash / kInARow * kInARow + number % kInARow;
}

std::uint64_t SymbolTable::fetchSlot(std::string_view word) const
{
    const std::uint64_t hash = hashOf(word);
    __builtin_prefetch(&slots_[static_cast<std::uint32_t>(hash) & (slots_.size() - 1)]);
    return hash;
}

void SymbolTable::fetchWord(std::uint64_t hash) const
{
    const Slot& slot = slots_[static_cast<std::uint32_t>(hash) & (slots_.size() - 1)];
    if (slot.symbol != kFree)
        __builtin_prefetch(&words_[slot.symbol]);
}

std::uint32_t SymbolTable::add(std::string_view word, std::uint64_t hash)
{
    std::size_t slot = slotOf(word, hash);
    if (slots_[slot].symbol != kFree)
        return slots_[slot].symbol;
    if (2 * (size() + 1) > slots_.size()) {
        grow();
        slot = slotOf(word, hash);
    }
    const auto symbol = static_cast<std::uint32_t>(size());
    words_.emplace_back(word, arena_);
    slots_[slot] = {static_cast<std::uint32_t>(hash), symbol};
    return symbol;
}

std::vector<std::uint32_t> SymbolTable::containing(std::string_view part) const
{
    std::vector<std::uint32_t> found;
    for (std::uint32_t symbol = 0; symbol < size(); ++symbol) {
        if (word(symbol).find(part) != std::string_view::npos)
            found.push_back(symbol);
    }
    return found;
}

// The new place of a word follows from its hash, of which a slot holds as much as 2^32 slots need.
void SymbolTable::grow()
{
    const std::vector<Slot> before = std::move(slots_);
    slots_.assign(before.size() * 4, {0, kFree});
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& taken : before) {
        if (taken.symbol == kFree)
            continue;
        std::size_t slot = taken.hash & mask;
        while (slots_[slot].symbol != kFree)
            slot = (slot + 1) & mask;
        slots_[slot] = taken;
    }
}

// Open addressing with linear probing; at most half of the slots are taken.
std::size_t SymbolTable::slotOf(std::string_view wanted, std::uint64_t hash) const
{
    const std::size_t mask = slots_.size() - 1;
    const auto half = static_cast<std::uint32_t>(hash);
    std::size_t slot = half & mask;
    while (slots_[slot].symbol != kFree && (slots_[slot].hash != half || word(slots_[slot].symbol) != wanted))
        slot = (slot + 1) & mask;
    return slot;
}

} // namespace fabula::core
