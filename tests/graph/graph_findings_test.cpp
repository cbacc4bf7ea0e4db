#include "graph/graph_findings.hpp"
#include "graph/implied_links.hpp"
#include "story_maker.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace fabula::graph {
namespace {

std::vector<core::Finding> findings(const StoryMaker& maker)
{
    model::StoryPlaces places;
    places.file = "story.json";
    for (std::uint32_t i = 0; i < maker.story.links.size(); ++i)
        places.links.push_back({100 + i, 5});
    for (std::uint32_t i = 0; i < maker.story.events.size(); ++i)
        places.events.push_back({10 + i, 5});
    core::Diagnostics diagnostics;
    addGraphFindings(maker.graph(), places, diagnostics);
    return diagnostics.findings();
}

std::string german(const core::Finding& finding)
{
    return core::inLanguage(finding.sentence, "de");
}

bool mentions(const core::Finding& finding, const std::string& words)
{
    return core::english(finding.sentence).find(words) != std::string::npos;
}

TEST(GraphFindings, namesACausalLoopWholeAtTheLinkThatClosesIt)
{
    StoryMaker maker;
    const EventId spare = maker.event("spare");
    const EventId a = maker.event("a");
    const EventId b = maker.event("b");
    const EventId c = maker.event("c");
    maker.link(c, a, LinkKind::precedes);
    maker.link(b, c, LinkKind::enables);
    maker.link(c, a, LinkKind::blocks);
    maker.link(a, b, LinkKind::causes);
    maker.link(spare, a);
    const auto found = findings(maker);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "F501");
    EXPECT_EQ(found[0].severity, core::Severity::error);
    EXPECT_EQ(found[0].where, (core::FilePlace{"story.json", 102, 5, "/links/2"}));
    EXPECT_TRUE(mentions(found[0], ": a → b → c → a;")) << core::english(found[0].sentence);
    EXPECT_EQ(german(found[0]), "diese ursächlichen Verbindungen bilden einen Kreis, sodass keines seiner Ereignisse "
                                "das erste sein kann: a → b → c → a; eine der Verbindungen streichen oder umkehren");
}

TEST(GraphFindings, namesEveryKnotOfLoopsOnce)
{
    StoryMaker maker;
    const EventId a = maker.event("a");
    const EventId b = maker.event("b");
    const EventId c = maker.event("c");
    const EventId d = maker.event("d");
    maker.link(a, b);
    maker.link(b, a);
    maker.link(b, c);
    maker.link(c, d);
    maker.link(d, c);
    const auto found = findings(maker);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(mentions(found[0], "a → b → a"));
    EXPECT_TRUE(mentions(found[1], "c → d → c"));
}

TEST(GraphFindings, saysBothDatesOfAnEffectBeforeItsCause)
{
    StoryMaker maker;
    const EventId cause = maker.event("cause", "2025-06~");
    const EventId effect = maker.event("effect", "2025-05");
    maker.link(cause, effect, LinkKind::prompts);
    const auto found = findings(maker);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "F502");
    EXPECT_EQ(found[0].severity, core::Severity::warning);
    EXPECT_EQ(found[0].where.pointer, "/links/0");
    EXPECT_TRUE(mentions(found[0], "`effect` (2025-05) must be earlier than its cause `cause` (2025-06~)"));
    EXPECT_EQ(german(found[0]), "`effect` (2025-05) liegt den Daten nach vor seiner Ursache `cause` (2025-06~): ein "
                                "Datum berichtigen oder die Verbindung umkehren");
}

TEST(GraphFindings, keepsQuietWhereTheEffectMayBeLater)
{
    StoryMaker maker;
    const EventId cause = maker.event("cause", "2025-06-10");
    maker.link(cause, maker.event("same-day", "2025-06-10"));
    maker.link(cause, maker.event("vague", "2025-06"));
    maker.link(cause, maker.event("undated"));
    maker.link(cause, maker.event("lasting", "2025-01/2025-07", true));
    maker.link(cause, maker.event("whole", "2024"), LinkKind::partOf);
    EXPECT_TRUE(findings(maker).empty());
}

TEST(GraphFindings, seesAnImpossibleDateAcrossAnUndatedEvent)
{
    StoryMaker maker;
    const EventId cause = maker.event("cause", "2025");
    const EventId between = maker.event("between");
    const EventId effect = maker.event("effect", "2024");
    maker.link(cause, between);
    maker.link(between, effect);
    const auto found = findings(maker);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "F502");
    EXPECT_EQ(found[0].where.pointer, "/events/2");
    EXPECT_TRUE(mentions(found[0], "`effect` (2024) must be earlier than `cause` (2025)"));
}

