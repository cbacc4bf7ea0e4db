#include "io/json_scan.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <limits>
#include <system_error>

namespace fabula::io {
namespace {

constexpr std::size_t kBetweenWatches = std::size_t{64} << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool follows(unsigned char byte)
{
    return (byte & 0xC0U) == 0x80U;
}

// How many bytes the character of two to four at `at` has; 0 if it is no UTF-8 (table 3-7 of the Unicode Standard).
std::size_t longCharacter(const char* at, const char* stop)
{
    unsigned char bytes[4] = {};
    std::memcpy(bytes, at, std::min<std::size_t>(sizeof(bytes), static_cast<std::size_t>(stop - at)));
    const unsigned char first = bytes[0];
    const unsigned char second = bytes[1];
    if (first >= 0xC2 && first <= 0xDF)
        return follows(second) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool good = second >= (first == 0xE0 ? 0xA0 : 0x80) && second <= (first == 0xED ? 0x9F : 0xBF);
        return good && follows(bytes[2]) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool good = second >= (first == 0xF0 ? 0x90 : 0x80) && second <= (first == 0xF4 ? 0x8F : 0xBF);
        return good && follows(bytes[2]) && follows(bytes[3]) ? 4 : 0;
    }
    return 0;
}

void appendUtf8(std::string& text, std::uint32_t codepoint)
{
    const auto low = [codepoint](unsigned shift) { return static_cast<char>(0x80U | (codepoint >> shift & 0x3FU)); };
    if (codepoint < 0x80) {
        text += static_cast<char>(codepoint);
    } else if (codepoint < 0x800) {
        text += static_cast<char>(0xC0U | codepoint >> 6);
        text += low(0);
    } else if (codepoint < 0x10000) {
        text += static_cast<char>(0xE0U | codepoint >> 12);
        text += low(6);
        text += low(0);
    } else {
        text += static_cast<char>(0xF0U | codepoint >> 18);
        text += low(12);
        text += low(6);
        text += low(0);
    }
}

} // namespace

JsonScan::JsonScan(std::string_view text, core::Progress* progress)
    : text_(text), at_(text.data()), stop_(text.data() + text.size()), watchAt_(text.data()), progress_(progress)
{
    if (text.starts_with(kByteOrderMark))
        at_ += kByteOrderMark.size();
}

bool JsonScan::watched()
{
    watchAt_ = at_ + std::min(kBetweenWatches, static_cast<std::size_t>(stop_ - at_));
    if (progress_ != nullptr) {
        progress_->done.store(here(), std::memory_order_relaxed);
        cancelled_ = progress_->cancel.load(std::memory_order_relaxed);
    }
    return !cancelled_;
}

bool JsonScan::readScalar(Token& token)
{
    switch (peek()) {
    case '"':
        token.kind = Token::Kind::string;
        return readString(token.text);
    case 't':
    case 'f':
        token.kind = Token::Kind::flag;
        token.flag = *at_ == 't';
        return readWord(token.flag ? "true" : "false");
    case 'n':
        token.kind = Token::Kind::null;
        return readWord("null");
    default:
        return readNumber(token);
    }
}

bool JsonScan::readWord(std::string_view word)
{
    const bool there = std::string_view(at_, static_cast<std::size_t>(stop_ - at_)).starts_with(word);
    at_ += there ? word.size() : 0;
    return there;
}

// The first byte from `at` on that is more than a character of one byte: a quote, a backslash, a control character or
// one beyond ASCII. Eight bytes at a time: a bit at the top of each byte that is one (after A. Mycroft's test for
// zero).
const char* JsonScan::plainEnd(const char* at) const
{
    constexpr std::uint64_t kOnes = 0x0101010101010101;
    constexpr std::uint64_t kTops = 0x8080808080808080;
    if constexpr (std::endian::native == std::endian::little) {
        while (stop_ - at >= 8) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, at, sizeof(eight));
            const std::uint64_t quote = eight ^ kOnes * '"';
            const std::uint64_t backslash = eight ^ kOnes * '\\';
            // A byte may be marked wrongly only above one that is marked rightly.
            const std::uint64_t marks = ((quote - kOnes) | (backslash - kOnes) | (eight - kOnes * ' ') | eight) & kTops;
            if (marks != 0) {
                at += std::countr_zero(marks) / 8;
                break;
            }
            at += 8;
        }
    }
    while (at != stop_ && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) >= ' ' &&
           static_cast<unsigned char>(*at) < 0x80)
        ++at;
    return at;
}

