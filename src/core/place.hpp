#pragma once

#include <cstdint>
#include <string>

namespace fabula::core {

/// Where in a file something stands. Lines and columns count from 1 (columns in bytes of UTF-8); 0 means unknown.
/// `pointer` is the JSON pointer (RFC 6901) of the value in question, empty where there is none.
struct FilePlace
{
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string pointer;

    friend bool operator==(const FilePlace&, const FilePlace&) = default;
};

/// "file:line:column", leaving out what is unknown.
std::string toString(const FilePlace& place);

} // namespace fabula::core
