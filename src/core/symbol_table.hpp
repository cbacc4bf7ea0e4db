#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::core {

/// Numbers for words: each different word gets the next number from 0. All words stand in one string, so that a million
/// ids cost no million allocations.
class SymbolTable
{
public:
    SymbolTable();

    /// The number of `word`, given now if it is new. Amortised O(length).
    std::uint32_t add(std::string_view word);
    std::string_view word(std::uint32_t symbol) const;
    std::size_t size() const { return starts_.size() - 1; }
    /// The numbers of the words that contain `part`, which is not empty, rising. Linear in all words together.
    std::vector<std::uint32_t> containing(std::string_view part) const;

private:
    void grow();
    std::size_t slotOf(std::string_view word) const;

    std::string letters_;
    std::vector<std::size_t> starts_; ///< one more than there are symbols
    std::vector<std::uint32_t> slots_;
};

} // namespace fabula::core
