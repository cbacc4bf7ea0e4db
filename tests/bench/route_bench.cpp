#include "../support/fake_measurer.hpp"
#include "../support/story_maker.hpp"
#include "layout/timeline/link_router.hpp"
#include "layout/timeline/timeline.hpp"

#include <benchmark/benchmark.h>

namespace fabula::layout {
namespace {

const test::FakeMeasurer kMeasurer;

/// Routes all links of a made story; the arguments are its events, its links and the zoom step.
void routesLinks(benchmark::State& state)
{
    const auto events = static_cast<std::size_t>(state.range(0));
    const auto links = static_cast<std::size_t>(state.range(1));
    TimelineRequest request{.graph = graph::EventGraph(test::makeStory({events, links, 8, 1}))};
    request.measurer = &kMeasurer;
    Timeline timeline(request);
    TimelineLayout layout = timeline.placementAt(timeline.pxPerSecond(static_cast<int>(state.range(2))));
    for (auto _ : state) {
        routeLinks(request, layout);
        benchmark::DoNotOptimize(layout.links.data());
    }
}

BENCHMARK(routesLinks)
    ->Unit(benchmark::kMillisecond)
    ->Args({30, 40, 0})
    ->Args({100, 150, 0})
    ->Args({500, 800, 0})
    ->Args({500, 800, 8})
    ->Args({500, 800, 16});

} // namespace
} // namespace fabula::layout

BENCHMARK_MAIN();
