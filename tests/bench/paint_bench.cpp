#include "paint/painters.hpp"
#include "paint/raster_painter.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

namespace fabula::paint {
namespace {

using namespace scene;

/// A page full of cards with shadow, outline, strip and two texts, as stories have them.
DisplayList pageOfCards(int cards)
{
    DisplayList list;
    list.size = {1600, 900};
    list.ground = core::rgb(0x0E1116);
    for (int i = 0; i < cards; ++i) {
        const Rect card{(i % 25) * 62.0, (i / 25) * 44.0, 150, 38};
        list.add(ShadowRect{card, 6, 10, 3, {0, 0, 0, 100}});
        list.add(FillRect{card, 6, cornersAll, core::rgb(0x1B212A)});
        list.add(FillRect{{card.x, card.y, 5, card.height}, 6, cornersLeft, core::rgb(0x56B4E9)});
        list.add(StrokeRect{card, 6, core::rgb(0x2A3340)});
        list.add(TextRun{{card.x + 14, card.y + 16},
                         fmt::format("Training run {} fails", i),
                         {13, core::FontWeight::semibold, false},
                         core::rgb(0xE9EDF3),
                         {}});
        list.add(
            TextRun{{card.x + 14, card.y + 31}, "15 Jul 2025 · reported", {12, {}, true}, core::rgb(0xA3AEBD), {}});
    }
    return list;
}

std::shared_ptr<FontBook> fonts(benchmark::State& state)
{
    core::Result<std::shared_ptr<FontBook>> book = FontBook::open();
    if (!book) {
        state.SkipWithError(core::english(book.error().message).c_str());
        return nullptr;
    }
    return *book;
}

void pngFromNothing(benchmark::State& state)
{
    const DisplayList page = pageOfCards(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        const std::shared_ptr<FontBook> book = fonts(state);
        if (!book)
            return;
        benchmark::DoNotOptimize(pngBytes(page, *book));
    }
}
BENCHMARK(pngFromNothing)->Arg(0)->Arg(30)->Arg(500)->Unit(benchmark::kMillisecond);

void frameOfAFilm(benchmark::State& state)
{
    const std::shared_ptr<FontBook> book = fonts(state);
    if (!book)
        return;
    const DisplayList page = pageOfCards(static_cast<int>(state.range(0)));
    RasterPainter painter(*book);
    for (auto _ : state)
        benchmark::DoNotOptimize(painter.paint(page));
}
BENCHMARK(frameOfAFilm)->Arg(30)->Arg(500)->Unit(benchmark::kMillisecond);

void svgPage(benchmark::State& state)
{
    const std::shared_ptr<FontBook> book = fonts(state);
    if (!book)
        return;
    const DisplayList page = pageOfCards(static_cast<int>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(svgBytes(page, *book));
}
BENCHMARK(svgPage)->Arg(30)->Arg(500)->Unit(benchmark::kMillisecond);

void pdfPage(benchmark::State& state)
{
    const std::shared_ptr<FontBook> book = fonts(state);
    if (!book)
        return;
    const DisplayList page = pageOfCards(static_cast<int>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(pdfBytes({page}, *book));
}
BENCHMARK(pdfPage)->Arg(30)->Arg(500)->Unit(benchmark::kMillisecond);

void measuring(benchmark::State& state)
{
    const std::shared_ptr<FontBook> book = fonts(state);
    if (!book)
        return;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            book->width("Ascend training runs never finish", {13, core::FontWeight::semibold, false}));
}
BENCHMARK(measuring);

} // namespace
} // namespace fabula::paint

BENCHMARK_MAIN();
