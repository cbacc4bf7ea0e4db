#include "core/phrases.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace fabula::core {
namespace {

TEST(Phrases, everyLanguageHasEveryKeyOfEnglishAndNoOther)
{
    const auto english = phraseKeys("en");
    ASSERT_FALSE(english.empty());
    for (const std::string& language : phraseLanguages())
        EXPECT_EQ(phraseKeys(language), english) << language;
}

/// The names in braces, sorted.
std::vector<std::string> gapNames(std::string_view phrase)
{
    std::vector<std::string> names;
    for (std::size_t at = phrase.find('{'); at != std::string_view::npos; at = phrase.find('{', at + 1))
        names.emplace_back(phrase.substr(at, phrase.find('}', at) - at));
    std::sort(names.begin(), names.end());
    return names;
}

TEST(Phrases, noPhraseIsEmptyAndPlacesForValuesAgree)
{
    for (const std::string& key : phraseKeys("en")) {
        for (const std::string& language : phraseLanguages()) {
            EXPECT_FALSE(phrase(key, language).empty()) << key << ' ' << language;
            EXPECT_EQ(gapNames(phrase(key, language)), gapNames(phrase(key, "en"))) << key << ' ' << language;
        }
    }
}

TEST(Phrases, fillSeveralGapsInTheOrderOfTheLanguage)
{
    const Gaps gaps{{"from", "“A”"}, {"to", "“B”"}, {"is", "is likely"}};
    EXPECT_EQ(phraseFilled("ask.weakest", gaps, "en"), "The weakest link, from “A” to “B”, is likely.");
    EXPECT_EQ(phraseFilled("ask.and", {{"last", "B"}, {"first", "A"}}, "de"), "A und B");
    EXPECT_EQ(phraseFilled("ask.weakest-of", {{"all", "vier"}, {"n", "drei"}, {"are", "sind unklar"}}, "de"),
              "drei der vier Verbindungen sind unklar, der Rest ist sicherer.");
}

TEST(Phrases, whatFillsAGapIsNotLookedThroughForGaps)
{
    EXPECT_EQ(phraseFilled("ask.and", {{"first", "{last}"}, {"last", "{first}"}}, "en"), "{last} and {first}");
    EXPECT_EQ(phraseFilled("ask.and", {{"first", "A {"}, {"last", ""}}, "en"), "A { and ");
}

TEST(Phrases, tagsAreComparedByTheirLanguageWithoutCase)
{
    const std::string_view german = phrase("lane.rest", "de");
    EXPECT_NE(german, phrase("lane.rest", "en"));
    for (const char* tag : {"DE", "De-at", "de-Latn-AT"})
        EXPECT_EQ(phrase("lane.rest", tag), german) << tag;
    for (const char* tag : {"den", "d", "", "fr-DE"})
        EXPECT_EQ(phrase("lane.rest", tag), phrase("lane.rest", "en")) << tag;
}

TEST(Phrases, numbersChooseTheirForm)
{
    EXPECT_EQ(countPhrase("picture.events", 1, "de"), "1 Ereignis");
    EXPECT_EQ(countPhrase("picture.events", 0, "de-AT"), "0 Ereignisse");
    EXPECT_EQ(countPhrase("picture.events", 2, "fr"), "2 events");
}

} // namespace
} // namespace fabula::core