bool JsonScan::readString(std::string_view& string)
{
    const char* const start = ++at_;
    while (true) {
        at_ = plainEnd(at_);
        if (at_ == stop_)
            return false;
        if (*at_ == '"') {
            string = {start, static_cast<std::size_t>(at_ - start)};
            ++at_;
            return true;
        }
        if (*at_ == '\\')
            return readEscaped(start, string);
        const std::size_t size = longCharacter(at_, stop_);
        if (size == 0)
            return false;
        at_ += size;
    }
}

// The same from the first escape on.
bool JsonScan::readEscaped(const char* start, std::string_view& string)
{
    buffer_.assign(start, at_);
    while (true) {
        const char* const from = at_;
        at_ = plainEnd(at_);
        buffer_.append(from, at_);
        if (at_ == stop_)
            return false;
        if (*at_ == '"') {
            string = buffer_;
            ++at_;
            return true;
        }
        if (*at_ == '\\') {
            if (!readEscape())
                return false;
            continue;
        }
        const std::size_t size = longCharacter(at_, stop_);
        if (size == 0)
            return false;
        buffer_.append(at_, size);
        at_ += size;
    }
}

bool JsonScan::readEscape()
{
    constexpr std::string_view kSigns = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    ++at_;
    const std::size_t sign = kSigns.find(peek());
    if (sign != std::string_view::npos) {
        buffer_ += kMeant[sign];
        ++at_;
        return true;
    }
    std::uint32_t codepoint = 0;
    if (!readUnit(codepoint))
        return false;
    if (codepoint >= 0xD800 && codepoint <= 0xDFFF) {
        std::uint32_t low = 0;
        if (codepoint > 0xDBFF || peek() != '\\')
            return false;
        ++at_;
        if (!readUnit(low) || low < 0xDC00 || low > 0xDFFF)
            return false;
        codepoint = 0x10000 + ((codepoint - 0xD800) << 10) + (low - 0xDC00);
    }
    appendUtf8(buffer_, codepoint);
    return true;
}

// "u" and four digits.
bool JsonScan::readUnit(std::uint32_t& unit)
{
    constexpr std::ptrdiff_t kDigits = 4;
    if (peek() != 'u' || stop_ - at_ <= kDigits)
        return false;
    const char* const end = at_ + 1 + kDigits;
    const auto read = std::from_chars(at_ + 1, end, unit, 16);
    at_ = end;
    return read.ec == std::errc() && read.ptr == end;
}

bool JsonScan::readNumber(Token& token)
{
    constexpr std::ptrdiff_t kMostDigits = std::numeric_limits<std::int64_t>::digits10;
    const char* const start = at_;
    at_ += peek() == '-' ? 1 : 0;
    const char* const digits = at_;
    std::int64_t number = 0;
    for (; isDigit(peek()) && at_ - digits <= kMostDigits; ++at_)
        number = number * 10 + (*at_ - '0');
    const std::ptrdiff_t count = at_ - digits;
    if (count == 0 || count > kMostDigits || (*digits == '0' && count > 1))
        return false;
    if (peek() == '.' || peek() == 'e' || peek() == 'E')
        return readFraction(start, token);
    token.kind = Token::Kind::integer;
    token.integer = digits != start ? -number : number;
    token.number = static_cast<double>(token.integer);
    return true;
}

// The number from `start` on, whose whole part was read.
bool JsonScan::readFraction(const char* start, Token& token)
{
    const auto skipDigits = [this] {
        const char* const first = at_;
        while (isDigit(peek()))
            ++at_;
        return at_ != first;
    };
    if (peek() == '.') {
        ++at_;
        if (!skipDigits())
            return false;
    }
    if (peek() == 'e' || peek() == 'E') {
        ++at_;
        at_ += peek() == '+' || peek() == '-' ? 1 : 0;
        if (!skipDigits())
            return false;
    }
    token.kind = Token::Kind::number;
    const auto read = std::from_chars(start, at_, token.number);
    return read.ec == std::errc() && read.ptr == at_;
}

} // namespace fabula::io
