#include "ask/answer_json.hpp"
#include "ask/told.hpp"
#include "generated_story.hpp"

#include <benchmark/benchmark.h>

namespace fabula::ask {
namespace {

constexpr std::size_t kEvents = 1'000'000;

/// A million events and one and a half million links, built once.
const graph::Scope& largeStory()
{
    static const graph::Scope kScope{graph::EventGraph(bench::generatedClaims(kEvents))};
    return kScope;
}

/// Much of the story lies above an event near its end and below one near its beginning.
constexpr EventId kFirst{std::size_t{10}};
constexpr EventId kMiddle{kEvents / 2};
constexpr EventId kLast{kEvents - 1};

/// The answer alone, as the window wants it first.
void ask(benchmark::State& state, const Question& question)
{
    const graph::Scope& scope = largeStory();
    for (auto _ : state) {
        const Answer found = answer(scope, question);
        benchmark::DoNotOptimize(found.index());
    }
}

/// The words for an answer, with all its lines.
void tell(benchmark::State& state, const Question& question)
{
    const graph::Scope& scope = largeStory();
    const Answer found = answer(scope, question);
    for (auto _ : state) {
        const Told words = told(scope, question, found, "en");
        benchmark::DoNotOptimize(words.sentence.data());
    }
}

#define FABULA_ASK(name, ...) BENCHMARK_CAPTURE(ask, name, Question{__VA_ARGS__})->Unit(benchmark::kMillisecond)
#define FABULA_TELL(name, ...) BENCHMARK_CAPTURE(tell, name, Question{__VA_ARGS__})->Unit(benchmark::kMillisecond)

FABULA_ASK(why, Ask::why, kLast, {});
FABULA_ASK(effects, Ask::effects, kFirst, {});
FABULA_ASK(path_far, Ask::path, kFirst, kLast);
FABULA_ASK(path_near, Ask::path, EventId(kEvents - 1000), kLast);
FABULA_ASK(path_meeting, Ask::path, EventId(kEvents - 2), kLast);
FABULA_ASK(without_event, Ask::without, kFirst, {});
FABULA_ASK(without_middle, Ask::without, kMiddle, {});
FABULA_ASK(without_source, Ask::without, SourceId(std::size_t{0}), {});
FABULA_ASK(mainline, Ask::mainline, {}, {});
FABULA_ASK(pivots, Ask::pivots, {}, {})->Iterations(1);
FABULA_ASK(contradictions, Ask::contradictions, {}, {});
FABULA_ASK(sources, Ask::sources, kLast, {});
FABULA_ASK(implied, Ask::implied, {}, {});
FABULA_TELL(why, Ask::why, kLast, {});
FABULA_TELL(path_far, Ask::path, kFirst, kLast);
FABULA_TELL(without_event, Ask::without, kFirst, {});

} // namespace
} // namespace fabula::ask

BENCHMARK_MAIN();
