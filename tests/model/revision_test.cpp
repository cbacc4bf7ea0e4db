#include "../support/story_maker.hpp"
#include "model/knowledge.hpp"
#include "model/revision.hpp"

#include <gtest/gtest.h>

#include <random>

namespace fabula::model {
namespace {

using test::makeStory;

/// The story without some of its events, links and sources and with others told otherwise: as it may have been before.
Story olderThan(const Story& story, std::uint32_t seed)
{
    std::mt19937 random(seed);
    Story older = story;
    for (Event& event : older.events) {
        if (random() % 5 == 0)
            event.importance = event.importance % 5 + 1;
        if (random() % 6 == 0)
            event.id = event.id + "-before";
    }
    for (Source& source : older.sources) {
        if (random() % 3 == 0)
            source.id += "-before";
    }
    for (Actor& actor : older.actors) {
        if (random() % 3 == 0)
            actor.id += "-before";
    }
    for (std::size_t i = older.links.size(); i-- > 0;) {
        if (random() % 4 == 0)
            older.links.erase(older.links.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return older;
}

class Revised : public testing::TestWithParam<std::uint32_t>
{
protected:
    Story after = *makeStory({40, 60, 6, GetParam()});
    Story before = olderThan(after, GetParam() + 100);
    StoryDiff diff = storyDiff(before, after);
    Story both = revised(before, after, diff);
};

TEST_P(Revised, KeepsTheStoryWhereItWas)
{
    ASSERT_EQ(both.events.size(), after.events.size() + diff.events.withdrawn.size());
    ASSERT_EQ(both.links.size(), after.links.size() + diff.links.withdrawn.size());
    Story unmarked = both;
    unmarked.events.resize(after.events.size());
    unmarked.links.resize(after.links.size());
    unmarked.sources.resize(after.sources.size());
    unmarked.actors.resize(after.actors.size());
    for (Event& event : unmarked.events)
        event.novelty = Novelty::same;
    for (Link& link : unmarked.links)
        link.novelty = Novelty::same;
    EXPECT_EQ(unmarked, after);
}

TEST_P(Revised, MarksWhatTheDiffNames)
{
    std::size_t added = 0;
    std::size_t changed = 0;
    for (const Event& event : both.events) {
        added += event.novelty == Novelty::added ? 1 : 0;
        changed += event.novelty == Novelty::changed ? 1 : 0;
    }
    EXPECT_EQ(added, diff.events.added.size());
    EXPECT_EQ(changed, diff.events.changed.size());
    for (const EventId event : diff.events.added)
        EXPECT_EQ(both[event].novelty, Novelty::added);
    for (const auto& change : diff.links.changed)
        EXPECT_EQ(both[change.after].novelty, Novelty::changed);
    EXPECT_TRUE(holdsWithdrawn(both));
    EXPECT_FALSE(holdsWithdrawn(after));
}

TEST_P(Revised, TellsWhatIsWithdrawnAsTheOldStoryDid)
{
    for (std::size_t i = 0; i < diff.events.withdrawn.size(); ++i) {
        const Event& old = before[diff.events.withdrawn[i]];
        const Event& kept = both[withdrawnEvent(after, i)];
        EXPECT_EQ(kept.novelty, Novelty::withdrawn);
        EXPECT_EQ(kept.id, old.id);
        EXPECT_EQ(kept.title, old.title);
        ASSERT_EQ(kept.lane.valid(), old.lane.valid());
        if (old.lane.valid()) {
            EXPECT_EQ(both[kept.lane].id, before[old.lane].id);
        }
        ASSERT_EQ(kept.sources.size(), old.sources.size());
        for (std::size_t s = 0; s < old.sources.size(); ++s) {
            const Source& source = both[kept.sources[s].source];
            const Source& its = before[old.sources[s].source];
            EXPECT_EQ(source.id, its.id);
            EXPECT_EQ(kept.sources[s].at, old.sources[s].at);
        }
    }
    for (std::size_t i = 0; i < diff.links.withdrawn.size(); ++i) {
        const Link& old = before[diff.links.withdrawn[i]];
        const Link& kept = both.links[after.links.size() + i];
        EXPECT_EQ(kept.novelty, Novelty::withdrawn);
        EXPECT_EQ(both[kept.from].id, before[old.from].id);
        EXPECT_EQ(both[kept.to].id, before[old.to].id);
    }
}

TEST_P(Revised, WhatIsWithdrawnIsNeverKnown)
{
    const KnowledgeTimes times = knowledgeTimes(both);
    const Known known = knownBefore(times, time::kEndOfTime);
    for (std::size_t i = 0; i < both.events.size(); ++i)
        EXPECT_EQ(known.events[i], both.events[i].novelty != Novelty::withdrawn);
    for (std::size_t i = 0; i < both.links.size(); ++i)
        EXPECT_EQ(known.links[i], both.links[i].novelty != Novelty::withdrawn);
    const auto days = daysOfChange(times);
    EXPECT_TRUE(days.empty() || days.back() < time::kEndOfTime);
}

INSTANTIATE_TEST_SUITE_P(Random, Revised, testing::Range<std::uint32_t>(1, 21));

TEST(Revision, BringsTheSourcesThatAWithdrawnOneRelays)
{
    Story after;
    after.languages = {"en"};
    after.sources.emplace_back();
    after.sources.back().id = "left";
    Story before = after;
    for (const char* id : {"wire", "paper"}) {
        before.sources.emplace_back();
        before.sources.back().id = id;
    }
    before.sources[2].relays = SourceId(1);
    before.sources[1].relays = SourceId(2); // a ring, of which check warns
    Event event;
    event.id = "gone";
    event.sources = {{SourceId(2), {}}};
    before.events = {event};
    const Story both = revised(before, after, storyDiff(before, after));
    ASSERT_EQ(both.sources.size(), 3U);
    EXPECT_EQ(both[both.events[0].sources[0].source].id, "paper");
    EXPECT_EQ(both.sources[1].id, "paper");
    EXPECT_EQ(both.sources[1].relays, SourceId(2));
    EXPECT_EQ(both.sources[2].relays, SourceId(1));
}

TEST(Revision, OfTheSameStoryMarksNothing)
{
    const Story story = *makeStory({20, 30, 4, 3});
    EXPECT_EQ(revised(story, story, storyDiff(story, story)), story);
}

} // namespace
} // namespace fabula::model
