#pragma once

#include "io/foreign_text.hpp"

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>

namespace fabula::io {

/// What a look over the words of a DOT text tells that Graphviz's reader does not: where things stand, and how large
/// the graph would become, before any memory is taken for it.
class DotScan
{
public:
    static constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

    /// Linear in the text, without recursion. Text that is no DOT is scanned as well as can be.
    explicit DotScan(std::string_view text);

    /// Where a word first stands, and where an edge between two words does; kNowhere if not in so many words.
    std::size_t placeOf(std::string_view word) const;
    std::size_t placeOfEdge(std::string_view from, std::string_view to) const;
    /// Where a value stands that was given to `word`: its first place after the word's own, else the word's.
    std::size_t placeOfValue(std::string_view word, std::string_view value) const;

    std::size_t depth() const { return deepest_; }           ///< of braces
    std::size_t deepest() const { return deepestAt_; }       ///< where that is
    std::size_t longestWord() const { return longestWord_; } ///< in bytes
    std::size_t longestWordAt() const { return longestWordAt_; }
    /// The most edges of statements that are open at once ("a -> b -> c" has two), and where that is.
    std::size_t longestChain() const { return longestChain_; }
    std::size_t longestAt() const { return longestAt_; }
    std::size_t edges() const { return edges_; }          ///< at most so many, groups joined to groups included
    std::size_t cells() const { return cells_; }          ///< different names of attributes times words and edges
    std::size_t further() const { return further_; }      ///< where text follows the graph, or kNowhere
    std::string_view charset() const { return charset_; } ///< as the graph names it, if it does

private:
    class Walk;

    std::unordered_map<std::string, std::size_t> words_;
    std::unordered_map<std::string, std::size_t> edgePlaces_; ///< by both words with a NUL between them
    std::size_t deepest_ = 0;
    std::size_t deepestAt_ = 0;
    std::size_t longestWord_ = 0;
    std::size_t longestWordAt_ = 0;
    std::size_t longestChain_ = 0;
    std::size_t longestAt_ = 0;
    std::size_t edges_ = 0;
    std::size_t cells_ = 0;
    std::size_t further_ = kNowhere;
    std::string charset_;
};

} // namespace fabula::io
