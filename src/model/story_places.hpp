#pragma once

#include "core/place.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fabula::model {

/// Where the things of a story stand in its file, for findings that are made after reading. Parallel to the vectors of
/// the Story; 8 bytes each. Empty for a story that came from no file.
struct StoryPlaces
{
    struct Mark
    {
        std::uint32_t line = 0;
        std::uint32_t column = 0;
    };
    std::string file;
    std::vector<Mark> actors;
    std::vector<Mark> sources;
    std::vector<Mark> events;
    std::vector<Mark> links;
    std::vector<Mark> scenes;

    /// The place of element `index` of the list `name` ("events", "links" …), with its JSON pointer.
    core::FilePlace of(const char* name, const std::vector<Mark>& marks, std::size_t index) const;
};

} // namespace fabula::model
