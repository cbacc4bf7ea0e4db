#include "graph/implied_links.hpp"
#include "graph/mainline.hpp"
#include "graph/pivots.hpp"
#include "graph/removal.hpp"
#include "graph/watch.hpp"
#include "story_maker.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace fabula::graph {
namespace {

/// A chain of events, with a shortcut over each second one.
EventGraph chain(std::size_t events)
{
    StoryMaker maker;
    for (std::size_t i = 0; i < events; ++i) {
        maker.event("e");
        if (i > 0)
            maker.link(EventId(i - 1), EventId(i));
        if (i > 1)
            maker.link(EventId(i - 2), EventId(i));
    }
    return maker.graph();
}

const std::vector<std::pair<const char*, std::function<void(const Scope&)>>>& slowQuestions()
{
    static const std::vector<std::pair<const char*, std::function<void(const Scope&)>>> kQuestions{
        {"pivots", [](const Scope& scope) { pivots(scope); }},
        {"without", [](const Scope& scope) { without(scope, EventId(0)); }},
        {"mainline", [](const Scope& scope) { mainline(scope); }},
        {"implied", [](const Scope& scope) { impliedLinks(scope); }},
    };
    return kQuestions;
}

TEST(Watch, tellsHowFarAQuestionHasCome)
{
    for (const auto& [name, ask] : slowQuestions()) {
        Scope scope(chain(2000));
        core::Progress progress;
        scope.watchWith(&progress);
        ask(scope);
        EXPECT_GT(progress.total.load(), 0u) << name;
        EXPECT_GE(progress.done.load() * 10, progress.total.load() * 9) << name;
        EXPECT_LE(progress.done.load(), progress.total.load()) << name;
        EXPECT_FALSE(scope.cancelled());
    }
}

TEST(Watch, endsAQuestionThatNobodyWaitsFor)
{
    for (const auto& [name, ask] : slowQuestions()) {
        Scope scope(chain(2000));
        core::Progress progress;
        progress.cancel = true;
        scope.watchWith(&progress);
        ask(scope);
        EXPECT_TRUE(scope.cancelled());
        EXPECT_LE(progress.done.load() * 100, progress.total.load() * 10) << name;
    }
}

TEST(Watch, looksAThousandTimes)
{
    Scope scope(chain(2));
    core::Progress progress;
    scope.watchWith(&progress);
    Watch watch(scope, 1'000'000);
    EXPECT_TRUE(watch.goOn(500'000));
    EXPECT_EQ(progress.done.load(), 500'000u);
    progress.cancel = true;
    std::size_t more = 0;
    while (watch.goOn())
        ++more;
    EXPECT_LE(more, 1001u);
}

TEST(Watch, isNotNeeded)
{
    Watch watch(Scope(chain(2)), 10);
    EXPECT_TRUE(watch.goOn(1000));
}

} // namespace
} // namespace fabula::graph
