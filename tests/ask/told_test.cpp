#include "question_story.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace fabula::ask {
namespace {

TEST(Told, aChainLinkByLink)
{
    QuestionStory maker;
    const EventId push = maker.titled("push", "The push", "Der Anstoß");
    const EventId failure = maker.titled("failure", "The failure", "Der Fehlschlag");
    const EventId delay = maker.titled("delay", "The delay", "Der Verzug");
    maker.sure(push, failure, LinkKind::prompts);
    maker.sure(failure, delay, LinkKind::causes);
    const graph::Scope scope = maker.scope();
    const Question why{Ask::why, delay, {}};
    EXPECT_EQ(ask(scope, why).heading, "Why: The delay");
    EXPECT_EQ(ask(scope, why).sentence,
              "“The delay” was caused by “The failure”, which was prompted by “The push”. Each link is likely.");
    EXPECT_EQ(ask(scope, why, "de").sentence, "„Der Verzug“ wurde durch „Der Fehlschlag“ verursacht, dieses durch "
                                              "„Der Anstoß“ veranlasst. Jede Verbindung ist wahrscheinlich.");
    const Question effects{Ask::effects, push, {}};
    EXPECT_EQ(ask(scope, effects).sentence,
              "“The push” prompted “The failure”, which caused “The delay”. Each link is likely.");
    EXPECT_EQ(ask(scope, effects, "de").sentence,
              "„Der Anstoß“ gab den Anstoß zu „Der Fehlschlag“, dieses führte zu „Der Verzug“. "
              "Jede Verbindung ist wahrscheinlich.");
    EXPECT_EQ(ask(scope, {Ask::why, push, {}}).sentence, "No cause of “The push” is on record.");
    EXPECT_EQ(ask(scope, {Ask::effects, delay, {}}).sentence, "No effect of “The delay” is on record.");
}

TEST(Told, severalDirectCausesByTheirKind)
{
    QuestionStory maker;
    const EventId a = maker.titled("a", "A");
    const EventId b = maker.titled("b", "B");
    const EventId c = maker.titled("c", "C");
    const EventId d = maker.titled("d", "D");
    maker.sure(a, d, LinkKind::causes);
    maker.sure(b, d, LinkKind::causes, Confidence::veryLikely);
    maker.sure(c, d, LinkKind::blocks, std::nullopt);
    EXPECT_EQ(ask(maker.scope(), {Ask::why, d, {}}).sentence,
              "“D” was caused by “B” and “A”, and held back by “C”. The weakest link, from “C” to “D”, carries no "
              "rating.");
}

TEST(Told, whatSpeaksAgainstAnExplanationAndWhoSaysSo)
{
    QuestionStory maker;
    const EventId cause = maker.titled("cause", "Cause");
    const EventId effect = maker.titled("effect", "Effect");
    const EventId other = maker.titled("other", "Another reason");
    const EventId doubt = maker.titled("doubt", "A doubt");
    const EventId plan = maker.titled("plan", "The plan");
    const SourceId paper = maker.source("paper", "The Paper");
    maker.cite(other, maker.source("relay", "A relay", paper));
    maker.sure(cause, effect, LinkKind::causes);
    maker.sure(doubt, cause, LinkKind::contradicts, Confidence::unlikely);
    maker.sure(cause, other, LinkKind::contradicts, Confidence::roughlyEven);
    maker.sure(plan, effect, LinkKind::contradicts, Confidence::almostCertain);
    const Told words = ask(maker.scope(), {Ask::why, effect, {}});
    EXPECT_EQ(words.sentence, "“Effect” was caused by “Cause”. The link is likely. One claim on record speaks against "
                              "this account: “Another reason”, says The Paper. One more is listed, but held unlikely.");
    ASSERT_EQ(words.sections.size(), 3u);
    EXPECT_EQ(words.sections[1].heading, "Against this");
    ASSERT_EQ(words.sections[1].rows.size(), 2u);
    EXPECT_EQ(words.sections[1].rows[0].event, other);
    EXPECT_EQ(words.sections[1].rows[1].event, doubt);
    EXPECT_EQ(words.sections[2].heading, "Against the event itself");
    EXPECT_EQ(words.sections[2].rows.front().event, plan);
}

TEST(Told, oneOriginBehindManySources)
{
    QuestionStory maker;
    const EventId a = maker.titled("a", "A");
    const EventId b = maker.titled("b", "B");
    const LinkId link = maker.sure(a, b, LinkKind::causes);
    const SourceId first = maker.source("first", "Reuters", {}, "2025-03-01");
    maker.source("second", "Reuters", {}, "2025-04-01");
    maker.cite(link, maker.source("relay", "A relay", first));
    maker.cite(link, first);
    maker.cite(a, first);
    const graph::Scope scope = maker.scope();
    EXPECT_EQ(ask(scope, {Ask::why, b, {}}).sentence,
              "“B” was caused by “A”. The link is likely. All sources cited for it go back to one origin: Reuters "
              "(1 Mar 2025).");
    EXPECT_EQ(ask(scope, {Ask::sources, link, {}}).sentence,
              "The link from “A” to “B” is carried by two sources, but all of them go back to one: Reuters "
              "(1 Mar 2025). Besides, that source alone carries one event.");
    EXPECT_EQ(ask(scope, {Ask::without, first, {}}).sentence,
              "If Reuters (1 Mar 2025) is wrong, there is no other source for one event and one link. That concerns "
              "“A”. Beyond that, one event loses every cause on record: “B”. No other event is on record.");
}

TEST(Told, whatLosesItsCausesAndWhatLosesAnObstacle)
{
    QuestionStory maker;
    const EventId root = maker.titled("root", "Root");
    const EventId falls = maker.titled("falls", "Falls");
    const EventId weak = maker.titled("weak", "Weak");
    const EventId freed = maker.titled("freed", "Freed");
    const EventId other = maker.titled("other", "Other");
    maker.sure(root, falls, LinkKind::causes);
    maker.sure(root, weak, LinkKind::enables);
    maker.sure(root, freed, LinkKind::blocks);
    maker.sure(other, weak, LinkKind::causes);
    maker.sure(other, freed, LinkKind::causes);
    const Question question{Ask::without, root, {}};
    EXPECT_EQ(ask(maker.scope(), question).sentence,
              "Without “Root”, one event loses every cause on record: “Falls”. One loses only some of its causes: "
              "“Weak”. One is rid of what held it back: “Freed”. The one other event stays as it is.");
    EXPECT_EQ(ask(maker.scope(), question, "de").sentence,
              "Ohne „Root“ verliert ein Ereignis alle verzeichneten Ursachen: „Falls“. Eines verliert nur einen Teil "
              "seiner Ursachen: „Weak“. Bei einem entfällt, was es aufhielt: „Freed“. Das eine andere Ereignis "
              "bleibt, wie es ist.");
}

TEST(Told, theNearestThatTwoEventsCome)
{
    QuestionStory maker;
    const EventId root = maker.titled("root", "Root");
    const EventId left = maker.titled("left", "Left");
    const EventId middle = maker.titled("middle", "Middle");
    const EventId right = maker.titled("right", "Right");
    const EventId far = maker.titled("far", "Far");
    maker.sure(root, left, LinkKind::causes);
    maker.sure(root, middle, LinkKind::causes);
    maker.sure(middle, right, LinkKind::causes);
    const graph::Scope scope = maker.scope();
    EXPECT_EQ(ask(scope, {Ask::path, left, right}).sentence,
              "No chain joins “Left” and “Right”. The nearest they come is a common cause: “Root”, one link from the "
              "one and two links from the other.");
    EXPECT_EQ(ask(scope, {Ask::path, left, right}, "de").sentence,
              "Keine Kette verbindet „Left“ und „Right“. Am nächsten kommen sie einander in einer gemeinsamen Ursache: "
              "„Root“, vom einen eine Verbindung entfernt und vom anderen zwei Verbindungen.");
    EXPECT_EQ(ask(scope, {Ask::path, right, root}).sentence,
              "No chain leads from “Right” to “Root”, but one leads the other way. “Root” caused “Middle”, which "
              "caused “Right”. Each link is likely. No other chain is on record.");
    EXPECT_EQ(ask(scope, {Ask::path, root, root}).sentence, "“Root” is one and the same event.");
    EXPECT_EQ(ask(scope, {Ask::path, root, far}).sentence,
              "Nothing on record joins “Root” and “Far”: neither leads to the other, and they have no cause or effect "
              "in common.");
}

TEST(Told, loopsAreSaid)
{
    QuestionStory maker;
    const EventId a = maker.titled("a", "A");
    const EventId b = maker.titled("b", "B");
    const EventId c = maker.titled("c", "C");
    maker.sure(a, b, LinkKind::causes);
    maker.sure(b, a, LinkKind::causes);
    maker.sure(b, c, LinkKind::causes);
    const graph::Scope scope = maker.scope();
    const std::string listed = "These events are said to cause each other";
    const std::string taken = "These events are said to cause each other and are taken as one: “A” and “B”.";
    for (const Question& question :
         {Question{Ask::why, c, {}}, Question{Ask::effects, a, {}}, Question{Ask::path, a, c},
          Question{Ask::mainline, {}, {}}, Question{Ask::implied, {}, {}}})
        EXPECT_NE(ask(scope, question).sentence.find(listed), std::string::npos) << ask(scope, question).sentence;
    for (const Question& question : {Question{Ask::without, a, {}}, Question{Ask::without, LinkId(std::size_t{0}), {}},
                                     Question{Ask::pivots, {}, {}}})
        EXPECT_NE(ask(scope, question).sentence.find(taken), std::string::npos) << ask(scope, question).sentence;
}

TEST(Told, whatIsNotKnownYetIsNotTold)
{
    QuestionStory maker;
    const EventId a = maker.titled("a", "A");
    const EventId b = maker.titled("b", "B");
    maker.sure(a, b, LinkKind::causes);
    const graph::Scope scope(maker.graph(), {{true, false}, {false}, {}});
    EXPECT_EQ(ask(scope, {Ask::why, b, {}}).sentence, "By then the public could not know of it.");
    EXPECT_EQ(ask(scope, {Ask::path, a, b}).sentence, "By then the public could not know of it.");
    EXPECT_EQ(ask(scope, {Ask::effects, a, {}}).sentence, "No effect of “A” is on record.");
}

TEST(Told, quotationMarksInATitleBecomeSingleOnes)
{
    QuestionStory maker;
    const EventId event = maker.titled("a", "He reads “Ptolemy”", "Er liest „Ptolemaios“");
    EXPECT_EQ(ask(maker.scope(), {Ask::why, event, {}}).sentence, "No cause of “He reads ‘Ptolemy’” is on record.");
    EXPECT_EQ(ask(maker.scope(), {Ask::why, event, {}}, "de").sentence,
              "Für „Er liest ‚Ptolemaios‘“ ist keine Ursache verzeichnet.");
}

TEST(Told, causesThatContradictEachOtherAreSaidToBeAtOdds)
{
    QuestionStory maker;
    const EventId ban = maker.titled("ban", "Ban", "Verbot");
    const EventId none = maker.titled("none", "No ban", "Kein Verbot");
    const EventId halt = maker.titled("halt", "Halt", "Halt");
    maker.sure(ban, halt, LinkKind::causes);
    maker.sure(none, halt, LinkKind::causes);
    const LinkId against = maker.sure(ban, none, LinkKind::contradicts);
    EXPECT_NE(ask(maker.scope(), {Ask::why, halt, {}})
                  .sentence.find("Two of these causes are at odds with each other: “Ban” against “No ban”."),
              std::string::npos);
    EXPECT_NE(ask(maker.scope(), {Ask::why, halt, {}}, "de")
                  .sentence.find("Zwei dieser Ursachen widersprechen einander: „Verbot“ gegen „Kein Verbot“."),
              std::string::npos);
    maker.story.links[against.index()].confidence = Confidence::unlikely;
    EXPECT_EQ(ask(maker.scope(), {Ask::why, halt, {}}).sentence.find("at odds"), std::string::npos);
}

TEST(Told, anUnlikelyLinkIsNeverToldFlatly)
{
    QuestionStory maker;
    const EventId dinner = maker.titled("dinner", "Dinner", "Abendessen");
    const EventId tender = maker.titled("tender", "Tender", "Ausschreibung");
    const EventId award = maker.titled("award", "Award", "Zuschlag");
    maker.sure(tender, award, LinkKind::causes, Confidence::likely);
    maker.sure(dinner, award, LinkKind::causes, Confidence::unlikely);
    EXPECT_TRUE(ask(maker.scope(), {Ask::why, award, {}})
                    .sentence.starts_with("“Award” was caused by “Tender”, and caused by “Dinner” (held unlikely)."));
    EXPECT_NE(ask(maker.scope(), {Ask::effects, dinner, {}}, "de").sentence.find("(gilt als unwahrscheinlich)"),
              std::string::npos);
}

TEST(Told, ofALongerAnswerOnlyTheChainIsSaidToBeAsSure)
{
    QuestionStory maker;
    const EventId root = maker.titled("root", "Root");
    const EventId left = maker.titled("left", "Left");
    const EventId right = maker.titled("right", "Right");
    const EventId far = maker.titled("far", "Far");
    maker.sure(root, left, LinkKind::causes, Confidence::almostCertain);
    maker.sure(root, right, LinkKind::causes, Confidence::likely);
    maker.sure(right, far, LinkKind::causes, Confidence::likely);
    EXPECT_NE(ask(maker.scope(), {Ask::effects, root, {}}).sentence.find("Each link of that chain is likely."),
              std::string::npos);
}

TEST(Told, anExplanationDoesNotGoBackOverAnObstacleWhereAnotherChainLeadsOn)
{
    QuestionStory maker;
    const EventId rumour = maker.titled("rumour", "Rumour");
    const EventId obstacle = maker.titled("obstacle", "Obstacle");
    const EventId plan = maker.titled("plan", "Plan");
    const EventId work = maker.titled("work", "Work");
    const EventId bridge = maker.titled("bridge", "Bridge");
    maker.sure(rumour, obstacle, LinkKind::causes, Confidence::almostCertain);
    maker.sure(obstacle, bridge, LinkKind::blocks, Confidence::almostCertain);
    maker.sure(plan, work, LinkKind::causes, Confidence::likely);
    maker.sure(work, bridge, LinkKind::causes, Confidence::likely);
    EXPECT_NE(ask(maker.scope(), {Ask::why, bridge, {}}).sentence.find("the strongest chain goes back to “Plan”"),
              std::string::npos);
    const Told without = ask(maker.scope(), {Ask::without, obstacle, {}});
    EXPECT_NE(without.sentence.find("One is rid of what held it back: “Bridge”."), std::string::npos);
    const auto rowsUnder = [&](const char* heading) {
        const auto found = std::find_if(without.sections.begin(), without.sections.end(),
                                        [&](const Section& section) { return section.heading == heading; });
        return found == without.sections.end() ? 0U : found->rows.size();
    };
    EXPECT_EQ(rowsUnder("Rid of what held them back"), 1U);
    EXPECT_EQ(rowsUnder("Lose some causes"), 0U);
}

TEST(Told, aCauseThatSpeaksAgainstTheEventIsListedAndAReadingIsMarked)
{
    QuestionStory maker;
    const EventId cause = maker.titled("cause", "Cause");
    const EventId event = maker.titled("event", "Event");
    const LinkId link = maker.sure(cause, event, LinkKind::causes);
    maker.sure(cause, event, LinkKind::contradicts);
    maker.story.links[link.index()].basis = model::Basis::inferred;
    const Told words = ask(maker.scope(), {Ask::why, event, {}});
    ASSERT_EQ(words.sections.size(), 2U);
    EXPECT_TRUE(words.sections[0].rows.at(0).detail.ends_with(" · our reading"));
    EXPECT_EQ(words.sections[1].rows.at(0).event, cause);
}

TEST(Told, manyLinesAreCut)
{
    QuestionStory maker;
    const EventId root = maker.titled("root", "Root");
    for (std::size_t i = 0; i < 205; ++i)
        maker.sure(root, maker.titled("e" + std::to_string(i), "Effect"), LinkKind::causes);
    const Told words = ask(maker.scope(), {Ask::effects, root, {}});
    ASSERT_EQ(words.sections.size(), 1u);
    EXPECT_EQ(words.sections[0].rows.size(), 201u);
    EXPECT_EQ(words.sections[0].rows.back().words, "five others");
    EXPECT_FALSE(words.sections[0].rows.back().event.valid());
}

TEST(Told, manySourcesAreCutToo)
{
    QuestionStory maker;
    const EventId event = maker.titled("event", "Event");
    const SourceId origin = maker.source("origin", "Origin");
    maker.cite(event, maker.source("other", "Other"));
    for (std::size_t i = 0; i < 210; ++i)
        maker.cite(event, maker.source("r" + std::to_string(i), "Relay", origin));
    const Told words = ask(maker.scope(), {Ask::sources, event, {}});
    ASSERT_EQ(words.sections.size(), 1u);
    EXPECT_EQ(words.sections[0].rows.size(), 201u);
    EXPECT_EQ(words.sections[0].rows.back().words, "twelve others");
}

TEST(Told, theLongWayOfAnImpliedLinkIsCut)
{
    QuestionStory maker;
    const EventId first = maker.titled("first", "First");
    EventId last = first;
    for (std::size_t i = 0; i < 204; ++i) {
        const EventId next = maker.titled("e" + std::to_string(i), "Next");
        maker.link(last, next);
        last = next;
    }
    maker.link(first, last);
    const Told words = ask(maker.scope(), {Ask::implied, {}, {}});
    ASSERT_EQ(words.sections.size(), 1u);
    EXPECT_EQ(words.sections[0].rows.size(), 201u);
    EXPECT_EQ(words.sections[0].rows.back().words, "five others");
}

TEST(Told, manyClaimsAgainstAnEventAndManyPublishersAreToldInOneWalk)
{
    // 10¹⁰ comparisons, were each claim or name held against all before it.
    QuestionStory maker;
    const EventId cause = maker.titled("cause", "Cause");
    const EventId event = maker.titled("event", "Event");
    maker.sure(cause, event, LinkKind::causes);
    constexpr std::size_t kMany = 150'000;
    const EventId cited = maker.titled("cited", "Cited");
    maker.link(cited, cause, LinkKind::contradicts);
    for (std::size_t i = 0; i < kMany; ++i) {
        maker.link(maker.titled("e", "Claim"), cause, LinkKind::contradicts);
        maker.cite(cited, maker.source("s", "Publisher " + std::to_string(i)));
    }
    const Told words = ask(maker.scope(), {Ask::why, event, {}});
    EXPECT_NE(words.sentence.find("149998 others"), std::string::npos) << words.sentence;
}

TEST(Told, anEmptyStoryHasAnAnswerToEveryQuestion)
{
    const graph::Scope scope = QuestionStory().scope();
    for (const Ask asked : {Ask::pivots, Ask::mainline, Ask::contradictions, Ask::implied}) {
        EXPECT_FALSE(ask(scope, {asked, {}, {}}).sentence.empty());
        EXPECT_FALSE(ask(scope, {asked, {}, {}}, "de").sentence.empty());
    }
}

} // namespace
} // namespace fabula::ask
