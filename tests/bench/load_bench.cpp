// How long loading a story takes, and how much of that is nlohmann's parser: each load stands beside a SAX parse of the
// same text with a handler that does nothing.
#include "io/safe_file.hpp"
#include "io/story_reader.hpp"
#include "io/story_writer.hpp"

#include <benchmark/benchmark.h>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>

namespace {

using namespace fabula;

class EmptyHandler
{
public:
    bool null() { return true; }
    bool boolean(bool) { return true; }
    bool number_integer(nlohmann::json::number_integer_t) { return true; }
    bool number_unsigned(nlohmann::json::number_unsigned_t) { return true; }
    bool number_float(nlohmann::json::number_float_t, const std::string&) { return true; }
    bool string(std::string&) { return true; }
    bool binary(nlohmann::json::binary_t&) { return true; }
    bool start_object(std::size_t) { return true; }
    bool key(std::string&) { return true; }
    bool end_object() { return true; }
    bool start_array(std::size_t) { return true; }
    bool end_array() { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) { return false; }
};

std::string eventText(std::int64_t i)
{
    return fmt::format(
        R"({{"id": "event-{0}", "title": {{"en": "Event number {0} happens", "de": "Ereignis {0} geschieht"}},
     "summary": {{"en": "A sentence that says what is known about it, and what is not.", "de": "Ein Satz, der sagt, was bekannt ist."}},
     "when": "{1}-{2:02}-{3:02}", "kind": "setback", "lane": "actor-{4}", "actors": ["actor-{4}", "actor-{5}"],
     "importance": {6}, "basis": "reported", "confidence": "likely", "sources": ["source-{7}"], "tags": ["core"]}})",
        i, 1900 + i % 120, 1 + i % 12, 1 + i % 28, i % 20, (i + 1) % 20, 1 + i % 5, i % 50);
}

/// A story of that many events, each caused by an earlier one, as a file of about 600 bytes an event.
std::string generatedStory(std::int64_t events)
{
    std::string text =
        R"({"fabula": 1, "id": "large", "title": {"en": "Large", "de": "Gross"}, "languages": ["en", "de"], "actors": [)";
    for (int i = 0; i < 20; ++i)
        text += fmt::format(R"({}{{"id": "actor-{}", "name": "Actor {}"}})", i == 0 ? "" : ",\n", i, i);
    text += "],\n\"sources\": [";
    for (int i = 0; i < 50; ++i)
        text += fmt::format(R"({}{{"id": "source-{}", "grade": "B2"}})", i == 0 ? "" : ",\n", i);
    text += "],\n\"events\": [";
    for (std::int64_t i = 0; i < events; ++i)
        text += (i == 0 ? "" : ",\n") + eventText(i);
    text += "],\n\"links\": [";
    for (std::int64_t i = 1; i < events; ++i)
        text += fmt::format(R"({}{{"from": "event-{}", "to": "event-{}", "kind": "causes"}})", i == 1 ? "" : ",\n",
                            i - 1 - i % 7 * (i > 7 ? 1 : 0), i);
    return text + "]}\n";
}

std::string shippedStory()
{
    core::Result<std::string> text = io::readFile(FABULA_SOURCE_DIR "/data/stories/deepseek-r2.json");
    return text ? text.value() : std::string();
}

std::string textFor(const benchmark::State& state)
{
    return state.range(0) == 0 ? shippedStory() : generatedStory(state.range(0));
}

void countBytes(benchmark::State& state, const std::string& text)
{
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void parseOnly(benchmark::State& state)
{
    const std::string text = textFor(state);
    for (auto _ : state) {
        EmptyHandler handler;
        benchmark::DoNotOptimize(nlohmann::json::sax_parse(text, &handler));
    }
    countBytes(state, text);
}

void load(benchmark::State& state)
{
    const std::string text = textFor(state);
    for (auto _ : state) {
        const io::LoadedStory loaded = io::readStory(text, "bench.json");
        if (loaded.diagnostics.errors() > 0)
            state.SkipWithError("the story has errors");
        benchmark::DoNotOptimize(loaded.story.get());
    }
    countBytes(state, text);
}

void saveOneEdit(benchmark::State& state)
{
    const std::string text = textFor(state);
    const io::LoadedStory loaded = io::readStory(text, "bench.json");
    if (loaded.story == nullptr) {
        state.SkipWithError("the story has errors");
        return;
    }
    model::Story after = *loaded.story;
    after.events.front().importance = after.events.front().importance % 5 + 1;
    for (auto _ : state)
        benchmark::DoNotOptimize(io::writeStory(text, *loaded.story, after).ok());
    countBytes(state, text);
}

// 0 stands for the shipped story.
BENCHMARK(parseOnly)->Arg(0)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(load)->Arg(0)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(saveOneEdit)->Arg(0)->Arg(100'000)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
