#include "core/phrases.hpp"

#include <gtest/gtest.h>

namespace fabula::core {
namespace {

TEST(Phrases, everyLanguageHasEveryKeyOfEnglishAndNoOther)
{
    const auto english = phraseKeys("en");
    ASSERT_FALSE(english.empty());
    for (const std::string& language : phraseLanguages())
        EXPECT_EQ(phraseKeys(language), english) << language;
}

TEST(Phrases, noPhraseIsEmptyAndPlacesForValuesAgree)
{
    for (const std::string& key : phraseKeys("en")) {
        for (const std::string& language : phraseLanguages()) {
            EXPECT_FALSE(phrase(key, language).empty()) << key << ' ' << language;
            for (const char* mark : {"{n}", "{what}"}) {
                EXPECT_EQ(phrase(key, "en").find(mark) == std::string_view::npos,
                          phrase(key, language).find(mark) == std::string_view::npos)
                    << key << ' ' << language;
            }
        }
    }
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
