#include "graph/event_graph.hpp"
#include "graph/scope.hpp"
#include "story_maker.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace fabula::graph {
namespace {

time::Span span(const std::string& text)
{
    return date(text).span();
}

TEST(Bracket, ofAnUndatedEventLiesBetweenItsCauseAndItsEffect)
{
    StoryMaker maker;
    const EventId cause = maker.event("cause", "2025-01-20");
    const EventId undated = maker.event("undated");
    const EventId effect = maker.event("effect", "2025-08-14");
    maker.link(cause, undated, LinkKind::prompts);
    maker.link(undated, effect, LinkKind::enables);
    const EventGraph graph = maker.graph();

    const Bracket& bracket = graph.bracket(undated);
    EXPECT_EQ(bracket.written, time::Span());
    EXPECT_EQ(bracket.derived, span("2025-01-20/2025-08-14"));
    EXPECT_EQ(bracket.earliestFrom, cause);
    EXPECT_EQ(bracket.latestFrom, effect);
    EXPECT_TRUE(bracket.narrowed());
    EXPECT_FALSE(bracket.conflict);
    EXPECT_FALSE(graph.bracket(cause).narrowed());
    EXPECT_FALSE(graph.bracket(cause).latestFrom.valid());
    EXPECT_FALSE(graph.bracket(effect).narrowed());
}

TEST(Bracket, asKnownFollowsFromTheLinksKnownThenAlone)
{
    StoryMaker maker;
    const EventId cause = maker.event("cause", "2025-01-20");
    const EventId undated = maker.event("undated");
    const EventId effect = maker.event("effect", "2025-08-14");
    maker.link(cause, undated);
    maker.link(undated, effect);
    const EventGraph graph = maker.graph();
    const EventGraph then = graph.asKnown({{true, true, false}, {true, false}, {}});
    EXPECT_EQ(then.bracket(undated).derived.begin, span("2025-01-20").begin);
    EXPECT_TRUE(then.bracket(undated).derived.openEnd()) << "nobody knew of the effect";
    EXPECT_EQ(graph.bracket(undated).derived, span("2025-01-20/2025-08-14"));
    const Scope scope(graph, {{true, true, false}, {true, false}, {}});
    EXPECT_TRUE(scope.graph().bracket(undated).derived.openEnd());
}

TEST(Bracket, travelsAlongAChainAndNamesItsOrigin)
{
    StoryMaker maker;
    const EventId third = maker.event("third");
    const EventId first = maker.event("first");
    const EventId second = maker.event("second");
    const EventId end = maker.event("end", "2026");
    const EventId start = maker.event("start", "2024");
    maker.link(third, end);
    maker.link(start, first);
    maker.link(second, third, LinkKind::precedes);
    maker.link(first, second, LinkKind::blocks);
    const EventGraph graph = maker.graph();
    for (const EventId event : {first, second, third}) {
        EXPECT_EQ(graph.bracket(event).derived, span("2024/2026"));
        EXPECT_EQ(graph.bracket(event).earliestFrom, start);
        EXPECT_EQ(graph.bracket(event).latestFrom, end);
    }
}

TEST(Bracket, tightensAVagueDateAtTheEndThatTheLinksReach)
{
    StoryMaker maker;
    const EventId cause = maker.event("cause", "2025-03-10");
    const EventId vague = maker.event("vague", "2025");
    maker.link(cause, vague);
    const EventGraph graph = maker.graph();
    EXPECT_EQ(graph.bracket(vague).derived, span("2025-03-10/2025-12-31"));
    EXPECT_EQ(graph.bracket(vague).earliestFrom, cause);
    EXPECT_FALSE(graph.bracket(vague).latestFrom.valid());
}

TEST(Bracket, takesTheTightestOfSeveralAndItsSmallestId)
{
    StoryMaker maker;
    const EventId undated = maker.event("undated");
    const EventId loose = maker.event("loose", "2025-01");
    const EventId tight = maker.event("tight", "2025-02");
    const EventId twin = maker.event("twin", "2025-02-01/2025-04");
    for (const EventId cause : {twin, loose, tight})
        maker.link(cause, undated);
    EXPECT_EQ(maker.graph().bracket(undated).derived.begin, span("2025-02").begin);
    EXPECT_TRUE(maker.graph().bracket(undated).derived.openEnd());
    EXPECT_EQ(maker.graph().bracket(undated).earliestFrom, tight);
}

TEST(Bracket, letsCauseAndEffectFallOnTheSameDay)
{
    StoryMaker maker;
    const EventId cause = maker.event("cause", "2025-03-10");
    const EventId effect = maker.event("effect", "2025-03-10");
    maker.link(cause, effect);
    EXPECT_FALSE(maker.graph().bracket(cause).conflict);
    EXPECT_FALSE(maker.graph().bracket(effect).conflict);
    EXPECT_FALSE(maker.graph().bracket(effect).narrowed());
}

TEST(Bracket, keepsWhatWasWrittenInAConflictAndGoesOnFromThere)
{
    StoryMaker maker;
    const EventId cause = maker.event("cause", "2025-06");
    const EventId effect = maker.event("effect", "2025-02");
    const EventId later = maker.event("later");
    maker.link(cause, effect);
    maker.link(effect, later);
    const EventGraph graph = maker.graph();
    EXPECT_TRUE(graph.bracket(effect).conflict);
    EXPECT_EQ(graph.bracket(effect).derived, span("2025-02"));
    EXPECT_EQ(graph.bracket(effect).against, cause);
    EXPECT_FALSE(graph.bracket(effect).earliestFrom.valid());
    EXPECT_TRUE(graph.bracket(cause).conflict);
    EXPECT_EQ(graph.bracket(cause).against, effect);
    EXPECT_FALSE(graph.bracket(later).conflict);
    EXPECT_EQ(graph.bracket(later).derived.begin, span("2025-02").begin);
    EXPECT_EQ(graph.bracket(later).earliestFrom, effect);
}

TEST(Bracket, tellsAConflictThatOnlyTheUndatedEventBetweenBringsAbout)
{
    StoryMaker maker;
    const EventId cause = maker.event("cause", "2025");
    const EventId between = maker.event("between");
    const EventId effect = maker.event("effect", "2024");
    maker.link(cause, between);
    maker.link(between, effect);
    const EventGraph graph = maker.graph();
    EXPECT_TRUE(graph.bracket(between).conflict);
    EXPECT_EQ(graph.bracket(between).derived, time::Span());
    EXPECT_EQ(graph.bracket(effect).against, cause);
    EXPECT_EQ(graph.bracket(cause).against, effect);
}

TEST(Bracket, doesNotMoveALastingEventNorPassAnythingThroughIt)
{
    StoryMaker maker;
    const EventId cause = maker.event("cause", "2025-03-10"); // while it lasts
    const EventId lasting = maker.event("lasting", "2025-01/2025-06", true);
    const EventId effect = maker.event("effect");
    const EventId earlyCause = maker.event("early-cause");
    maker.link(cause, lasting);
    maker.link(lasting, effect);
    maker.link(earlyCause, lasting);
    const EventGraph graph = maker.graph();
    EXPECT_FALSE(graph.bracket(lasting).narrowed());
    EXPECT_FALSE(graph.bracket(lasting).conflict);
    EXPECT_EQ(graph.bracket(effect).derived.begin, span("2025-01").begin);
    EXPECT_EQ(graph.bracket(effect).earliestFrom, lasting);
    EXPECT_EQ(graph.bracket(earlyCause).derived.end, span("2025-06").end);
    EXPECT_EQ(graph.bracket(earlyCause).latestFrom, lasting);
}

TEST(Bracket, ofALastingEventConflictsOnceItsCauseComesAfterItsEnd)
{
    StoryMaker maker;
    const EventId cause = maker.event("cause", "2025-07");
    const EventId lasting = maker.event("lasting", "2025-01/2025-06", true);
    maker.link(cause, lasting);
    EXPECT_TRUE(maker.graph().bracket(lasting).conflict);
}

TEST(Bracket, ofALastingEventWithoutDateIsLikeAnyOther)
{
    StoryMaker maker;
    const EventId cause = maker.event("cause", "2025-07");
    const EventId lasting = maker.event("lasting", "", true);
    maker.link(cause, lasting);
    EXPECT_EQ(maker.graph().bracket(lasting).earliestFrom, cause);
}

TEST(Bracket, learnsNothingFromPartsAndContradictionsAndLoops)
{
    StoryMaker maker;
    const EventId whole = maker.event("whole", "2025");
    const EventId part = maker.event("part");
    const EventId other = maker.event("other");
    const EventId loopA = maker.event("loop-a", "2025");
    const EventId loopB = maker.event("loop-b");
    maker.link(part, whole, LinkKind::partOf);
    maker.link(whole, other, LinkKind::contradicts);
    maker.link(loopA, loopB);
    maker.link(loopB, loopA);
    const EventGraph graph = maker.graph();
    for (const EventId event : {part, other, loopB})
        EXPECT_FALSE(graph.bracket(event).narrowed());
}

/// The rules read as equations, worked out again and again until nothing changes.
class Fixpoint
{
public:
    explicit Fixpoint(const model::Story& story) : story_(story), proves_(story)
    {
        for (const model::Event& event : story.events)
            spans_.push_back(event.when.span());
        clashes_.assign(spans_.size(), false);
        while (improve()) {
        }
    }

