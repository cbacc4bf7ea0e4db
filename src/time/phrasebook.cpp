#include "time/phrasebook.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <utility>

namespace fabula::time {
namespace {

constexpr Phrasebook kEnglish{
    .day = "{0} {1}",
    .dayRange = "{0}–{1} {2}",
    .dayInSentence = "{0}",
    .lonelyDay = "{0}",
    .tickDay = "{0}",
    .inYear = "{0} {1}",
    .beforeChrist = "{0} BC",
    .annoDomini = "AD {0}",
    .groupMark = ',',
    .decimalMark = '.',
    .million = {"{0} million", "{0}M"},
    .millions = {"{0} million", "{0}M"},
    .billion = {"{0} billion", "{0}bn"},
    .billions = {"{0} billion", "{0}bn"},
    .yearsBeforeChrist = {"{0} years BC", "{0} BC"},
    .decade = {"{0}s", "the {0}s"},
    .century = {"{0} century", "{0} c."},
    .millennium = {"{0} millennium", "{0} mill."},
    .ages = "the {0}",
    .ordinalWithPoint = false,
    .seasons = {{{"spring", "spring"}, {"summer", "summer"}, {"autumn", "autumn"}, {"winter", "winter"}}},
    .southern = "southern {0}",
    .quarters = {{{"first quarter", "the first quarter"},
                  {"second quarter", "the second quarter"},
                  {"third quarter", "the third quarter"},
                  {"fourth quarter", "the fourth quarter"}}},
    .thirds = {{{"first third", "the first third"},
                {"second third", "the second third"},
                {"last third", "the last third"}}},
    .halves = {{{"first half", "the first half"}, {"second half", "the second half"}}},
    .partOfYear = "{0} of {1}",
    .compactQuarter = "Q{0}",
    .compactThird = "T{0}",
    .compactHalf = "H{0}",
    .about = "about {0}",
    .possibly = "possibly {0}",
    .possiblyAbout = "possibly about {0}",
    .aboutGoesInside = true,
    .before = "before {0}",
    .fromOn = "from {0} on",
    .after = "after {0}",
    .between = "between {0} and {1}",
    .someTimeBetween = "some time between {0} and {1}",
    .anyTime = "at any time",
    .unknownBeginning = "unknown beginning",
    .unknownEnd = "unknown end",
    .openBeginning = "open beginning",
    .openEnd = "open end",
    .unknownDate = "date unknown",
    .dayNotGiven = "{0}, day not given",
    .monthNotGiven = "{0}, month not given",
    .dayOfSomeMonth = "{0} of an unknown month of {1}",
    .withinDecade = "{0} in {1}",
    .withinAge = "{0} in the {1}",
    .unknownYear = "{0} of an unknown year",
    .orEarlier = "{0} or earlier",
    .orLater = "{0} or later",
    .andEarlier = "{0} and earlier",
    .andLater = "{0} and later",
    .oneOf = "either {0}",
    .allOf = "all of {0}",
    .lastOr = "{0} or {1}",
    .lastAnd = "{0} and {1}",
    .components = {"year", "month", "part of the year", "day"},
    .uncertain = "uncertain",
    .approximate = "approximate",
    .dayAndTime = "{0}, {1}",
    .fullHour = "{0}h",
};

constexpr Phrasebook kGerman{
    .day = "{0}. {1}",
    .dayRange = "{0}.–{1}. {2}",
    .dayInSentence = "dem {0}",
    .lonelyDay = "dem {0}.",
    .tickDay = "{0}.",
    .inYear = "{0} {1}",
    .beforeChrist = "{0} v. Chr.",
    .annoDomini = "{0} n. Chr.",
    .groupMark = '.',
    .decimalMark = ',',
    .million = {"{0} Million", "{0} Mio."},
    .millions = {"{0} Millionen", "{0} Mio."},
    .billion = {"{0} Milliarde", "{0} Mrd."},
    .billions = {"{0} Milliarden", "{0} Mrd."},
    .yearsBeforeChrist = {"{0} Jahre v. Chr.", "{0} v. Chr."},
    .decade = {"{0}er", "den {0}ern"},
    .century = {"{0} Jahrhundert", "{0} Jh."},
    .millennium = {"{0} Jahrtausend", "{0} Jt."},
    .ages = "dem {0}",
    .ordinalWithPoint = true,
    .seasons =
        {{{"Frühjahr", "dem Frühjahr"}, {"Sommer", "dem Sommer"}, {"Herbst", "dem Herbst"}, {"Winter", "dem Winter"}}},
    .southern = "{0} (Südhalbkugel)",
    .quarters = {{{"erstes Quartal", "dem ersten Quartal"},
                  {"zweites Quartal", "dem zweiten Quartal"},
                  {"drittes Quartal", "dem dritten Quartal"},
                  {"viertes Quartal", "dem vierten Quartal"}}},
    .thirds = {{{"erstes Drittel", "dem ersten Drittel"},
                {"zweites Drittel", "dem zweiten Drittel"},
                {"letztes Drittel", "dem letzten Drittel"}}},
    .halves = {{{"erstes Halbjahr", "dem ersten Halbjahr"}, {"zweites Halbjahr", "dem zweiten Halbjahr"}}},
    .partOfYear = "{0} {1}",
    .compactQuarter = "Q{0}",
    .compactThird = "{0}. Drittel",
    .compactHalf = "{0}. Hj.",
    .about = "etwa {0}",
    .possibly = "vermutlich {0}",
    .possiblyAbout = "vermutlich etwa {0}",
    .aboutGoesInside = false,
    .before = "vor {0}",
    .fromOn = "ab {0}",
    .after = "nach {0}",
    .between = "zwischen {0} und {1}",
    .someTimeBetween = "irgendwann zwischen {0} und {1}",
    .anyTime = "irgendwann",
    .unknownBeginning = "unbekannter Beginn",
    .unknownEnd = "unbekanntes Ende",
    .openBeginning = "offener Beginn",
    .openEnd = "offenes Ende",
    .unknownDate = "Datum unbekannt",
    .dayNotGiven = "{0}, Tag nicht genannt",
    .monthNotGiven = "{0}, Monat nicht genannt",
    .dayOfSomeMonth = "{0} eines unbekannten Monats {1}",
    .withinDecade = "{0} in {1}",
    .withinAge = "{0} im {1}",
    .unknownYear = "{0} eines unbekannten Jahres",
    .orEarlier = "{0} oder früher",
    .orLater = "{0} oder später",
    .andEarlier = "{0} und früher",
    .andLater = "{0} und später",
    .oneOf = "entweder {0}",
    .allOf = "jeweils {0}",
    .lastOr = "{0} oder {1}",
    .lastAnd = "{0} und {1}",
    .components = {"Jahr", "Monat", "Teil des Jahres", "Tag"},
    .uncertain = "unsicher",
    .approximate = "ungefähr",
    .dayAndTime = "{0}, {1}",
    .fullHour = "{0} Uhr",
};

std::array<std::string, 12> monthNames(const icu::DateFormatSymbols& symbols, icu::DateFormatSymbols::DtContextType use,
                                       icu::DateFormatSymbols::DtWidthType width)
{
    std::array<std::string, 12> names;
    std::int32_t count = 0;
    const icu::UnicodeString* months = symbols.getMonths(count, use, width);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (static_cast<std::int32_t>(i) < count)
            months[i].toUTF8String(names[i]);
        if (names[i].empty())
            names[i] = std::to_string(i + 1);
    }
    return names;
}

Language opened(const std::string& tag)
{
    using Symbols = icu::DateFormatSymbols;
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
    if (U_FAILURE(status) || locale.isBogus())
        locale = icu::Locale::getEnglish();
    const bool german = std::string_view(locale.getLanguage()) == "de";
    // Month names of one language among the words of another would read as a slip.
    if (!german && std::string_view(locale.getLanguage()) != "en")
        locale = icu::Locale::getEnglish();
    status = U_ZERO_ERROR;
    const Symbols symbols(locale, status);
    return {german ? &kGerman : &kEnglish, monthNames(symbols, Symbols::FORMAT, Symbols::WIDE),
            monthNames(symbols, Symbols::FORMAT, Symbols::ABBREVIATED),
            monthNames(symbols, Symbols::STANDALONE, Symbols::ABBREVIATED)};
}

/// Tags that readers use most; each keeps its month names once it was asked for.
constexpr std::array<std::string_view, 13> kKeptTags{"en", "de", "en-GB", "en-US", "de-DE", "de-AT", "de-CH",
                                                     "fr", "es", "it",    "ru",    "zh",    "ja"};

template <std::size_t index>
const Language& kept()
{
    static const Language language = opened(std::string(kKeptTags[index]));
    return language;
}

template <std::size_t... indexes>
const Language* keptLanguage(std::string_view tag, std::index_sequence<indexes...>)
{
    const Language* found = nullptr;
    static_cast<void>(((tag == kKeptTags[indexes] && (found = &kept<indexes>(), true)) || ...));
    return found;
}

} // namespace

Language languageOf(std::string_view tag)
{
    if (tag.empty())
        return kept<0>();
    const Language* language = keptLanguage(tag, std::make_index_sequence<kKeptTags.size()>{});
    return language != nullptr ? *language : opened(std::string(tag));
}

std::string filled(std::string_view pattern, std::string_view a, std::string_view b, std::string_view c)
{
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
            text += pattern[i + 1] == '0' ? a : pattern[i + 1] == '1' ? b : c;
            i += 2;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

} // namespace fabula::time
