#include "io/json_text.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>

namespace fabula::io {
namespace {

bool isSeparator(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == ':';
}

std::size_t endOfString(std::string_view text, std::size_t offset)
{
    for (std::size_t at = offset + 1; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return text.size();
}

std::uint32_t narrowed(std::size_t value)
{
    return static_cast<std::uint32_t>(std::min<std::size_t>(value, std::numeric_limits<std::uint32_t>::max()));
}

} // namespace

std::size_t skipSeparators(std::string_view text, std::size_t offset)
{
    while (offset < text.size() && isSeparator(text[offset]))
        ++offset;
    return offset;
}

std::size_t endOfScalar(std::string_view text, std::size_t offset)
{
    if (offset < text.size() && text[offset] == '"')
        return endOfString(text, offset);
    constexpr std::string_view kEnds = "]}[{\"";
    while (offset < text.size() && !isSeparator(text[offset]) && kEnds.find(text[offset]) == std::string_view::npos)
        ++offset;
    return offset;
}

std::size_t endOfValue(std::string_view text, std::size_t offset)
{
    std::size_t depth = 0;
    std::size_t at = offset;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '{' || c == '[') {
            ++depth;
            ++at;
        } else if (c == '}' || c == ']') {
            if (depth == 0)
                return at;
            --depth;
            ++at;
        } else {
            at = endOfScalar(text, at);
        }
        if (depth == 0)
            return at;
        at = skipSeparators(text, at);
    }
    return text.size();
}

std::optional<std::size_t> memberValue(std::string_view text, std::size_t object, std::string_view key)
{
    std::size_t at = skipSeparators(text, object + 1);
    while (at < text.size() && text[at] == '"') {
        const std::size_t end = endOfScalar(text, at);
        const std::size_t value = skipSeparators(text, end);
        if (end - at == key.size() + 2 && text.substr(at + 1, key.size()) == key)
            return value;
        const std::size_t next = skipSeparators(text, endOfValue(text, value));
        if (next <= at)
            break;
        at = next;
    }
    return std::nullopt;
}

LineCounter::LineCounter(std::string_view text, std::size_t offset, model::StoryPlaces::Mark mark)
    : text_(text), offset_(offset), lineStart_(offset - (mark.column - 1)), line_(mark.line)
{
}

model::StoryPlaces::Mark LineCounter::at(std::size_t offset)
{
    offset = std::min(offset, text_.size());
    if (offset >= offset_)
        goForward(offset);
    else
        goBack(offset);
    return {narrowed(line_), narrowed(offset - lineStart_ + 1)};
}

void LineCounter::goForward(std::size_t offset)
{
    const char* at = text_.data() + offset_;
    const char* end = text_.data() + offset;
    while (at != end) {
        const void* newline = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
        if (newline == nullptr)
            break;
        at = static_cast<const char*>(newline) + 1;
        lineStart_ = static_cast<std::size_t>(at - text_.data());
        ++line_;
    }
    offset_ = offset;
}

void LineCounter::goBack(std::size_t offset)
{
    if (offset < lineStart_) {
        const std::string_view between = text_.substr(offset, offset_ - offset);
        line_ -= static_cast<std::size_t>(std::count(between.begin(), between.end(), '\n'));
        const std::size_t newline = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
        lineStart_ = newline == std::string_view::npos ? 0 : newline + 1;
    }
    offset_ = offset;
}

LineTable::LineTable(std::string_view text) : text_(text)
{
    LineCounter lines(text);
    for (std::size_t offset = 0; offset <= text.size(); offset += kBetweenMarks)
        marks_.push_back(lines.at(offset));
}

model::StoryPlaces::Mark LineTable::at(std::size_t offset) const
{
    offset = std::min(offset, text_.size());
    const std::size_t before = offset / kBetweenMarks;
    return LineCounter(text_, before * kBetweenMarks, marks_[before]).at(offset);
}

} // namespace fabula::io
