#include "paint/codepoints.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>

namespace fabula::paint {
namespace {

struct Range
{
    std::uint32_t first;
    std::uint32_t last;
};

constexpr std::array<Range, 13> kInvisible{{{0x0000, 0x001F},
                                            {0x007F, 0x009F},
                                            {0x00AD, 0x00AD},
                                            {0x061C, 0x061C},
                                            {0x180E, 0x180E},
                                            {0x200B, 0x200F},
                                            {0x2028, 0x202E},
                                            {0x2060, 0x206F},
                                            {0xFE00, 0xFE0F},
                                            {0xFEFF, 0xFEFF},
                                            {0xFFF9, 0xFFFB},
                                            {0xE0000, 0xE007F},
                                            {0xE0100, 0xE01EF}}};

bool continues(std::string_view utf8, std::size_t at)
{
    return at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0u) == 0x80u;
}

/// Marks and Hangul letters, the only ones that composition changes in ordinary text.
bool mayCompose(std::uint32_t codepoint)
{
    return (codepoint >= 0x0300 && codepoint <= 0x036F) || (codepoint >= 0x0590 && codepoint <= 0x11FF) ||
           (codepoint >= 0x3099 && codepoint <= 0x309A);
}

std::string composed(std::string text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status))
        return text;
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, status);
    return U_SUCCESS(status) ? out : text;
}

} // namespace

std::uint32_t nextCodepoint(std::string_view utf8, std::size_t& at)
{
    const auto lead = static_cast<unsigned char>(utf8[at++]);
    if (lead < 0x80)
        return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4)
        return kReplacement;
    std::uint32_t codepoint = lead & (0x3Fu >> more);
    for (int i = 0; i < more; ++i) {
        if (!continues(utf8, at))
            return kReplacement;
        codepoint = codepoint << 6 | (static_cast<unsigned char>(utf8[at]) & 0x3Fu);
        const bool overlong = i == 0 && ((more == 2 && codepoint < 0x20) || (more == 3 && codepoint < 0x10));
        const bool outside =
            i == 0 && ((more == 2 && codepoint >= 0x360 && codepoint < 0x380) || (more == 3 && codepoint > 0x10F));
        if (overlong || outside)
            return kReplacement;
        ++at;
    }
    return codepoint;
}

void appendUtf8(std::string& to, std::uint32_t codepoint)
{
    const auto put = [&to](std::uint32_t byte) { to.push_back(static_cast<char>(byte)); };
    if (codepoint < 0x80) {
        put(codepoint);
    } else if (codepoint < 0x800) {
        put(0xC0 | codepoint >> 6);
        put(0x80 | (codepoint & 0x3F));
    } else if (codepoint < 0x10000) {
        put(0xE0 | codepoint >> 12);
        put(0x80 | (codepoint >> 6 & 0x3F));
        put(0x80 | (codepoint & 0x3F));
    } else {
        put(0xF0 | codepoint >> 18);
        put(0x80 | (codepoint >> 12 & 0x3F));
        put(0x80 | (codepoint >> 6 & 0x3F));
        put(0x80 | (codepoint & 0x3F));
    }
}

bool isInvisible(std::uint32_t codepoint)
{
    if (codepoint >= 0x20 && codepoint < 0x7F)
        return false;
    return std::any_of(kInvisible.begin(), kInvisible.end(),
                       [codepoint](Range range) { return codepoint >= range.first && codepoint <= range.last; });
}

std::string drawable(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    bool composes = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::uint32_t codepoint = nextCodepoint(utf8, at);
        if (isInvisible(codepoint))
            continue;
        composes = composes || mayCompose(codepoint);
        appendUtf8(out, codepoint);
    }
    return composes ? composed(std::move(out)) : out;
}

} // namespace fabula::paint