    std::optional<time::Span> derived(std::size_t event) const
    {
        if (clashes_[event] || spans_[event].empty())
            return std::nullopt;
        return spans_[event];
    }

private:
    bool improve()
    {
        bool changed = false;
        for (std::size_t i = 0; i < spans_.size(); ++i) {
            const model::Event& event = story_.events[i];
            const time::Span written = event.when.span();
            time::Span next = written;
            for (const model::Link& link : story_.links) {
                if (proves_(link) && link.to.index() == i)
                    next.begin = std::max(next.begin, spans_[link.from.index()].begin);
                if (proves_(link) && link.from.index() == i)
                    next.end = std::min(next.end, spans_[link.to.index()].end);
            }
            const bool late = next.begin >= written.end;
            const bool early = next.end <= written.begin;
            const bool fixed = event.lasting && event.when.known();
            if (late || fixed)
                next.begin = written.begin;
            if (early || fixed)
                next.end = written.end;
            changed = changed || !(next == spans_[i]) || clashes_[i] != (late || early);
            spans_[i] = next;
            clashes_[i] = late || early;
        }
        return changed;
    }

    const model::Story& story_;
    Proves proves_;
    std::vector<time::Span> spans_;
    std::vector<bool> clashes_;
};

TEST(Bracket, isTheFixpointOfItsRules)
{
    Dice dice(42);
    int conflicts = 0;
    int narrowed = 0;
    for (int round = 0; round < 5000; ++round) {
        RandomShape shape;
        shape.loops = round % 2 == 0;
        const StoryMaker maker = randomStory(dice, shape);
        const EventGraph graph = maker.graph();
        const Fixpoint fixpoint(maker.story);
        for (std::size_t i = 0; i < maker.story.events.size(); ++i) {
            const Bracket& bracket = graph.bracket(EventId(i));
            const auto derived = fixpoint.derived(i);
            ASSERT_EQ(bracket.conflict, !derived.has_value());
            ASSERT_EQ(bracket.derived, derived.value_or(bracket.written));
            ASSERT_EQ(bracket.conflict, bracket.against.valid());
            ASSERT_EQ(bracket.earliestFrom.valid(), bracket.derived.begin != bracket.written.begin);
            ASSERT_EQ(bracket.latestFrom.valid(), bracket.derived.end != bracket.written.end);
            if (bracket.earliestFrom.valid()) {
                ASSERT_EQ(graph.bracket(bracket.earliestFrom).written.begin, bracket.derived.begin);
            }
            if (bracket.latestFrom.valid()) {
                ASSERT_EQ(graph.bracket(bracket.latestFrom).written.end, bracket.derived.end);
            }
            conflicts += bracket.conflict ? 1 : 0;
            narrowed += bracket.narrowed() ? 1 : 0;
        }
    }
    EXPECT_GT(conflicts, 500);
    EXPECT_GT(narrowed, 500);
}

/// What can have happened: every choice of a day for each event that is one moment, such that no effect lies before
/// its cause. The days go one beyond the written dates, so that an open end shows as reaching it.
class PossibleWorlds
{
public:
    explicit PossibleWorlds(const model::Story& story)
        : story_(story), first_(story.events.size()), last_(story.events.size()), seen_(story.events.size())
    {
        choose(0);
    }

