#include "paint/hrefs.hpp"

#include "paint/codepoints.hpp"

#include <algorithm>
#include <cctype>

namespace fabula::paint {
namespace {

constexpr std::size_t kLongestAddress = 2'000;

bool startsWith(std::string_view text, std::string_view scheme)
{
    return text.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), text.begin(), [](char a, char b) {
               return a == std::tolower(static_cast<unsigned char>(b));
           });
}

} // namespace

bool isWebAddress(std::string_view address)
{
    const bool web = startsWith(address, "http://") || startsWith(address, "https://");
    const bool plain = std::all_of(address.begin(), address.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    return web && plain && address.size() <= kLongestAddress && address[address.find("//") + 2] != '/';
}

std::string pdfLinkAttributes(std::string_view address)
{
    std::string out = "uri='";
    for (const char c : address) {
        if (c == '\'' || c == '\\')
            out.push_back('\\');
        out.push_back(c);
    }
    return out + "'";
}

std::string xmlEscaped(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const std::uint32_t codepoint = nextCodepoint(utf8, at);
        switch (codepoint) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            if ((codepoint >= 0x20 || codepoint == '\t' || codepoint == '\n') && codepoint != 0xFFFE &&
                codepoint != 0xFFFF)
                appendUtf8(out, codepoint);
        }
    }
    return out;
}

} // namespace fabula::paint
