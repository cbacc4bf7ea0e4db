#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace fabula::io {

/// How new values are laid out among old ones.
struct JsonStyle
{
    std::string unit = "  "; ///< one more level of indentation; empty where the file has no line breaks
    std::size_t width = 110; ///< a value that fits is written in one line
};

/// In one line, with a space behind ',' and ':'. Throws nlohmann's type_error on text that is no UTF-8.
std::string oneLine(const nlohmann::ordered_json& value);

/// In one line if it fits or the file knows no line breaks, else one member or element a line; `indent` is that of the
/// line on which the value begins, and `used` how many bytes of the line stand before it. Throws as oneLine.
std::string formatted(const nlohmann::ordered_json& value, const JsonStyle& style, const std::string& indent,
                      std::size_t used);

} // namespace fabula::io
