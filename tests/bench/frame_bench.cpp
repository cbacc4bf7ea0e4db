#include "../support/story_maker.hpp"
#include "bench_canvas.hpp"

#include <benchmark/benchmark.h>

namespace fabula {
namespace {

graph::EventGraph made(const benchmark::State& state)
{
    const auto events = static_cast<std::size_t>(state.range(0));
    return graph::EventGraph(test::makeStory({events, events * 8 / 5, 8}));
}

/// A frame while the view is panned: the picture and the draw lists are made, the layout is kept.
void panFrame(benchmark::State& state)
{
    test::BenchCanvas canvas(made(state));
    ui::Camera camera = canvas.camera();
    int step = 0;
    for (auto _ : state) {
        camera.panX = canvas.camera().panX + ++step % 64;
        canvas.frame(camera);
    }
}
BENCHMARK(panFrame)->Arg(30)->Arg(500)->Arg(5000)->Unit(benchmark::kMicrosecond);

/// A frame where nothing changed but the pointer: only the draw lists are made.
void stillFrame(benchmark::State& state)
{
    test::BenchCanvas canvas(made(state));
    for (auto _ : state)
        canvas.frame(canvas.camera());
}
BENCHMARK(stillFrame)->Arg(30)->Arg(500)->Arg(5000)->Unit(benchmark::kMicrosecond);

/// A frame while the view is zoomed: layout, picture and draw lists.
void zoomFrame(benchmark::State& state)
{
    test::BenchCanvas canvas(made(state));
    ui::Camera camera = canvas.camera();
    int step = 0;
    for (auto _ : state) {
        camera.pxPerSecond = canvas.camera().pxPerSecond * (1 + 0.01 * (++step % 64));
        canvas.frame(camera);
    }
}
BENCHMARK(zoomFrame)->Arg(30)->Arg(500)->Unit(benchmark::kMicrosecond);

/// A frame while the graph is moved about.
void graphFrame(benchmark::State& state)
{
    test::BenchCanvas canvas(made(state));
    ui::GraphCamera camera = canvas.graph();
    const double corner = camera.corner.x;
    int step = 0;
    for (auto _ : state) {
        camera.corner.x = corner + ++step % 64;
        canvas.frame({canvas.camera(), camera, 1});
    }
}
BENCHMARK(graphFrame)->Arg(30)->Arg(500)->Arg(5000)->Unit(benchmark::kMicrosecond);

/// A frame while the cards are on their way between timeline and graph.
void morphFrame(benchmark::State& state)
{
    test::BenchCanvas canvas(made(state));
    const ui::GraphCamera camera = canvas.graph();
    int step = 0;
    for (auto _ : state)
        canvas.frame({canvas.camera(), camera, (1 + ++step % 62) / 64.0});
}
BENCHMARK(morphFrame)->Arg(30)->Arg(500)->Unit(benchmark::kMicrosecond);

/// Laying the graph out, as when it is first turned to.
void graphLayout(benchmark::State& state)
{
    const auto events = static_cast<std::size_t>(state.range(0));
    const auto fonts = *paint::FontBook::open();
    const layout::CausalRequest request{graph::EventGraph(test::makeStory({events, events * 8 / 5, 8})), fonts.get()};
    for (auto _ : state)
        benchmark::DoNotOptimize(layout::causalLayout(request).crossings);
}
BENCHMARK(graphLayout)->Arg(30)->Arg(500)->Arg(5000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace fabula

BENCHMARK_MAIN();
