// How long loading a story takes and how much memory it keeps. Each load stands beside a SAX parse of the same text by
// nlohmann's parser with a handler that does nothing. `open` is all that the program does with a file before it is
// shown; FABULA_LOAD_STORY names one to be opened besides the generated ones:
//
//     make_story 1000000 1000000 > /tmp/story.json
//     FABULA_LOAD_STORY=/tmp/story.json load_bench --benchmark_filter=open/0
#include "app/open_story.hpp"
#include "io/safe_file.hpp"
#include "io/story_reader.hpp"
#include "io/story_writer.hpp"

#include <benchmark/benchmark.h>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

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

/// A story of that many events, each caused by an earlier one if they are `linked`, as a file of about 600 bytes an
/// event.
std::string generatedStory(std::int64_t events, bool linked = true)
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
    for (std::int64_t i = 1; i < events && linked; ++i)
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

double megabytes(std::size_t bytes)
{
    return static_cast<double>(bytes) / 1e6;
}

/// What of the program's memory lies in the machine's, free parts given back as far as they go.
std::size_t residentBytes()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
    std::size_t pages = 0;
    std::size_t resident = 0;
    std::ifstream("/proc/self/statm") >> pages >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

std::size_t textBytes(const model::Text& text)
{
    std::size_t bytes = 0;
    for (const model::Text::Entry& entry : text)
        bytes += entry.text.size();
    return bytes;
}

/// The words of a story, without what holds them.
std::size_t textBytes(const model::Story& story)
{
    std::size_t bytes = 0;
    for (const model::Event& event : story.events)
        bytes += event.id.size() + textBytes(event.title) + textBytes(event.summary);
    for (const model::Link& link : story.links)
        bytes += textBytes(link.label);
    return bytes;
}

/// What an open story takes beyond its words.
struct Kept
{
    std::size_t bytes = 0;
    std::size_t events = 0;
    std::size_t links = 0;
};

Kept keptBy(const std::filesystem::path& path)
{
    const std::size_t before = residentBytes();
    const app::OpenedStory opened = app::openStory(path);
    if (!opened.graph)
        return {};
    const std::size_t after = residentBytes();
    const model::Story& story = opened.graph->story();
    const std::size_t words = textBytes(story);
    const std::size_t taken = after > before ? after - before : 0;
    return {taken > words ? taken - words : 0, story.events.size(), story.links.size()};
}

double parsingSeconds(const std::filesystem::path& path)
{
    const core::Result<std::string> text = io::readFile(path);
    EmptyHandler handler;
    const auto start = std::chrono::steady_clock::now();
    if (!text || !nlohmann::json::sax_parse(*text, &handler))
        return 0;
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::filesystem::path written(const std::string& name, const std::string& text)
{
    const std::filesystem::path path = std::filesystem::temp_directory_path() / name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

// 0 stands for the story that the environment names, whose links can't be told from its events by their memory.
void open(benchmark::State& state)
{
    const char* named = std::getenv("FABULA_LOAD_STORY");
    const std::int64_t events = state.range(0);
    if (events == 0 && named == nullptr) {
        state.SkipWithError("FABULA_LOAD_STORY names no story");
        return;
    }
    const std::filesystem::path path =
        events == 0 ? std::filesystem::path(named) : written("fabula-load-bench.json", generatedStory(events));
    const Kept whole = keptBy(path);
    const double parsing = parsingSeconds(path);
    const auto start = std::chrono::steady_clock::now();
    for (auto _ : state) {
        if (!app::openStory(path).graph)
            state.SkipWithError("the story has errors");
    }
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    state.counters["times_parsing"] = took / static_cast<double>(state.iterations()) / parsing;
    state.counters["MB_beyond_texts"] = megabytes(whole.bytes);
    if (events == 0)
        return;
    std::filesystem::remove(path);
    const std::filesystem::path unlinked = written("fabula-load-bench.json", generatedStory(events, false));
    const Kept alone = keptBy(unlinked);
    std::filesystem::remove(unlinked);
    state.counters["bytes_an_event"] = static_cast<double>(alone.bytes) / static_cast<double>(alone.events);
    state.counters["bytes_a_link"] =
        (static_cast<double>(whole.bytes) - static_cast<double>(alone.bytes)) / static_cast<double>(whole.links);
}

// 0 stands for the shipped story.
BENCHMARK(parseOnly)->Arg(0)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(load)->Arg(0)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(open)->Arg(0)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(saveOneEdit)->Arg(0)->Arg(100'000)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
