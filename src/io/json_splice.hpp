#pragma once

#include "io/json_format.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::io {

/// The text of one list or object of a JSON file, taken apart into its elements or members and the white space around
/// them, so that it can be put together again with some of them changed and not a byte of the others. The views are
/// into the text, which must be JSON.
struct JsonParts
{
    struct Part
    {
        std::string_view lead;    ///< white space before it
        std::string_view key;     ///< raw, with its quotes; empty in lists
        std::string_view between; ///< ':' and the white space around it
        std::string_view value;
        std::string_view trail; ///< white space before the comma; of the last part: before the closing bracket
    };
    bool object = false;
    std::vector<Part> parts;
    std::string_view inside; ///< of an empty one: what stands between the brackets
};

/// Takes the value apart. Linear, without recursion.
JsonParts takeApart(std::string_view value);

/// The text that a raw JSON string stands for.
std::string decoded(std::string_view rawString);

/// What the result shall have at one place: an old part (with another value, if one is given) or a new one.
struct NewPart
{
    std::optional<std::size_t> old;
    std::string key;                  ///< of a new member
    std::optional<std::string> value; ///< text; needed for new ones
};

/// Puts a list or object together. New parts are laid out as their neighbours are; `indent` is that of the line on
/// which the value begins, for values that were empty.
std::string putTogether(const JsonParts& old, const std::vector<NewPart>& parts, const JsonStyle& style,
                        const std::string& indent);

/// The indentation of the lines on which the parts of a value stand, if they stand on lines of their own.
std::optional<std::string> indentOf(const JsonParts& parts);

} // namespace fabula::io
