#include "ui/panel_words.hpp"

#include "core/phrases.hpp"
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

enum class Grain { day, month, year };

std::string edtfText(time::Instant instant, Grain grain)
{
    const time::CivilTime civil = time::civilFromInstant(instant);
    if (civil.year < -9999 || civil.year > 9999)
        return fmt::format("Y{}", civil.year);
    // A sign stands before the four digits of the year and counts for none of them.
    std::string year = civil.year < 0 ? fmt::format("{:05}", civil.year) : fmt::format("{:04}", civil.year);
    if (grain == Grain::year)
        return year;
    if (grain == Grain::month)
        return fmt::format("{}-{:02}", year, civil.month);
    return fmt::format("{}-{:02}-{:02}", year, civil.month, civil.day);
}

std::string wordsOf(const std::string& edtf, std::string_view language)
{
    const core::Result<time::Edtf> date = time::parseEdtf(edtf);
    return date.ok() ? time::words(date.value(), language) : edtf;
}

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
    return wordsOf(edtfText(instant, Grain::day), language);
}

std::string yearWords(std::int64_t year, std::string_view language)
{
    return wordsOf(edtfText(time::instantFromCivil({year, 1, 1, 0, 0, 0}), Grain::year), language);
}

std::string stretchWords(time::Span span, std::string_view language)
{
    const std::int64_t days = (span.end.seconds - span.begin.seconds) / kDay;
    const Grain grain = days > 366 * 8 ? Grain::year : days > 92 ? Grain::month : Grain::day;
    const std::string first = edtfText(span.begin, grain);
    const std::string last = edtfText({span.end.seconds - 1}, grain);
    return wordsOf(first == last ? first : first + "/" + last, language);
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

std::string gradeWords(std::string_view grade, std::string_view language)
{
    if (grade.size() != 2 || grade[0] < 'A' || grade[0] > 'F' || grade[1] < '1' || grade[1] > '6')
        return {};
    return std::string(core::phrase("grade." + std::string(1, grade[0]), language)) + "; " +
           std::string(core::phrase("grade." + std::string(1, grade[1]), language));
}

std::string storyCounts(const model::Story& story, std::string_view language)
{
    return core::countPhrase("picture.events", story.events.size(), language) + " · " +
           core::countPhrase("picture.links", story.links.size(), language);
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
