#include "core/symbol_table.hpp"

#include <algorithm>
#include <functional>
#include <limits>

namespace fabula::core {
namespace {

constexpr std::uint32_t kFree = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kFirstSlots = 256; // a power of two, as all later sizes

} // namespace

SymbolTable::SymbolTable() : starts_{0}, slots_(kFirstSlots, kFree)
{
}

std::uint32_t SymbolTable::add(std::string_view word)
{
    std::size_t slot = slotOf(word);
    if (slots_[slot] != kFree)
        return slots_[slot];
    if (2 * (size() + 1) > slots_.size()) {
        grow();
        slot = slotOf(word);
    }
    const auto symbol = static_cast<std::uint32_t>(size());
    letters_.append(word);
    starts_.push_back(letters_.size());
    slots_[slot] = symbol;
    return symbol;
}

std::string_view SymbolTable::word(std::uint32_t symbol) const
{
    const std::size_t start = starts_[symbol];
    return std::string_view(letters_).substr(start, starts_[symbol + 1] - start);
}

std::vector<std::uint32_t> SymbolTable::containing(std::string_view part) const
{
    std::vector<std::uint32_t> found;
    std::uint32_t symbol = 0; // the words stand one behind the other, without anything between them
    for (std::size_t at = letters_.find(part); at != std::string::npos; at = letters_.find(part, at)) {
        const auto from = starts_.begin() + static_cast<std::ptrdiff_t>(symbol) + 1;
        symbol = static_cast<std::uint32_t>(std::upper_bound(from, starts_.end(), at) - starts_.begin() - 1);
        if (at + part.size() > starts_[symbol + 1]) {
            ++at; // over the end of a word
            continue;
        }
        found.push_back(symbol);
        at = starts_[symbol + 1];
    }
    return found;
}

void SymbolTable::grow()
{
    slots_.assign(slots_.size() * 2, kFree);
    for (std::uint32_t symbol = 0; symbol < size(); ++symbol)
        slots_[slotOf(word(symbol))] = symbol;
}

// Open addressing with linear probing; at most half of the slots are taken.
std::size_t SymbolTable::slotOf(std::string_view wanted) const
{
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = std::hash<std::string_view>{}(wanted)&mask;
    while (slots_[slot] != kFree && word(slots_[slot]) != wanted)
        slot = (slot + 1) & mask;
    return slot;
}

} // namespace fabula::core
