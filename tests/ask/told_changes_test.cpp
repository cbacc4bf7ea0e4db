#include "ask/told_changes.hpp"
#include "core/phrases.hpp"
#include "question_story.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fabula::ask {
namespace {

using model::Basis;

using Lines = std::vector<std::string>;

ToldChanges told(const QuestionStory& before, const QuestionStory& after, const std::string& language = "en")
{
    return toldChanges(compared(before.scope().graph(), after.scope().graph()), language);
}

/// The changes of the one thing that changed.
Lines changes(const QuestionStory& before, const QuestionStory& after, const std::string& language = "en")
{
    const ToldChanges all = told(before, after, language);
    EXPECT_EQ(all.sections.size(), 1u);
    EXPECT_EQ(all.sections.front().rows.size(), 1u);
    return all.sections.front().rows.front().changes;
}

/// One event with a link to another; one source and two actors.
struct Versions
{
    QuestionStory before;
    QuestionStory after;

    Versions()
    {
        before.titled("delay", "The delay", "Der Verzug");
        before.titled("launch", "The launch", "Der Start");
        before.sure(EventId(0), EventId(1), LinkKind::causes);
        before.source("paper", "The Paper", {}, "2025-08-14");
        for (const char* id : {"huawei", "nvidia"}) {
            before.story.actors.emplace_back();
            before.story.actors.back().id = id;
        }
        before.story.actors[0].name = {{"en", "Huawei"}};
        before.story.events[0].when = graph::date("2025-08~");
        after = before;
    }
    model::Event& was() { return before.story.events[0]; }
    model::Event& is() { return after.story.events[0]; }
};

TEST(ToldChanges, sayThatNothingChanged)
{
    const Versions same;
    EXPECT_EQ(told(same.before, same.after).sentence,
              "Nothing changed: the events, links, sources and actors are the same.");
    EXPECT_EQ(told(same.before, same.after, "de").sentence,
              "Nichts hat sich geändert: Ereignisse, Verbindungen, Quellen und Akteure sind dieselben.");
    EXPECT_TRUE(told(same.before, same.after).sections.empty());
}

TEST(ToldChanges, countInOneSentence)
{
    Versions story;
    const EventId end = story.after.titled("end", "The end", "Das Ende");
    story.after.titled("more", "More", "Mehr");
    story.after.sure(EventId(0), end, LinkKind::prompts);
    story.before.titled("gone", "Gone", "Entfallen");
    story.before.source("old", "Old", {}, {});
    story.is().importance = 5;
    story.after.story.actors[0].kind = "company";
    EXPECT_EQ(told(story.before, story.after).sentence,
              "Since then: 2 new events, 1 changed, 1 withdrawn; 1 new link; 1 withdrawn source; 1 changed actor.");
    EXPECT_EQ(told(story.before, story.after, "de").sentence,
              "Seither: 2 neue Ereignisse, 1 geändert, 1 zurückgezogen; 1 neue Verbindung; 1 zurückgezogene Quelle; "
              "1 geänderter Akteur.");
    EXPECT_EQ(told(story.after, story.before, "de").sentence,
              "Seither: 1 neues Ereignis, 1 geändert, 2 zurückgezogen; 1 zurückgezogene Verbindung; 1 neue Quelle; "
              "1 geänderter Akteur.");
}

TEST(ToldChanges, tellEachThingUnderItsHeading)
{
    Versions story;
    const EventId end = story.after.titled("end", "The end", "Das Ende");
    story.after.story.events[end.index()].when = graph::date("2025-09-01");
    story.after.story.events[end.index()].confidence = Confidence::likely;
    story.after.sure(EventId(1), end, LinkKind::enables);
    story.after.story.links.back().basis = Basis::inferred;
    story.before.source("old", "Old", {}, "2024-05");
    story.is().basis = Basis::official;
    const ToldChanges words = told(story.before, story.after, "de");
    ASSERT_EQ(words.sections.size(), 3u);
    EXPECT_EQ(words.sections[0].heading, "Neu");
    ASSERT_EQ(words.sections[0].rows.size(), 2u);
    EXPECT_EQ(words.sections[0].rows[0].kind, "Ereignis");
    EXPECT_EQ(words.sections[0].rows[0].words, "Das Ende");
    EXPECT_EQ(words.sections[0].rows[0].detail, "1. Sept. 2025 · berichtet · wahrscheinlich");
    EXPECT_EQ(words.sections[0].rows[1].words, "„Der Start“ → „Das Ende“");
    EXPECT_EQ(words.sections[0].rows[1].detail, "ermöglicht · unsere Deutung · wahrscheinlich");
    EXPECT_EQ(words.sections[1].heading, "Geändert");
    ASSERT_EQ(words.sections[1].rows.size(), 1u);
    EXPECT_EQ(words.sections[1].rows[0].changes, Lines{"Grundlage: berichtet → offiziell"});
    EXPECT_EQ(words.sections[2].heading, "Zurückgezogen");
    ASSERT_EQ(words.sections[2].rows.size(), 1u);
    EXPECT_EQ(words.sections[2].rows[0].words, "Old, Mai 2024");
}

TEST(ToldChanges, ofDates)
{
    Versions story;
    story.is().when = graph::date("2025-08-14");
    EXPECT_EQ(changes(story.before, story.after), Lines{"date: about August 2025 → 14 August 2025"});
    EXPECT_EQ(changes(story.before, story.after, "de"), Lines{"Datum: etwa August 2025 → 14. August 2025"});
    story.was().when = {};
    story.is().planned = graph::date("2025-05");
    EXPECT_EQ(changes(story.before, story.after),
              (Lines{"date: not reported → 14 August 2025", "planned for: none → May 2025"}));
    story.was() = story.is();
    story.was().when = graph::date("2025-08-14/2025-08-20");
    story.is().when = story.was().when;
    story.is().lasting = true;
    EXPECT_EQ(changes(story.before, story.after), Lines{"duration: one moment → the whole time"});
    // What reads the same is told as it is written.
    story.is() = story.was();
    story.was().when = graph::date("2025-08~");
    story.is().when = graph::date("2025~-08~");
    EXPECT_EQ(changes(story.before, story.after), Lines{"date: 2025-08~ → 2025~-08~"});
}

TEST(ToldChanges, ofTexts)
{
    Versions story;
    story.is().title.replace(0, "The long delay");
    story.is().summary = {{"en", "Why it took so long."}};
    EXPECT_EQ(changes(story.before, story.after), (Lines{"title: “The delay” → “The long delay”", "summary added"}));
    EXPECT_EQ(changes(story.before, story.after, "de"),
              (Lines{"Titel in anderen Sprachen geändert: en", "Zusammenfassung ergänzt"}));
    story.was().summary = {{"en", "Why."}};
    story.is().title.replace(0, std::string(200, 'x'));
    EXPECT_EQ(changes(story.before, story.after), (Lines{"title reworded", "summary reworded"}));
}

TEST(ToldChanges, ofClaims)
{
    Versions story;
    story.is().confidence = Confidence::almostCertain;
    story.is().basis = Basis::inferred;
    story.is().importance = 4;
    EXPECT_EQ(changes(story.before, story.after), (Lines{"importance: 3 → 4", "basis: reported → our reading",
                                                         "confidence: no confidence given → almost certain"}));
    story.is() = story.was();
    story.after.story.links[0].kind = LinkKind::enables;
    EXPECT_EQ(changes(story.before, story.after), Lines{"kind: causes → enables"});
    EXPECT_EQ(changes(story.before, story.after, "de"), Lines{"Art: verursacht → ermöglicht"});
}

TEST(ToldChanges, ofLists)
{
    Versions story;
    story.was().actors = {model::ActorId(0)};
    story.was().tags = {"core", "old"};
    story.is().actors = {model::ActorId(1)};
    story.is().tags = {"new", "core"};
    story.is().sources = {{SourceId(0), "page 4"}};
    EXPECT_EQ(
        changes(story.before, story.after),
        (Lines{"actors: + nvidia; − Huawei", "sources: + The Paper, 14 Aug 2025 (at page 4)", "tags: + new; − old"}));
    EXPECT_EQ(changes(story.before, story.after, "de")[1], "Quellen: + The Paper, 14. Aug. 2025 (Stelle: page 4)");
    story.is() = story.was();
    story.is().tags = {"a", "b", "c", "d", "e"};
    EXPECT_EQ(changes(story.before, story.after), Lines{"tags: + a; + b; + c; + d; + e; two others"});
}

TEST(ToldChanges, ofVeryManyThingsNameSomeAndCountTheRest)
{
    Versions story;
    for (int i = 0; i < 250; ++i)
        story.after.titled("e" + std::to_string(i), "An event");
    story.after.source("late", "Late");
    const ToldChanges words = told(story.before, story.after);
    ASSERT_EQ(words.sections.size(), 1u);
    ASSERT_EQ(words.sections[0].rows.size(), 202u);
    EXPECT_EQ(words.sections[0].rows[200].kind, "event");
    EXPECT_EQ(words.sections[0].rows[200].words, "50 others");
    EXPECT_EQ(words.sections[0].rows[201].words, "Late");
}

/// Every field of every thing is told in words of its own, in both languages.
TEST(ToldChanges, haveWordsForEveryField)
{
    for (const std::string_view field : model::kDiffFieldNames) {
        for (const char* language : {"en", "de"})
            EXPECT_FALSE(core::phrase("diff.field." + std::string(field), language).empty());
    }
    Versions story;
    story.after.story.sources[0] = {
        "paper", "Paper Ltd", {{"en", "Report"}}, "https://example.org/", graph::date("2025-08-15"),
        "en",    "B2",        SourceId(0)};
    EXPECT_EQ(changes(story.before, story.after, "de"),
              (Lines{"Herausgeber: The Paper → Paper Ltd", "Titel: keine Angabe → „Report“",
                     "Adresse: keine Angabe → https://example.org/", "erschienen: 14. August 2025 → 15. August 2025",
                     "Sprache: keine Angabe → en", "gibt wieder: keine Angabe → Paper Ltd, 15. Aug. 2025",
                     "Bewertung: keine Angabe → B2"}));
    story.after.story.sources = story.before.story.sources;
    story.after.story.actors[0] = {"huawei", {{"en", "HUAWEI"}}, "company", {{"en", "Makes chips"}}, {"华为"}};
    EXPECT_EQ(changes(story.before, story.after),
              (Lines{"name: “Huawei” → “HUAWEI”", "kind: none → company", "description added", "other names: + 华为"}));
}

} // namespace
} // namespace fabula::ask
