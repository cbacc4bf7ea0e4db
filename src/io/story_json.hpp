#pragma once

#include "io/story_draft.hpp"
#include "model/story.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>

namespace fabula::io {

/// Whether values that a reader would assume anyway (`"importance": 3`) and empty ones (as null) are named.
enum class Defaults { named, leftOut };

/// One element of a list as JSON, its keys in the order of the format; things are referred to by their ids. Citations
/// are always objects; see `shortened`.
nlohmann::ordered_json elementJson(const model::Story& story, List list, std::size_t index, Defaults defaults);

/// The story's own members, without the five lists.
nlohmann::ordered_json storyJson(const model::Story& story, Defaults defaults);

/// How many elements the story has in a list.
std::size_t elementsOf(const model::Story& story, List list);

/// The JSON as a person would write it: a citation without a place in the source is the bare id.
nlohmann::ordered_json shortened(nlohmann::ordered_json element);

} // namespace fabula::io
