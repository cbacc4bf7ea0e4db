#include "../support/fake_measurer.hpp"
#include "../support/story_maker.hpp"
#include "layout/timeline/timeline.hpp"

#include <benchmark/benchmark.h>

namespace fabula::layout {
namespace {

const test::FakeMeasurer kMeasurer;

TimelineRequest requestOf(const benchmark::State& state)
{
    const auto events = static_cast<std::size_t>(state.range(0));
    return {graph::EventGraph(test::makeStory({events, events * 8 / 5, 7, 1})), &kMeasurer};
}

void planAndPlaceAtFit(benchmark::State& state)
{
    const TimelineRequest request = requestOf(state);
    for (auto _ : state) {
        Timeline timeline(request);
        benchmark::DoNotOptimize(timeline.placementAt(timeline.fitPxPerSecond()));
    }
}

void planAndPlaceAtAllOfTwentyFourSteps(benchmark::State& state)
{
    const TimelineRequest request = requestOf(state);
    for (auto _ : state) {
        Timeline timeline(request);
        for (int step = Timeline::kMinStep; step < Timeline::kMinStep + 24; ++step)
            benchmark::DoNotOptimize(timeline.placementAt(timeline.pxPerSecond(step)));
    }
}

void placeAtAKnownStep(benchmark::State& state)
{
    Timeline timeline(requestOf(state));
    for (auto _ : state)
        benchmark::DoNotOptimize(timeline.placementAt(timeline.fitPxPerSecond()));
}

void planPlaceAndRouteAtFit(benchmark::State& state)
{
    const TimelineRequest request = requestOf(state);
    for (auto _ : state) {
        Timeline timeline(request);
        benchmark::DoNotOptimize(timeline.at(timeline.fitPxPerSecond()));
    }
}

BENCHMARK(planAndPlaceAtFit)->Arg(30)->Arg(500)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(planAndPlaceAtAllOfTwentyFourSteps)->Arg(30)->Arg(500)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(placeAtAKnownStep)->Arg(30)->Arg(500)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(planPlaceAndRouteAtFit)->Arg(30)->Arg(500)->Arg(5000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace fabula::layout

BENCHMARK_MAIN();