    bool any() const { return any_; }

    /// The first and the last day on which the event happens in some world, as a span with open ends.
    time::Span seen(std::size_t event) const { return asSpan(seen_[event].first, seen_[event].second); }

private:
    static constexpr int kFrom = kFirstDay - 1;
    static constexpr int kTo = kLastDay + 1;

    static time::Span asSpan(int first, int last)
    {
        return {first == kFrom ? time::kBeginningOfTime : span(dayText(first)).begin,
                last == kTo ? time::kEndOfTime : span(dayText(last)).end};
    }

    void choose(std::size_t event)
    {
        if (event == story_.events.size()) {
            check();
            return;
        }
        const time::Span written = story_.events[event].when.span();
        std::vector<int> days;
        for (int day = kFrom; day <= kTo; ++day) {
            const time::Instant begin = day_(day).begin;
            if (begin >= written.begin && begin < written.end)
                days.push_back(day);
        }
        if (story_.events[event].lasting && story_.events[event].when.known()) {
            first_[event] = days.front();
            last_[event] = days.back();
            choose(event + 1);
            return;
        }
        for (const int day : days) {
            first_[event] = last_[event] = day;
            choose(event + 1);
        }
    }

    void check()
    {
        for (const model::Link& link : story_.links) {
            if (ordering(link) && first_[link.from.index()] > last_[link.to.index()])
                return;
        }
        for (std::size_t i = 0; i < first_.size(); ++i) {
            seen_[i].first = any_ ? std::min(seen_[i].first, first_[i]) : first_[i];
            seen_[i].second = any_ ? std::max(seen_[i].second, last_[i]) : last_[i];
        }
        any_ = true;
    }

