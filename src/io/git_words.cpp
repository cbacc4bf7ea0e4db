#include "io/git_words.hpp"

#include "io/foreign_text.hpp"
#include "io/import_cast.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace fabula::io {
namespace {

constexpr std::int64_t kMostYears = 999'990'000;    // from 1970, so that all are within those of EDTF
constexpr std::int64_t kSecondsOfYear = 31'556'952; // on average, as Gregorian years are

// "+0130" as minutes, as git reads it; nothing if EDTF has no such zone.
std::optional<int> minutesOfZone(std::string_view zone)
{
    constexpr int kMostHours = 23;
    if (zone.size() != 5 || (zone[0] != '+' && zone[0] != '-') ||
        zone.find_first_not_of("0123456789", 1) != std::string_view::npos)
        return std::nullopt;
    int digits = 0;
    std::from_chars(zone.data() + 1, zone.data() + zone.size(), digits);
    const int hours = digits / 100;
    const int minutes = digits % 100;
    if (hours > kMostHours || minutes > 59)
        return std::nullopt;
    return (zone[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

std::string momentText(time::Instant instant, int zoneMinutes)
{
    const time::CivilTime local = time::civilFromInstant({instant.seconds + std::int64_t{zoneMinutes} * 60});
    if (local.year < 0 || local.year > 9999)
        return zoneMinutes == 0 ? std::string() : momentText(instant, 0);
    std::string zone = "Z";
    if (zoneMinutes != 0)
        zone = fmt::format("{}{:02}:{:02}", zoneMinutes < 0 ? '-' : '+', std::abs(zoneMinutes) / 60,
                           std::abs(zoneMinutes) % 60);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}", local.year, local.month, local.day, local.hour,
                       local.minute, local.second, zone);
}

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Of all the signs that are allowed those that occur: around an address stand quotes, brackets and slashes.
bool isOfUserName(char c)
{
    return isLetterOrDigit(c) || std::string_view("._%+-").find(c) != std::string_view::npos;
}

bool isOfHost(char c)
{
    return isLetterOrDigit(c) || c == '.' || c == '-';
}

bool isInBrackets(char c)
{
    return c != '<' && c != '>' && c != '@' && static_cast<unsigned char>(c) > ' ';
}

// Whether its last part is none of digits, as "1.2.3" has them.
bool isHost(std::string_view text)
{
    const std::size_t dot = text.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || text.size() < dot + 3)
        return false;
    return std::none_of(text.begin() + static_cast<std::ptrdiff_t>(dot) + 1, text.end(),
                        [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

struct Stretch
{
    std::size_t begin = 0;
    std::size_t end = 0;
};

// As far as all bytes around `at` but the one there are of a kind. They never reach over another "@".
template <class Kind>
Stretch around(std::string_view text, std::size_t from, std::size_t at, Kind kind)
{
    Stretch found{at, at + 1};
    while (found.begin > from && kind(text[found.begin - 1]))
        --found.begin;
    while (found.end < text.size() && kind(text[found.end]))
        ++found.end;
    return found;
}

} // namespace

std::optional<time::Edtf> gitDate(std::string_view seconds, std::string_view rawDate)
{
    time::Instant instant;
    const auto read = std::from_chars(seconds.data(), seconds.data() + seconds.size(), instant.seconds);
    if (read.ec != std::errc() || read.ptr != seconds.data() + seconds.size() ||
        std::abs(instant.seconds / kSecondsOfYear) > kMostYears)
        return std::nullopt;
    const std::size_t space = rawDate.rfind(' ');
    const std::string_view zone = space == std::string_view::npos ? std::string_view() : rawDate.substr(space + 1);
    const std::string moment = momentText(instant, minutesOfZone(zone).value_or(0));
    if (moment.empty())
        return time::dateAround(instant, time::Precision::year);
    core::Result<time::Edtf> date = time::parseEdtf(moment);
    return date ? std::optional(std::move(*date)) : std::nullopt;
}

std::vector<std::string_view> gitTags(std::string_view decorations)
{
    constexpr std::string_view kTag = "tag: refs/tags/";
    constexpr std::string_view kBetween = ", "; // names have no spaces
    std::vector<std::string_view> tags;
    while (!decorations.empty()) {
        const std::size_t end = std::min(decorations.find(kBetween), decorations.size());
        if (decorations.starts_with(kTag))
            tags.push_back(decorations.substr(kTag.size(), end - kTag.size()));
        decorations.remove_prefix(std::min(end + kBetween.size(), decorations.size()));
    }
    return tags;
}

std::string withoutMailAddresses(std::string_view text)
{
    std::string clean;
    std::size_t kept = 0; // all before it is in `clean`, or left out
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        const Stretch bracketed = around(text, kept, at, isInBrackets);
        if (bracketed.begin > kept && bracketed.begin < at && text[bracketed.begin - 1] == '<' &&
            bracketed.end < text.size() && text[bracketed.end] == '>') {
            clean += text.substr(kept, bracketed.begin - 1 - kept);
            if (clean.ends_with(' '))
                clean.pop_back();
            kept = bracketed.end + 1;
            continue;
        }
        Stretch bare = around(text, kept, at, isOfUserName);
        bare.end = around(text, at, at, isOfHost).end;
        while (bare.end > at && (text[bare.end - 1] == '.' || text[bare.end - 1] == '-'))
            --bare.end; // that of the sentence
        if (bare.begin < at && bare.end > at && isHost(text.substr(at + 1, bare.end - at - 1))) {
            clean += text.substr(kept, bare.begin - kept);
            clean += "…";
            kept = bare.end;
        }
    }
    return clean.append(text.substr(kept));
}

std::string nameWithoutMailAddress(std::string_view name)
{
    const std::size_t at = name.find('@');
    if (at != std::string_view::npos && at > 0 && name.find_first_of(" <>") == std::string_view::npos)
        return std::string(name.substr(0, at));
    return std::string(trimmed(withoutMailAddresses(name)));
}

std::string publicAddress(std::string_view remote)
{
    const std::string scheme = lowered(remote.substr(0, std::min(remote.find("://"), remote.size())));
    if (scheme != "https" && scheme != "http")
        return {};
    std::string_view rest = remote.substr(scheme.size() + 3);
    rest = rest.substr(0, rest.find_first_of("?#"));
    const std::string_view host = rest.substr(0, rest.find('/'));
    if (const std::size_t user = host.rfind('@'); user != std::string_view::npos)
        rest.remove_prefix(user + 1);
    std::string address = scheme + "://" + std::string(rest);
    return isWebAddress(address) ? address : std::string();
}

} // namespace fabula::io
