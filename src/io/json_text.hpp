#pragma once

#include "model/story_places.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace fabula::io {

/// Small steps over the raw text of a JSON file: where a token ends, where the next one starts. They trust the text to
/// be JSON as far as they look and never leave it; on anything else they stop somewhere inside it.

/// The first offset from `offset` on that is no white space, ',' or ':'.
std::size_t skipSeparators(std::string_view text, std::size_t offset);

/// Past the string, number or word that starts at `offset`.
std::size_t endOfScalar(std::string_view text, std::size_t offset);

/// Past the value that starts at `offset`, brackets included. Linear in the value, without recursion.
std::size_t endOfValue(std::string_view text, std::size_t offset);

/// Where the value of the member `key` of the object at `object` starts. Finds keys written without escapes only.
std::optional<std::size_t> memberValue(std::string_view text, std::size_t object, std::string_view key);

/// Line and column (from 1, columns in bytes) of offsets into a text. Cheap when asked in rising order, since it counts
/// from the last one; going back costs the distance.
class LineCounter
{
public:
    explicit LineCounter(std::string_view text) : text_(text) {}
    /// Starts at a place that is known already.
    LineCounter(std::string_view text, std::size_t offset, model::StoryPlaces::Mark mark);

    model::StoryPlaces::Mark at(std::size_t offset);

private:
    void goForward(std::size_t offset);
    void goBack(std::size_t offset);

    std::string_view text_;
    std::size_t offset_ = 0;
    std::size_t lineStart_ = 0;
    std::size_t line_ = 1;
};

/// The same in any order: counts from a place that is known, of which there is one in every few kilobytes. Linear in
/// the text, to make one.
class LineTable
{
public:
    explicit LineTable(std::string_view text);

    model::StoryPlaces::Mark at(std::size_t offset) const;

private:
    static constexpr std::size_t kBetweenMarks = 4096;

    std::string_view text_;
    std::vector<model::StoryPlaces::Mark> marks_; ///< of every place that is a multiple of kBetweenMarks
};

} // namespace fabula::io
