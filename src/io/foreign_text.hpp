#pragma once

#include "io/finding_sink.hpp"
#include "io/json_text.hpp"
#include "io/read_limits.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fabula::io {

/// Files of other programs are held in memory whole, several times over, so that they may not be as large as stories.
inline constexpr std::size_t kMostForeignBytes = std::size_t{1} << 30;

/// Makes findings at offsets into a text, in any order.
class ForeignReporter
{
public:
    ForeignReporter(std::string_view text, FindingSink& sink) : lines_(text), size_(text.size()), sink_(sink) {}

    /// Where an offset is; unknown where it is past the end of the text.
    model::StoryPlaces::Mark at(std::size_t offset)
    {
        return offset > size_ ? model::StoryPlaces::Mark{} : lines_.at(offset);
    }
    void add(const FindingKind& kind, std::size_t offset, core::Message sentence)
    {
        if (sink_.full())
            sink_.add(kind, {}, {}, {});
        else
            sink_.add(kind, at(offset), {}, std::move(sentence));
    }

private:
    LineTable lines_;
    std::size_t size_;
    FindingSink& sink_;
};

/// The text of a file as UTF-8 without a byte order mark: UTF-16 and UTF-32 are known by their marks, else `declared`
/// (an encoding that the file names, or nothing) counts, and what is no UTF-8 then is taken for Latin-1, with a
/// warning. Nothing, and an error, if it is too large (F601), empty (F102) or has a NUL byte (F104).
std::optional<std::string> foreignText(std::string_view bytes, std::string_view declared, std::size_t mostBytes,
                                       FindingSink& sink);

/// A piece of text as UTF-8: what is none is taken for Latin-1, and then `asLatin1` is set.
std::string asUtf8(std::string_view bytes, bool& asLatin1);

/// UTF-8 without what steers a terminal or turns the order of other letters round: control characters but tabs and line
/// feeds, and the marks of direction. Each line break of any kind is one line feed.
std::string withoutControls(std::string_view utf8);

/// On one line: white space in a row is one space, and none is left at the ends.
std::string onOneLine(std::string_view text);

/// Without white space at the ends.
std::string_view trimmed(std::string_view text);

/// At most so many bytes of UTF-8, whole characters.
std::string firstBytes(std::string_view text, std::size_t most);

/// ASCII letters in lower case, the rest as it is.
std::string lowered(std::string_view text);

} // namespace fabula::io
