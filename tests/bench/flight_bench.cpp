// A frame of the timeline while the view flies over a large story: from the whole to one day, across, and back, in 600
// frames. A frame is layout, picture and draw lists, without OpenGL. FABULA_STORY names the story; make_story makes
// one.
#include "app/open_story.hpp"
#include "bench_canvas.hpp"
#include "layout/timeline/drawn_date.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <vector>

namespace fabula {
namespace {

constexpr int kFrames = 600;
constexpr std::int64_t kDaySeconds = 86400;

/// The day on which most events hang.
time::Instant fullestDay(const graph::EventGraph& graph)
{
    std::map<std::int64_t, std::size_t> days;
    for (std::size_t i = 0; i < graph.story().events.size(); ++i) {
        const layout::DrawnDate date = layout::drawnDate(graph, core::EventId(i));
        if (date.onAxis())
            ++days[date.anchor.seconds / kDaySeconds];
    }
    const auto fuller = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto fullest = std::max_element(days.begin(), days.end(), fuller);
    return {fullest != days.end() ? fullest->first * kDaySeconds + kDaySeconds / 2 : 0};
}

/// The views of the flight, in the order of its frames.
std::vector<ui::Camera> flightOver(layout::Timeline& timeline, core::Size canvas)
{
    const time::Instant middle = fullestDay(timeline.request().graph);
    const ui::Camera whole = ui::viewOfAll(timeline, canvas);
    const double dayZoom = canvas.width / static_cast<double>(kDaySeconds);
    const auto at = [&](double zoom) {
        ui::Camera camera = whole;
        camera.pxPerSecond = zoom;
        const layout::TimeScale scale = timeline.placementAt(zoom, core::Rect{}).scale;
        camera.panX = scale.screenFromTime(middle) - canvas.width / 2;
        return camera;
    };
    std::vector<ui::Camera> views;
    const double octaves = std::log2(dayZoom / whole.pxPerSecond);
    for (int i = 0; i < kFrames / 3; ++i)
        views.push_back(at(whole.pxPerSecond * std::exp2(octaves * i / (kFrames / 3.0))));
    for (int i = 0; i < kFrames / 3; ++i) { // across: two screens of days
        ui::Camera camera = at(dayZoom);
        camera.panX += canvas.width * 2 * i / (kFrames / 3.0);
        views.push_back(camera);
    }
    for (int i = 0; i < kFrames / 3; ++i)
        views.push_back(at(dayZoom * std::exp2(-octaves * i / (kFrames / 3.0))));
    return views;
}

void flight(benchmark::State& state)
{
    const char* path = std::getenv("FABULA_STORY");
    app::OpenedStory opened =
        app::openStory(path != nullptr ? path : FABULA_SOURCE_DIR "/data/stories/deepseek-r2.json");
    if (!opened.graph)
        return state.SkipWithError("the story can't be read");
    const auto begun = std::chrono::steady_clock::now();
    test::BenchCanvas canvas(std::move(*opened.graph));
    const std::chrono::duration<double, std::milli> first = std::chrono::steady_clock::now() - begun;
    const std::vector<ui::Camera> views = flightOver(*canvas.stage().timeline(), canvas.size());
    std::vector<double> times;
    for (auto _ : state) {
        for (const ui::Camera& view : views) {
            const auto start = std::chrono::steady_clock::now();
            canvas.frame({view});
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
            times.push_back(took.count());
        }
    }
    std::sort(times.begin(), times.end());
    const auto share = [&](double of) {
        return times[static_cast<std::size_t>(of * static_cast<double>(times.size() - 1))];
    };
    state.counters["first_ms"] = first.count();
    state.counters["median_ms"] = share(0.5);
    state.counters["p99_ms"] = share(0.99);
    state.counters["worst_ms"] = times.back();
}
BENCHMARK(flight)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace fabula
