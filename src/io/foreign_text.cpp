#include "io/foreign_text.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>

namespace fabula::io {
namespace {

// What is called Latin-1 mostly is its superset from Windows.
constexpr const char* kLatin1 = "windows-1252";
constexpr std::string_view kSpaces = " \t\r\n";

bool isUtf8(std::string_view text)
{
    // ICU counts in 32 bits; no text here is larger.
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<std::int32_t>(text.size()), &status);
    return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

std::string converted(std::string_view bytes, const char* encoding)
{
    std::string text;
    icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), encoding).toUTF8String(text);
    return text;
}

struct ByteOrderMark
{
    std::string_view bytes;
    const char* encoding;
};

// The longer ones first, since that of UTF-32 begins as that of UTF-16 does.
constexpr ByteOrderMark kMarks[] = {
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
    {"\xEF\xBB\xBF", "UTF-8"},
};

constexpr UChar32 kByteOrderMark = 0xFEFF;

bool isLineBreak(UChar32 letter)
{
    return letter == '\n' || letter == '\r' || letter == 0x85 || letter == 0x2028 || letter == 0x2029;
}

// The bytes of UTF-8 with which those letters begin that withoutControls takes out or writes anew: few texts have any.
bool mayBeginControl(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == '\x7F' || c == '\xC2' || c == '\xD8' ||
           c == '\xE2' || c == '\xEF';
}

std::string decoded(std::string_view bytes, std::string_view declared, FindingSink& sink)
{
    for (const ByteOrderMark& mark : kMarks) {
        if (bytes.starts_with(mark.bytes))
            return converted(bytes.substr(mark.bytes.size()), mark.encoding);
    }
    if (isUtf8(bytes))
        return std::string(bytes);
    const std::string name = lowered(declared);
    if (!name.empty() && name != "utf-8" && name != "utf8") {
        if (std::string text = converted(bytes, name.c_str()); !text.empty())
            return text;
    }
    sink.add(finding::kReadAsLatin1, {1, 1}, {},
             core::message("the file is no UTF-8 and names no other encoding; it was read as Latin-1, so look at "
                           "letters with accents, or save it as UTF-8"));
    return converted(bytes, kLatin1);
}

} // namespace

std::optional<std::string> foreignText(std::string_view bytes, std::string_view declared, std::size_t mostBytes,
                                       FindingSink& sink)
{
    mostBytes = std::min(mostBytes, kMostForeignBytes);
    if (bytes.size() > mostBytes) {
        sink.add(finding::kFileTooLarge, {}, {},
                 core::message("the file has {} bytes; split it into files of at most {}", bytes.size(), mostBytes));
        return std::nullopt;
    }
    std::string text = decoded(bytes, declared, sink);
    if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
        sink.add(finding::kNulByte, LineCounter(text).at(nul), {},
                 core::message("there is a NUL byte; this is no text file"));
        return std::nullopt;
    }
    if (trimmed(text).empty()) {
        sink.add(finding::kTruncated, {1, 1}, {}, core::message("the file is empty"));
        return std::nullopt;
    }
    return text;
}

std::string asUtf8(std::string_view bytes, bool& asLatin1)
{
    if (isUtf8(bytes))
        return std::string(bytes);
    asLatin1 = true;
    return converted(bytes, kLatin1);
}

std::string withoutControls(std::string_view utf8)
{
    if (std::none_of(utf8.begin(), utf8.end(), mayBeginControl))
        return std::string(utf8);
    const icu::UnicodeString letters =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    icu::UnicodeString clean;
    for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
        const UChar32 letter = letters.char32At(at);
        const bool crossing = letter == '\r' && letters.charAt(at + 1) == '\n'; // beyond the end stands none
        if (letter == '\t' || letter == '\n' ||
            (u_charType(letter) != U_CONTROL_CHAR && letter != kByteOrderMark && !isLineBreak(letter) &&
             !u_hasBinaryProperty(letter, UCHAR_BIDI_CONTROL)))
            clean.append(letter);
        else if (isLineBreak(letter) && !crossing)
            clean.append(UChar32{'\n'});
    }
    std::string text;
    clean.toUTF8String(text);
    return text;
}

std::string onOneLine(std::string_view text)
{
    std::string line;
    for (const char c : trimmed(text)) {
        const bool space = kSpaces.find(c) != std::string_view::npos;
        if (!space)
            line += c;
        else if (line.back() != ' ')
            line += ' ';
    }
    return line;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(kSpaces);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

std::string firstBytes(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return std::string(text);
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0u) == 0x80u)
        --most;
    return std::string(text.substr(0, most));
}

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

} // namespace fabula::io
