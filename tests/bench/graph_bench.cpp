#include "graph/event_graph.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>

namespace fabula::graph {
namespace {

/// `count` events, every other one dated (to the year, rising), each with a cause among the fifty before it and half of
/// them with a second one: 1.5 links for each event, as in stories of the field.
std::shared_ptr<const model::Story> generatedStory(std::size_t count)
{
    auto story = std::make_shared<model::Story>();
    std::mt19937_64 engine(count);
    story->events.resize(count);
    for (std::size_t i = 0; i < count; i += 2)
        story->events[i].when = *time::parseEdtf(std::to_string(1000 + 1000 * i / count));
    for (std::size_t i = 1; i < count; ++i) {
        for (std::size_t link = 0; link < 1 + i % 2; ++link) {
            const std::size_t back = engine() % std::min<std::size_t>(i, 50);
            story->links.emplace_back();
            story->links.back().from = core::EventId(i - 1 - back);
            story->links.back().to = core::EventId(i);
        }
    }
    return story;
}

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
