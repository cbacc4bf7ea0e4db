#pragma once

#include "io/json_splice.hpp"
#include "model/story.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::io {

/// A value before and after an edit. `named` and `sparse` are the same value with and without what goes without saying
/// (see Defaults).
struct JsonEdit
{
    const nlohmann::ordered_json& before;
    const nlohmann::ordered_json& named;
    const nlohmann::ordered_json& sparse;
};

/// The text `raw` of a value with the edit made in it: member by member and element by element, as deep as they differ.
/// `indent` is that of the line on which the value begins. Throws nlohmann's type_error on text that is no UTF-8.
std::string patched(std::string_view raw, const JsonEdit& edit, const JsonStyle& style, const std::string& indent);

/// For each new element the old one that it came from: the same by identity (`id`, the ends and kind of a link, the
/// source of a citation, else the whole value), or the one that stood at the same place if neither has a partner.
std::vector<std::optional<std::size_t>> partners(const std::vector<std::string>& before,
                                                 const std::vector<std::string>& after);

/// What tells an element from others of its list.
std::string identityOf(const nlohmann::ordered_json& element);

} // namespace fabula::io
