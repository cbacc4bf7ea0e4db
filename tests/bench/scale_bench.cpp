// What a large story costs once it is open: a frame of the timeline while the view flies over it, its search, its
// filters, its questions. FABULA_STORY names the story, make_story makes one; scale_report.py prints the figures of
// several sizes side by side.
#include "app/open_story.hpp"
#include "ask/question.hpp"
#include "bench_canvas.hpp"
#include "layout/timeline/drawn_date.hpp"
#include "model/story_filter.hpp"
#include "model/story_search.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
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

/// The story, opened once for all benchmarks.
const graph::EventGraph& opened()
{
    static const app::OpenedStory story = [] {
        const char* path = std::getenv("FABULA_STORY");
        return app::openStory(path != nullptr ? path : FABULA_SOURCE_DIR "/data/stories/deepseek-r2.json");
    }();
    if (!story.graph)
        std::abort();
    return *story.graph;
}

using Milliseconds = std::chrono::duration<double, std::milli>;

template <class Work>
double timeOf(Work&& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return Milliseconds(std::chrono::steady_clock::now() - start).count();
}

void tellShares(benchmark::State& state, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const auto share = [&](double of) {
        return times[static_cast<std::size_t>(of * static_cast<double>(times.size() - 1))];
    };
    state.counters["median_ms"] = share(0.5);
    state.counters["p99_ms"] = share(0.99);
    state.counters["worst_ms"] = times.back();
}

/// A frame is layout, picture and draw lists, without OpenGL: from the whole to one day, across, and back, in 600.
void flight(benchmark::State& state)
{
    std::optional<test::BenchCanvas> canvas;
    const graph::EventGraph& graph = opened();
    const double first = timeOf([&] { canvas.emplace(graph); });
    const std::vector<ui::Camera> views = flightOver(*canvas->stage().timeline(), canvas->size());
    std::vector<double> times;
    for (auto _ : state) {
        for (const ui::Camera& view : views)
            times.push_back(timeOf([&] { canvas->frame({view}); }));
    }
    tellShares(state, std::move(times));
    state.counters["first_ms"] = first;
}
BENCHMARK(flight)->Iterations(1)->Unit(benchmark::kMillisecond);

const model::StorySearch& searchOf(const graph::EventGraph& graph)
{
    static const model::StorySearch search(graph.story());
    return search;
}

void searchIndex(benchmark::State& state)
{
    const model::Story& story = opened().story();
    for (auto _ : state)
        benchmark::DoNotOptimize(model::StorySearch(story).find("nothing").size());
}
BENCHMARK(searchIndex)->Iterations(1)->Unit(benchmark::kMillisecond);

/// As one types: from one letter to two words.
void search(benchmark::State& state)
{
    const model::StorySearch& index = searchOf(opened());
    std::vector<double> times;
    for (auto _ : state) {
        for (const char* query :
             {"e", "em", "emb", "embargo", "embargo h", "embargo halted", "board 7", "e12345", "zzz"})
            times.push_back(timeOf([&] { benchmark::DoNotOptimize(index.find(query).size()); }));
    }
    tellShares(state, std::move(times));
}
BENCHMARK(search)->Iterations(3)->Unit(benchmark::kMillisecond);

void filter(benchmark::State& state)
{
    const model::Story& story = opened().story();
    model::StoryFilter filter;
    filter[model::Facet::actor].insert(story.actors.front().id);
    filter[model::Facet::basis].insert("reported");
    for (auto _ : state)
        benchmark::DoNotOptimize(model::hiddenBy(filter, story).size());
}
BENCHMARK(filter)->Unit(benchmark::kMillisecond);

void question(benchmark::State& state, ask::Ask asked)
{
    const graph::Scope scope(opened(), nullptr);
    std::vector<double> times;
    const std::size_t events = opened().story().events.size();
    for (auto _ : state) {
        for (std::size_t i = 0; i < 20; ++i) {
            const ask::Question about{asked, core::EventId(i * (events - 1) / 19), {}};
            times.push_back(timeOf([&] { benchmark::DoNotOptimize(ask::answer(scope, about)); }));
        }
    }
    tellShares(state, std::move(times));
}
BENCHMARK_CAPTURE(question, why, ask::Ask::why)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(question, effects, ask::Ask::effects)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace fabula
