#include "core/web_address.hpp"

#include "core/ascii.hpp"

#include <algorithm>

namespace fabula::core {
namespace {

constexpr std::size_t kLongestAddress = 2'000;

std::size_t schemeLength(std::string_view address)
{
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (sameAscii(address.substr(0, scheme.size()), scheme))
            return scheme.size();
    }
    return 0;
}

std::string_view hostIn(std::string_view address)
{
    std::string_view host = address.substr(schemeLength(address));
    host = host.substr(0, host.find_first_of("/?#\\"));
    if (const std::size_t at = host.rfind('@'); at != std::string_view::npos)
        host.remove_prefix(at + 1);
    return host;
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (asciiLower(c) >= 'a' && asciiLower(c) <= 'f');
}

void appendEscape(std::string& uri, unsigned char byte)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    uri += '%';
    uri += kDigits[byte / 16];
    uri += kDigits[byte % 16];
}

} // namespace

bool isWebAddress(std::string_view address)
{
    const bool plain = std::all_of(address.begin(), address.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    return schemeLength(address) > 0 && plain && address.size() <= kLongestAddress && !hostIn(address).empty();
}

std::string withSmallScheme(std::string_view address)
{
    std::string small(address);
    std::transform(small.begin(), small.begin() + static_cast<std::ptrdiff_t>(schemeLength(address)), small.begin(),
                   asciiLower);
    return small;
}

std::string webHost(std::string_view address)
{
    if (!isWebAddress(address))
        return {};
    std::string_view host = hostIn(address);
    if (sameAscii(host.substr(0, 4), "www."))
        host.remove_prefix(4);
    return std::string(host);
}

std::string asUri(std::string_view address)
{
    constexpr std::string_view kAllowed = "-._~:/?@!$&'()*+,;=";
    std::string uri;
    bool fragment = false;
    for (std::size_t i = 0; i < address.size(); ++i) {
        const char c = address[i];
        const bool plain = (c >= '0' && c <= '9') || (asciiLower(c) >= 'a' && asciiLower(c) <= 'z');
        const bool escape =
            c == '%' && i + 2 < address.size() && isHexDigit(address[i + 1]) && isHexDigit(address[i + 2]);
        const bool begins = c == '#' && !fragment;
        fragment = fragment || begins;
        if (plain || kAllowed.find(c) != std::string_view::npos || escape || begins)
            uri += c;
        else
            appendEscape(uri, static_cast<unsigned char>(c));
    }
    return uri;
}

} // namespace fabula::core
