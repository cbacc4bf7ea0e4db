#pragma once

#include <algorithm>
#include <string_view>

namespace fabula::core {

/// For words that are ASCII by definition (language tags, schemes of addresses), whatever the system's language is.
constexpr char asciiLower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether both are the same without regard to case.
constexpr bool sameAscii(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return asciiLower(x) == asciiLower(y); });
}

} // namespace fabula::core
