// What a briefing costs: laying it out, a frame of it as video and screen see it, and each deck of the shipped story.
#include "brief/decks.hpp"
#include "io/story_reader.hpp"
#include "paint/raster_painter.hpp"

#include <benchmark/benchmark.h>

#include <filesystem>

namespace fabula::brief {
namespace {

const paint::FontBook& fontBook()
{
    static const auto fonts = paint::FontBook::open();
    return **fonts;
}

Briefing shipped()
{
    static const io::LoadedStory loaded = io::loadStory(FABULA_SOURCE_DIR "/data/stories/deepseek-r2.json");
    static const graph::EventGraph graph(loaded.story);
    Briefing briefing = briefingOf({graph, &fontBook(), "en", &scene::darkTheme()}, allScenes(graph.story()), {16, 9});
    briefing.numbered = true;
    return briefing;
}

void layOut(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(shipped().slides.size());
}
BENCHMARK(layOut)->Unit(benchmark::kMillisecond);

/// Picture and Cairo, 1920 by 1080, the fullest slide.
void frame1080p(benchmark::State& state)
{
    const Briefing briefing = shipped();
    const Slide slide = briefing.slides[briefing.slides.size() / 2];
    paint::RasterPainter painter(fontBook());
    for (auto _ : state)
        benchmark::DoNotOptimize(painter.paint(slidePicture(briefing, slide), 1080 / kSlideHeight)->rgba.data());
}
BENCHMARK(frame1080p)->Unit(benchmark::kMillisecond);

void writeDeck(benchmark::State& state, core::Result<void> (*write)(const Deck&, const std::filesystem::path&),
               const char* name)
{
    const std::filesystem::path path = std::filesystem::temp_directory_path() / name;
    for (auto _ : state) {
        const Briefing briefing = shipped();
        if (!write({briefing, fontBook(), true, "", [](std::size_t, std::size_t) {}}, path))
            state.SkipWithError("the deck can't be written");
    }
    std::filesystem::remove(path);
}
BENCHMARK_CAPTURE(writeDeck, pdf, &writePdfDeck, "brief_bench.pdf")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeDeck, pptx, &writePptxDeck, "brief_bench.pptx")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeDeck, html, &writeHtmlDeck, "brief_bench.html")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeDeck, markdown, &writeMarkdownDeck, "brief_bench.md")->Unit(benchmark::kMillisecond);

} // namespace
} // namespace fabula::brief
