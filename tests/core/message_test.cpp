#include "core/diagnostics.hpp"
#include "core/message.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fabula::core {
namespace {

Message mistaken(const std::string& word)
{
    return message("{}; did you mean `{}`?", message("no event has the id {}", "`r1-lanch`"), word);
}

TEST(Message, isToldWithItsPhrasesInOneLanguage)
{
    EXPECT_EQ(english(mistaken("r1-launch")), "no event has the id `r1-lanch`; did you mean `r1-launch`?");
    EXPECT_EQ(inLanguage(mistaken("r1-launch"), "de"), "kein Ereignis hat die ID `r1-lanch`; ist `r1-launch` gemeint?");
    EXPECT_EQ(inLanguage(mistaken("r1-launch"), "DE-at"), inLanguage(mistaken("r1-launch"), "de"));
    EXPECT_EQ(inLanguage(mistaken("r1-launch"), "zh"), english(mistaken("r1-launch")));
}

TEST(Message, takesNumbersSignsAndWordsAsTheyAre)
{
    const Message counted = message("{} of {} edges have no direction; each became `precedes`, from the earlier date "
                                    "to the later, else in the order written: see whether that is so",
                                    2, std::size_t{3});
    EXPECT_EQ(english(counted).substr(0, 30), "2 of 3 edges have no direction");
    EXPECT_EQ(inLanguage(counted, "de").substr(0, 28), "Kanten ohne Richtung: 2 von ");
    EXPECT_EQ(english(message("this `{}` closes nothing that is open; check the brackets before it", '}')),
              "this `}` closes nothing that is open; check the brackets before it");
    EXPECT_EQ(inLanguage(verbatim("No such device"), "de"), "No such device");
}

TEST(Message, aBraceWrittenTwiceIsOneAndWhatFillsAGapIsLeftAlone)
{
    EXPECT_EQ(english(message("the file is empty; a story begins with `{{`")),
              "the file is empty; a story begins with `{`");
    EXPECT_EQ(inLanguage(mistaken("{0} {{ }"), "de"), "kein Ereignis hat die ID `r1-lanch`; ist `{0} {{ }` gemeint?");
}

TEST(Message, whatNoCatalogueHasStaysEnglish)
{
    EXPECT_EQ(inLanguage(message("a pattern of this test with {}", "a gap"), "de"),
              "a pattern of this test with a gap");
    EXPECT_TRUE(Message().empty());
    EXPECT_EQ(inLanguage(Message(), "de"), "");
    EXPECT_FALSE(mistaken("x").empty());
}

TEST(Message, ofAFindingIsPrintedInEnglish)
{
    const Finding finding{"F302", Severity::error, {"a.json", 3, 4, {}}, mistaken("r1-launch")};
    EXPECT_EQ(toString(finding), "a.json:3:4: error F302: no event has the id `r1-lanch`; did you mean `r1-launch`?");
}

} // namespace
} // namespace fabula::core
