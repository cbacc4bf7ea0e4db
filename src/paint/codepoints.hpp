#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace fabula::paint {

inline constexpr std::uint32_t kReplacement = 0xFFFD;

/// Reads the codepoint that begins at `at` and moves `at` behind it. Bytes that are no UTF-8 (RFC 3629: overlong,
/// surrogates, above U+10FFFF, cut short) give U+FFFD and move by at least one byte. `at` must be below the size.
std::uint32_t nextCodepoint(std::string_view utf8, std::size_t& at);

/// Appends one codepoint as UTF-8.
void appendUtf8(std::string& to, std::uint32_t codepoint);

/// Whether a codepoint is never drawn and takes no room: controls, line ends, controls of direction (which could make a
/// text read otherwise than it is stored), joiners, variation selectors and tags.
bool isInvisible(std::uint32_t codepoint);

/// The text as it is drawn: valid UTF-8, nothing invisible, letters composed with their marks (Unicode NFC) as there is
/// no shaping. Usually the text itself. Linear.
std::string drawable(std::string_view utf8);

} // namespace fabula::paint
