#pragma once

#include "core/compact_text.hpp"
#include "core/text_arena.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fabula::core {

/// Numbers for words: each different word gets the next number from 0. The words stand in an arena, each once, so that
/// a million ids cost no million allocations and may be borrowed by the story that has them.
class SymbolTable
{
public:
    /// `arena` must outlive it.
    explicit SymbolTable(TextArena& arena);

    /// The number of `word`, given now if it is new. Amortised O(length).
    std::uint32_t add(std::string_view word) { return add(word, hashOf(word)); }

    /// The same in three steps with other work between them, for words that are looked up by the million: the memory
    /// that the next step needs is on its way meanwhile.
    std::uint64_t fetchSlot(std::string_view word) const;
    void fetchWord(std::uint64_t hash) const;
    std::uint32_t add(std::string_view word, std::uint64_t hash);

    std::string_view word(std::uint32_t symbol) const { return words_[symbol]; }
    /// The same, borrowed from the arena.
    const CompactText& text(std::uint32_t symbol) const { return words_[symbol]; }
    std::size_t size() const { return words_.size(); }
    /// The numbers of the words that contain `part`, rising. Linear in all words together.
    std::vector<std::uint32_t> containing(std::string_view part) const;

private:
    /// Which word, and the low half of its hash, so that most of the others need not be looked at.
    struct Slot
    {
        std::uint32_t hash;
        std::uint32_t symbol;
    };

    static std::uint64_t hashOf(std::string_view word);
    void grow();
    std::size_t slotOf(std::string_view word, std::uint64_t hash) const;

    TextArena& arena_;
    std::vector<CompactText> words_;
    std::vector<Slot> slots_;
};

} // namespace fabula::core
