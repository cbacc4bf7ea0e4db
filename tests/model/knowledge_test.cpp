#include "model/knowledge.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fabula::model {
namespace {

time::Edtf date(const std::string& text)
{
    return text.empty() ? time::Edtf() : *time::parseEdtf(text);
}

/// The first moment of a day, and the last of it.
time::Instant begin(const std::string& day)
{
    return date(day).span().begin;
}

time::Instant lastOf(const std::string& day)
{
    return {date(day).span().end.seconds - 1};
}

class Knowledge : public ::testing::Test
{
protected:
    EventId event(const std::string& when, const std::string& reported, const std::vector<SourceId>& sources = {})
    {
        Event event;
        event.when = date(when);
        event.reported = date(reported);
        for (const SourceId source : sources)
            event.sources.push_back({source, {}});
        story.events.push_back(event);
        return EventId(story.events.size() - 1);
    }

    SourceId source(const std::string& published)
    {
        story.sources.emplace_back();
        story.sources.back().published = date(published);
        return SourceId(story.sources.size() - 1);
    }

    LinkId link(EventId from, EventId to, const std::vector<SourceId>& sources = {})
    {
        Link link;
        link.from = from;
        link.to = to;
        for (const SourceId cited : sources)
            link.sources.push_back({cited, {}});
        story.links.push_back(link);
        return LinkId(story.links.size() - 1);
    }

    Known knownOn(const std::string& day) const { return knownBefore(story, date(day).span().end); }

    Story story;
};

TEST_F(Knowledge, ofAnEventBeginsWithItsReport)
{
    const SourceId early = source("2025-01-02");
    EXPECT_EQ(knownSince(story, event("2025-01-01", "2025-02-03", {early})), begin("2025-02-03"));
    EXPECT_EQ(knownSince(story, event("2025-01-01", "2025-02", {early})), begin("2025-02-01"));
}

TEST_F(Knowledge, ofAnEventWithoutReportBeginsWithItsFirstSource)
{
    const SourceId late = source("2025-03-05");
    const SourceId early = source("2025-01-02");
    const SourceId undated = source("");
    EXPECT_EQ(knownSince(story, event("2024", "", {late, undated, early})), begin("2025-01-02"));
    EXPECT_EQ(knownSince(story, event("2024", "", {undated})), lastOf("2024-12-31"));
    EXPECT_EQ(knownSince(story, event("2025-04-01/2025-04-03", "")), lastOf("2025-04-03"));
    EXPECT_EQ(knownSince(story, event("", "")), time::kBeginningOfTime);
    EXPECT_EQ(knownSince(story, event("2025-04-01/..", "")), time::kBeginningOfTime);
}

TEST_F(Knowledge, ofALinkBeginsWithBothEventsAndTheFirstSource)
{
    const EventId a = event("", "2025-01-01");
    const EventId b = event("", "2025-02-01");
    const SourceId early = source("2025-01-15");
    const SourceId late = source("2025-03-01");
    const SourceId later = source("2025-04-01");
    EXPECT_EQ(knownSince(story, link(a, b)), begin("2025-02-01"));
    EXPECT_EQ(knownSince(story, link(a, b, {early, late})), begin("2025-02-01"));
    EXPECT_EQ(knownSince(story, link(b, a, {later, late})), begin("2025-03-01"));
    EXPECT_EQ(knownSince(story, link(a, b, {source(""), late})), begin("2025-02-01"));
}

TEST_F(Knowledge, ofADayHasWhatBecameKnownOnIt)
{
    const SourceId paper = source("2025-02-01");
    const EventId a = event("", "2025-01-01");
    const EventId b = event("", "2025-02-01");
    link(a, b, {paper});
    const Known before = knownOn("2025-01-31");
    EXPECT_EQ(before.events, (std::vector{true, false}));
    EXPECT_EQ(before.links, std::vector{false});
    EXPECT_EQ(before.sources, std::vector{false});
    const Known then = knownOn("2025-02-01");
    EXPECT_EQ(then.events, (std::vector{true, true}));
    EXPECT_EQ(then.links, std::vector{true});
    EXPECT_EQ(then.sources, std::vector{true});
}

TEST_F(Knowledge, onlyGrowsAndHasALinkOnlyWithItsEvents)
{
    const EventId a = event("2025-01-01", "2025-03-01");
    const EventId b = event("2025-02-01", "", {source("2025-02-03")});
    const EventId c = event("2025-02", "");
    link(a, b, {source("2025-01-01")});
    link(b, c);
    link(c, a, {source("2025-05-01")});
    Known last = knownOn("2024-12-31");
    for (const char* day : {"2025-01-01", "2025-02-02", "2025-02-28", "2025-03-01", "2025-05-01", "2026-01-01"}) {
        const Known now = knownOn(day);
        for (std::size_t i = 0; i < now.events.size(); ++i)
            EXPECT_TRUE(now.events[i] || !last.events[i]) << day;
        for (std::size_t i = 0; i < now.links.size(); ++i) {
            EXPECT_TRUE(now.links[i] || !last.links[i]) << day;
            const Link& claim = story.links[i];
            EXPECT_TRUE(!now.links[i] || (now.events[claim.from.index()] && now.events[claim.to.index()])) << day;
        }
        last = now;
    }
    EXPECT_EQ(last, (Known{{true, true, true}, {true, true, true}, {true, true, true}}));
}

} // namespace
} // namespace fabula::model