class ImpliedLink : public testing::Test
{
protected:
    ImpliedLink()
    {
        a = maker.event("a");
        b = maker.event("b");
        c = maker.event("c");
        first = maker.link(a, c);
        maker.link(a, b);
        last = maker.link(b, c);
    }

    model::Link& direct() { return maker.story.links[first.index()]; }

    StoryMaker maker;
    EventId a, b, c;
    LinkId first, last;
};

TEST_F(ImpliedLink, isFoundWithTheWayThatImpliesIt)
{
    const auto found = findings(maker);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "F503");
    EXPECT_EQ(found[0].severity, core::Severity::warning);
    EXPECT_EQ(found[0].where.pointer, "/links/0");
    EXPECT_TRUE(mentions(found[0], "(a → b → c)")) << core::english(found[0].sentence);
    EXPECT_EQ(german(found[0]),
              "die Verbindung a → c sagt nichts Neues, denn sie ergibt sich aus anderen der Art „causes“ (a → b → c): "
              "streichen oder ihr eine Quelle oder eine Beschriftung geben");
}

TEST_F(ImpliedLink, isNoneWhenItHasASource)
{
    direct().sources.push_back({core::SourceId(std::size_t{0}), ""});
    EXPECT_TRUE(findings(maker).empty());
}

TEST_F(ImpliedLink, isNoneWhenItHasALabel)
{
    direct().label.add("en", "at once");
    EXPECT_TRUE(findings(maker).empty());
}

TEST_F(ImpliedLink, isNoneWhenTheOthersAreOfAnotherKind)
{
    maker.story.links[last.index()].kind = LinkKind::enables;
    EXPECT_TRUE(findings(maker).empty());
}

TEST_F(ImpliedLink, isNoneWhenItIsOnlyRepeated)
{
    maker.story.links.erase(maker.story.links.begin() + 1, maker.story.links.end());
    maker.link(a, c);
    EXPECT_TRUE(findings(maker).empty());
}

TEST_F(ImpliedLink, isNotLookedForWhereCausesFormALoop)
{
    maker.link(c, a);
    const auto found = findings(maker);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "F501");
}

TEST(ImpliedLinks, areThoseThatTheClosureOfTheirKindImplies)
{
    Dice dice(5);
    std::size_t implied = 0;
    for (int round = 0; round < 3000; ++round) {
        RandomShape shape;
        shape.mostLinks = 16;
        shape.kinds = {LinkKind::causes, LinkKind::causes, LinkKind::enables};
        const StoryMaker maker = randomStory(dice, shape);
        std::vector<LinkId> candidates;
        std::vector<LinkId> expected;
        for (std::size_t i = 0; i < maker.story.links.size(); ++i) {
            const model::Link& link = maker.story.links[i];
            candidates.emplace_back(i);
            const auto reaches = closure(maker.story, [&](const model::Link& other) {
                return other.kind == link.kind && (other.from != link.from || other.to != link.to);
            });
            if (reaches[link.from.index()][link.to.index()])
                expected.emplace_back(i);
        }
        std::vector<LinkId> found;
        for (const auto& each : impliedLinks(Scope(maker.graph()), candidates)) {
            const LinkId link = each.link;
            const std::vector<EventId>& way = each.way;
            found.push_back(link);
            ASSERT_GE(way.size(), 3U);
            ASSERT_EQ(way.front(), maker.story[link].from);
            ASSERT_EQ(way.back(), maker.story[link].to);
            for (std::size_t i = 1; i < way.size(); ++i) {
                ASSERT_TRUE(std::any_of(maker.story.links.begin(), maker.story.links.end(), [&](const auto& step) {
                    return step.kind == maker.story[link].kind && step.from == way[i - 1] && step.to == way[i];
                }));
            }
        }
        ASSERT_EQ(found, expected);
        implied += expected.size();
    }
    EXPECT_GT(implied, 1000U);
}

TEST(GraphFindings, lookForImpliedLinksOnlyUntilTheirWatcherSaysStop)
{
    StoryMaker maker;
    const EventId a = maker.event("a");
    const EventId b = maker.event("b");
    const EventId c = maker.event("c");
    maker.link(a, b);
    maker.link(b, c);
    maker.link(a, c);
    model::StoryPlaces places;
    core::Diagnostics watched;
    core::Progress progress;
    addGraphFindings(maker.graph(), places, watched, &progress);
    EXPECT_EQ(watched.findings().size(), 1U);
    EXPECT_EQ(progress.total.load(), 3U);
    core::Diagnostics stopped;
    progress.cancel = true;
    addGraphFindings(maker.graph(), places, stopped, &progress);
    EXPECT_TRUE(stopped.findings().empty());
    core::Diagnostics withoutImplied;
    addOrderFindings(maker.graph(), places, withoutImplied);
    EXPECT_TRUE(withoutImplied.findings().empty());
}

} // namespace
} // namespace fabula::graph
