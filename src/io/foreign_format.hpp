#pragma once

#include "io/story_reader.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace fabula::io {

/// The formats of other programs that stories come from and go to.
enum class ForeignFormat : std::uint8_t { graphml, dot };

/// Their endings, for sentences.
inline constexpr const char* kForeignEndings = ".graphml, .dot or .gv";

/// The format of a file by its ending, whatever its case; nothing for any other.
std::optional<ForeignFormat> foreignFormatOf(const std::filesystem::path& path);

/// Reads a file in one of them as a story; see readGraphml and readDot. A file that can't be read is an error (F0xx).
LoadedStory loadForeign(const std::filesystem::path& path, ForeignFormat format);

/// The story in one of them; see graphmlText and dotText.
std::string foreignTextOf(const model::Story& story, ForeignFormat format);

} // namespace fabula::io
