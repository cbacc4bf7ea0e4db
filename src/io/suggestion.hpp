#pragma once

#include "core/message.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace fabula::io {

/// How many letters must be inserted, deleted, replaced or swapped with their neighbour to make `b` of `a` (optimal
/// string alignment, a restricted Damerau-Levenshtein distance), by bytes. Gives up with `most + 1` once it must be
/// more than `most`. O(|a|·|b|).
std::size_t editDistance(std::string_view a, std::string_view b, std::size_t most);

/// Collects the best of many candidates for a misspelt word: the least edit distance, at most a third of its length.
/// Between equals the first one stays.
class BestGuess
{
public:
    explicit BestGuess(std::string_view misspelt);
    void consider(std::string_view candidate);
    /// Empty if nothing was near enough.
    const std::string& word() const { return best_; }

private:
    std::string_view misspelt_;
    std::size_t most_;
    std::string best_;
};

/// The candidate nearest to `misspelt`, empty if none is near.
std::string nearest(std::string_view misspelt, std::span<const std::string_view> candidates);

/// "…; did you mean `word`?" or, for an empty word, the sentence alone.
core::Message didYouMean(core::Message sentence, std::string_view word);

/// `word` in back quotes, shortened where long and with control characters and broken UTF-8 made visible, fit for a
/// sentence whatever a hostile file put there.
std::string inQuotes(std::string_view word);

} // namespace fabula::io