    static time::Span day_(int day)
    {
        static const std::vector<time::Span> days = [] {
            std::vector<time::Span> all;
            for (int each = kFrom; each <= kTo; ++each)
                all.push_back(span(dayText(each)));
            return all;
        }();
        return days[static_cast<std::size_t>(day - kFrom)];
    }

    const model::Story& story_;
    std::vector<int> first_;
    std::vector<int> last_;
    std::vector<std::pair<int, int>> seen_;
    bool any_ = false;
};

TEST(Bracket, saysExactlyWhatIsPossible)
{
    Dice dice(99);
    int possible = 0;
    int impossible = 0;
    for (int round = 0; round < 4000; ++round) {
        RandomShape shape;
        shape.mostEvents = 5;
        shape.mostLinks = 6;
        const StoryMaker maker = randomStory(dice, shape);
        const EventGraph graph = maker.graph();
        const PossibleWorlds worlds(maker.story);
        bool conflict = false;
        for (std::size_t i = 0; i < maker.story.events.size(); ++i)
            conflict = conflict || graph.bracket(EventId(i)).conflict;
        ASSERT_EQ(conflict, !worlds.any());
        (conflict ? impossible : possible) += 1;
        for (std::size_t i = 0; !conflict && i < maker.story.events.size(); ++i)
            ASSERT_EQ(graph.bracket(EventId(i)).derived, worlds.seen(i));
    }
    EXPECT_GT(possible, 1000);
    EXPECT_GT(impossible, 300);
}

} // namespace
} // namespace fabula::graph
