#include "generated_story.hpp"
#include "graph/event_graph.hpp"

#include <benchmark/benchmark.h>

namespace fabula::graph {
namespace {

using bench::generatedStory;

void buildGraph(benchmark::State& state)
{
    const auto story = generatedStory(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        const EventGraph graph(story);
        benchmark::DoNotOptimize(graph.order().data());
    }
    state.SetComplexityN(state.range(0));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void findAncestors(benchmark::State& state)
{
    const auto count = static_cast<std::size_t>(state.range(0));
    const EventGraph graph(generatedStory(count));
    for (auto _ : state)
        benchmark::DoNotOptimize(graph.ancestors(EventId(count - 1)));
    state.SetComplexityN(state.range(0));
}

BENCHMARK(buildGraph)->Arg(30)->Arg(500)->Arg(5'000)->Arg(100'000)->Unit(benchmark::kMicrosecond)->Complexity();
BENCHMARK(findAncestors)->Arg(30)->Arg(500)->Arg(5'000)->Arg(100'000)->Unit(benchmark::kMicrosecond)->Complexity();

} // namespace
} // namespace fabula::graph

BENCHMARK_MAIN();
