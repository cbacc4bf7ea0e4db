#include "io/suggestion.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <utility>
#include <vector>

namespace fabula::io {
namespace {

constexpr std::size_t kLongestWord = 128; // longer words are no misspellings, and cost too much to compare

std::size_t difference(std::size_t a, std::size_t b)
{
    return a > b ? a - b : b - a;
}

} // namespace

std::size_t editDistance(std::string_view a, std::string_view b, std::size_t most)
{
    if (difference(a.size(), b.size()) > most)
        return most + 1;
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(beforeLast, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > most)
            return most + 1;
    }
    return std::min(row[b.size()], most + 1);
}

BestGuess::BestGuess(std::string_view misspelt)
    : misspelt_(misspelt), most_(misspelt.size() > kLongestWord ? 0 : std::max<std::size_t>(1, misspelt.size() / 3))
{
}

void BestGuess::consider(std::string_view candidate)
{
    if (most_ == 0 || candidate.empty() || difference(candidate.size(), misspelt_.size()) > most_)
        return;
    const std::size_t distance = editDistance(misspelt_, candidate, most_);
    if (distance > most_ || distance >= candidate.size())
        return;
    best_ = candidate;
    most_ = distance - (distance > 0 ? 1 : 0);
}

std::string nearest(std::string_view misspelt, std::span<const std::string_view> candidates)
{
    BestGuess guess(misspelt);
    for (const std::string_view candidate : candidates)
        guess.consider(candidate);
    return guess.word();
}

core::Message didYouMean(core::Message sentence, std::string_view word)
{
    return word.empty() ? std::move(sentence) : core::message("{}; did you mean `{}`?", sentence, word);
}

std::string inQuotes(std::string_view word)
{
    constexpr std::size_t kMostBytes = 60;
    std::string text = "`";
    std::size_t end = std::min(word.size(), kMostBytes);
    while (end < word.size() && end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80)
        --end; // never cut within a UTF-8 sequence
    for (const char c : word.substr(0, end)) {
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
            text += c;
        } else {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04x",
                          static_cast<unsigned>(static_cast<unsigned char>(c)));
            text += escape.data();
        }
    }
    if (end < word.size())
        text += "…";
    return text + '`';
}

} // namespace fabula::io
