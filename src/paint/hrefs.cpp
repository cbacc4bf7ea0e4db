#include "paint/hrefs.hpp"

#include "paint/codepoints.hpp"

namespace fabula::paint {
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
