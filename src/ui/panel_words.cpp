#include "ui/panel_words.hpp"

#include "core/phrases.hpp"
#include "model/revision.hpp"
#include "time/edtf.hpp"
#include "time/words.hpp"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

namespace fabula::ui {
namespace {

constexpr std::int64_t kDay = 86400;

} // namespace

std::string capitals(std::string_view text, std::string_view language)
{
    std::string result;
    icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())})
        .toUpper(icu::Locale(std::string(language).c_str()))
        .toUTF8String(result);
    return result;
}

std::string sentenceStart(std::string_view text, std::string_view language)
{
    std::size_t first = text.empty() ? 0 : 1;
    while (first < text.size() && (static_cast<unsigned char>(text[first]) & 0xC0U) == 0x80U)
        ++first;
    return capitals(text.substr(0, first), language) + std::string(text.substr(first));
}

std::string dayWords(time::Instant instant, std::string_view language)
{
    return time::words(time::dateAround(instant), language);
}

std::string yearWords(std::int64_t year, std::string_view language)
{
    return time::words(time::dateAround(time::instantFromCivil({year, 1, 1, 0, 0, 0}), time::Precision::year),
                       language);
}

std::string stretchWords(time::Span span, std::string_view language)
{
    const std::int64_t days = (span.end.seconds - span.begin.seconds) / kDay;
    const time::Precision grain = days > 366 * 8 ? time::Precision::year
                                  : days > 92    ? time::Precision::month
                                                 : time::Precision::day;
    const time::Edtf first = time::dateAround(span.begin, grain);
    const time::Edtf last = time::dateAround({span.end.seconds - 1}, grain);
    const auto both = time::parseEdtf(std::string(first.text()).append("/").append(last.text()));
    return time::words(first == last || !both ? first : *both, language);
}

std::string languageName(std::string_view tag)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kNames{{{"en", "English"},
                                                                                    {"de", "Deutsch"},
                                                                                    {"zh", "中文"},
                                                                                    {"fr", "Français"},
                                                                                    {"es", "Español"},
                                                                                    {"it", "Italiano"},
                                                                                    {"pt", "Português"},
                                                                                    {"nl", "Nederlands"},
                                                                                    {"pl", "Polski"},
                                                                                    {"ja", "日本語"},
                                                                                    {"ko", "한국어"},
                                                                                    {"ru", "Русский"}}};
    const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const auto& name) { return name.first == tag; });
    return found == kNames.end() ? capitals(tag, "en") : std::string(found->second);
}

std::string storyCounts(const Glance& glance, std::string_view language)
{
    return core::countPhrase("picture.events", glance.events, language) + " · " +
           core::countPhrase("picture.links", glance.links, language);
}

std::string keyWords(std::string_view chord, std::string_view language)
{
    std::string words(chord);
    for (const std::string_view key : {"Ctrl", "Shift", "Enter", "Home", "End", "PageUp", "PageDown"}) {
        const std::size_t at = words.find(key);
        if (at != std::string::npos)
            words.replace(at, key.size(), core::phrase("key." + std::string(key), language));
    }
    return words;
}

} // namespace fabula::ui
