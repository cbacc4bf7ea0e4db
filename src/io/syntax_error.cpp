#include "io/syntax_error.hpp"

#include "io/json_text.hpp"
#include "io/suggestion.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

namespace fabula::io {
namespace {

// The length of the UTF-8 sequence at `offset`, 0 if it is none. Table 3-7 of the Unicode Standard.
std::size_t sequenceLength(std::string_view text, std::size_t offset)
{
    const auto byte = [&](std::size_t i) -> unsigned {
        return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0u;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    const unsigned first = byte(0);
    if (first < 0x80u)
        return 1;
    if (first >= 0xC2u && first <= 0xDFu)
        return continues(1) ? 2 : 0;
    if (first >= 0xE0u && first <= 0xEFu) {
        const bool overlong = first == 0xE0u && byte(1) < 0xA0u;
        const bool surrogate = first == 0xEDu && byte(1) > 0x9Fu;
        return !overlong && !surrogate && continues(1) && continues(2) ? 3 : 0;
    }
    if (first >= 0xF0u && first <= 0xF4u) {
        const bool overlong = first == 0xF0u && byte(1) < 0x90u;
        const bool tooHigh = first == 0xF4u && byte(1) > 0x8Fu;
        return !overlong && !tooHigh && continues(1) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

// The first byte from `begin` to `end` (included) that is NUL or no UTF-8, as a problem.
std::optional<SyntaxProblem> badByte(std::string_view text, std::size_t begin, std::size_t end)
{
    std::size_t at = begin;
    while (at < text.size() && at <= end) {
        if (text[at] == '\0')
            return SyntaxProblem{
                finding::kNulByte, at,
                core::message("a NUL byte stands at offset {}; take it out, or fetch the file again", at)};
        const std::size_t length = sequenceLength(text, at);
        if (length == 0)
            return SyntaxProblem{finding::kNotUtf8, at,
                                 core::message("the byte 0x{} at offset {} is no UTF-8; save the file as UTF-8",
                                               fmt::format("{:02X}", static_cast<unsigned char>(text[at])), at)};
        at += length;
    }
    return std::nullopt;
}

SyntaxProblem truncated(std::string_view text, const ParserState& parser)
{
    if (parser.lastEnd == 0 || (parser.openedInLine == 0 && parser.said.empty()))
        return {finding::kTruncated, text.size(), core::message("the file is empty; a story begins with `{{`")};
    if (parser.openedInLine == 0)
        return {finding::kTruncated, text.size(),
                core::message("the file ends in the middle; complete it, or fetch it again")};
    return {finding::kTruncated, text.size(),
            core::message("the file ends within what begins in line {}; complete it, or fetch it again",
                          parser.openedInLine)};
}

// What is wrong inside of a string that began at `start`.
core::Message explainString(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '\n' || byte == '\r')
        return core::message(
            "the string does not end in its line; close it with `\"`, and write a line break as `\\n`");
    if (byte == '\t')
        return core::message("a tabulator stands in a string; write it as `\\t`");
    if (byte < 0x20)
        return core::message("a control character stands in a string; write it as `\\u{}`",
                             fmt::format("{:04x}", byte));
    return core::message("this escape is none that JSON knows; write a backslash as `\\\\`, and other letters as `\\u` "
                         "with four digits");
}

char lastBefore(std::string_view text, std::size_t offset)
{
    const std::size_t at = offset == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", offset - 1);
    return at == std::string_view::npos ? '\0' : text[at];
}

std::string wordAt(std::string_view text, std::size_t offset)
{
    if (text[offset] == '"')
        return inQuotes(text.substr(offset, endOfScalar(text.substr(0, offset + 40), offset) - offset));
    std::size_t end = offset;
    while (end < text.size() && end - offset < 40 &&
           std::string_view(" \t\r\n,:]}[{\"").find(text[end]) == std::string_view::npos)
        ++end;
    return inQuotes(text.substr(offset, std::max<std::size_t>(end - offset, 1)));
}

// Something stands where something else must: the usual slips by name, the rest in general.
core::Message explainToken(std::string_view text, std::size_t at, bool wantsKey)
{
    const char here = text[at];
    const char before = lastBefore(text, at);
    if (before == '\0' && here != '/')
        return core::message("a story begins with `{{`, not with {}; a GraphML or DOT file becomes one by `fabula "
                             "import`",
                             wordAt(text, at));
    if ((here == '}' || here == ']') && before == ',')
        return core::message("nothing follows the comma before this `{}`; take the comma out", here);
    if (here == '}' || here == ']')
        return before == ':'
                   ? core::message("a value is missing after the `:`")
                   : core::message("this `{}` closes nothing that is open; check the brackets before it", here);
    if (here == '/' || here == '#')
        return core::message("JSON knows no comments; take this one out");
    if (here == '\'')
        return core::message("strings stand in double quotes; write `\"` for `'`");
    if (here == ',' || here == ':')
        return core::message("nothing is to be separated by this `{}`; take it out, or write what is missing", here);
    if (before == '"' && wantsKey)
        return core::message("a `:` must stand between a key and its value");
    if (before != ',' && before != ':' && before != '{' && before != '[')
        return core::message("a comma is missing before {}", wordAt(text, at));
    if (wantsKey)
        return core::message("a key in double quotes must stand here, not {}", wordAt(text, at));
    return core::message("{} is no JSON value; strings stand in double quotes, numbers as in `-1.5`", wordAt(text, at));
}

} // namespace

SyntaxProblem explainSyntax(std::string_view text, const ParserState& parser)
{
    std::size_t start = skipSeparators(text, parser.lastEnd);
    const std::size_t bad = std::min(parser.taken == 0 ? 0 : parser.taken - 1, text.size());
    if (auto problem = badByte(text, parser.lastEnd, bad))
        return *problem;
    if (parser.said.find("unexpected end of input") != std::string_view::npos)
        return truncated(text, parser);
    if (parser.numberTooLarge)
        return {finding::kNumberTooLarge, start,
                core::message("the number {} is larger than any this program can hold; write a smaller one",
                              wordAt(text, start))};
    if (parser.finished)
        return {finding::kTrailingText, start,
                core::message("{} follows after the end of the story; take it out", wordAt(text, start))};
    // A comma or colon that should not be there was skipped as if it were right.
    const std::size_t separator = text.find_first_of(",:", parser.lastEnd);
    if (separator < start && bad <= separator)
        start = separator;
    if (start >= text.size())
        return truncated(text, parser);
    const bool inScalar = parser.said.find("invalid ") != std::string_view::npos;
    if (inScalar && parser.taken >= text.size() && endOfScalar(text, start) >= text.size())
        return truncated(text, parser);
    if (parser.said.find("invalid string") != std::string_view::npos && bad < text.size())
        return {finding::kMalformed, bad, explainString(text, bad)};
    const bool wantsKey = parser.said.find("object key") != std::string_view::npos ||
                          parser.said.find("object separator") != std::string_view::npos;
    return {finding::kMalformed, start, explainToken(text, start, wantsKey)};
}

} // namespace fabula::io
